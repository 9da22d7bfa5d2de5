import { Connect, Phone, Talk } from 'ncco-jsx'
import { Choice, Menu } from 'ncco-jsx/dialog'
import { type AnswerProps, createVoiceApp } from 'ncco-jsx/serve'

const Answer = ({ to }: AnswerProps) => (
  <Menu
    prompt="For sales, press 1."
    timeOut={5}
    otherwise={<Talk>Goodbye.</Talk>}
  >
    <Choice digit="1">
      <Connect from={to} timeout={20}>
        <Phone number="447700900002" />
      </Connect>
    </Choice>
  </Menu>
)

export const app = createVoiceApp({
  answer: Answer,
  secret: process.env.LINK_SECRET ?? '',
  signature: { secret: process.env.SIGNATURE_SECRET ?? '' },
})
