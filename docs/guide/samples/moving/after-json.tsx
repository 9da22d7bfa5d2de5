import { Dtmf, Input, Talk } from 'ncco-jsx'
import {
  type AnswerProps,
  createVoiceApp,
  type InputWebhookProps,
  onInput,
} from 'ncco-jsx/serve'

const chosen = onInput('/chosen', ({ dtmf }: InputWebhookProps) => (
  <Talk>You pressed {dtmf?.digits ?? 'nothing'}.</Talk>
))

const Answer = ({ from = '' }: AnswerProps) => (
  <>
    <Talk bargeIn>You call from {from}.</Talk>
    <Input eventUrl={chosen()}>
      <Dtmf maxDigits={1} />
    </Input>
  </>
)

export const app = createVoiceApp({
  answer: Answer,
  hooks: [chosen],
  secret: process.env.LINK_SECRET ?? '',
  signature: { secret: process.env.SIGNATURE_SECRET ?? '' },
})
