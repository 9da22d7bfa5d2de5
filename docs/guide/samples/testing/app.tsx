import { Connect, Conversation, Phone, Talk } from 'ncco-jsx'
import { Choice, Menu } from 'ncco-jsx/dialog'
import { type AnswerProps, createVoiceApp } from 'ncco-jsx/serve'

const Answer = ({ to }: AnswerProps) => (
  <Menu prompt="For sales, press 1. For our meeting, press 2.">
    <Choice digit="1">
      <Connect from={to} timeout={20}>
        <Phone number="447700900002" />
      </Connect>
      <Talk>Nobody answers.</Talk>
    </Choice>
    <Choice digit="2">
      <Conversation name="meeting" />
    </Choice>
  </Menu>
)

export default createVoiceApp({
  answer: Answer,
  secret: process.env.LINK_SECRET ?? '',
  signature: { secret: process.env.SIGNATURE_SECRET ?? '' },
})
