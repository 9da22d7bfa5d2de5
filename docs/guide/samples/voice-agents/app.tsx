import { Authorization, Connect, Talk, Websocket } from 'ncco-jsx'
import { type AnswerProps, createVoiceApp } from 'ncco-jsx/serve'

const Answer = ({ to, conversation_uuid }: AnswerProps) => (
  <>
    <Talk>You are talking to our assistant.</Talk>
    <Connect from={to}>
      <Websocket
        uri={process.env.AGENT_URL ?? ''}
        contentType="audio/l16;rate=16000"
        headers={{ conversation: conversation_uuid }}
      >
        <Authorization type="vonage" />
      </Websocket>
    </Connect>
    <Talk>Our assistant is gone. Please call again.</Talk>
  </>
)

export const app = createVoiceApp({
  answer: Answer,
  signature: { secret: process.env.SIGNATURE_SECRET ?? '' },
})
