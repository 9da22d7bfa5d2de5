import { Connect, Dtmf, Input, Phone, Talk } from 'ncco-jsx'
import {
  createVoiceApp,
  type InputWebhookProps,
  onInput,
} from 'ncco-jsx/serve'

const Question = ({ attempt }: { attempt: number }) => (
  <>
    <Talk bargeIn>For sales, press 1.</Talk>
    <Input eventUrl={chosen({ attempt })}>
      <Dtmf maxDigits={1} />
    </Input>
  </>
)

type Chosen = InputWebhookProps<{ attempt: number }>

const chosen = onInput('/chosen', ({ dtmf, to, params }: Chosen) => {
  if (dtmf?.digits === '1') {
    return (
      <Connect from={to}>
        <Phone number="447700900002" />
      </Connect>
    )
  }
  return params.attempt < 3 ? (
    <Question attempt={params.attempt + 1} />
  ) : (
    <Talk>Goodbye.</Talk>
  )
})

export const app = createVoiceApp({
  answer: () => <Question attempt={1} />,
  hooks: [chosen],
  secret: process.env.LINK_SECRET ?? '',
  signature: { secret: process.env.SIGNATURE_SECRET ?? '' },
})
