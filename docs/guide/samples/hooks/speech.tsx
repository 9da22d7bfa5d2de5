import { Input, Speech, Talk } from 'ncco-jsx'
import {
  createVoiceApp,
  type InputWebhookProps,
  matchSpeech,
  onInput,
} from 'ncco-jsx/serve'

const rooms = ['garden', 'terrace']

const said = onInput('/said', ({ speech }: InputWebhookProps) => {
  const room = matchSpeech(speech, rooms)
  return <Talk>{room ? `The ${room}, then.` : 'I did not get that.'}</Talk>
})

const Answer = () => (
  <>
    <Talk bargeIn>The garden, or the terrace?</Talk>
    <Input eventUrl={said()}>
      <Speech language="en-GB" context={rooms} />
    </Input>
  </>
)

export const app = createVoiceApp({
  answer: Answer,
  hooks: [said],
  secret: process.env.LINK_SECRET ?? '',
  signature: { secret: process.env.SIGNATURE_SECRET ?? '' },
})
