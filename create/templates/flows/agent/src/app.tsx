import { Authorization, Connect, Phone, Talk, Websocket } from 'ncco-jsx'
import { Choice, Menu, Voice } from 'ncco-jsx/dialog'
import { type AnswerProps, createVoiceApp } from 'ncco-jsx/serve'

const agent = process.env.AGENT_URL ?? 'wss://agent.example.com/calls'

/** An agent hears and speaks over a websocket. The menu follows if it cannot be reached, or leaves. */
function Answer({ to, conversation_uuid }: AnswerProps) {
  return (
    <Voice language="en-GB">
      <Talk>You are talking to our assistant.</Talk>
      <Connect from={to}>
        <Websocket
          uri={agent}
          contentType="audio/l16;rate=16000"
          headers={{ conversation: conversation_uuid }}
        >
          <Authorization type="vonage" />
        </Websocket>
      </Connect>
      <Menu
        prompt="Our assistant is gone. To talk to a person, press 1. To be called back, press 2."
        noMatch="That is not one of the choices."
        otherwise={<Talk>Please call again later. Goodbye.</Talk>}
      >
        <Choice digit="1" phrases={['person']}>
          <Connect from={to} timeout={30}>
            <Phone number="447700900002" />
          </Connect>
          <Talk>Nobody is free. Please call again later.</Talk>
        </Choice>
        <Choice digit="2" phrases={['call me back']}>
          <Talk>We will call you back today. Goodbye.</Talk>
        </Choice>
      </Menu>
    </Voice>
  )
}

export default createVoiceApp({
  answer: Answer,
  basePath: '/voice',
  baseUrl: process.env.BASE_URL,
  secret: process.env.LINK_SECRET ?? '',
  signature: { secret: process.env.SIGNATURE_SECRET ?? '' },
})
