import { Connect, Phone, Talk } from 'ncco-jsx'
import { createVoiceApp, useWebhook } from 'ncco-jsx/serve'

/** Needs no props: it asks for the webhook itself. */
function Colleague({ number }: { number: string }) {
  const { to } = useWebhook()
  return (
    <Connect from={to} timeout={20}>
      <Phone number={number} />
    </Connect>
  )
}

const Answer = () => (
  <>
    <Colleague number="447700900002" />
    <Colleague number="447700900003" />
    <Talk>Nobody answers.</Talk>
  </>
)

export const app = createVoiceApp({
  answer: Answer,
  signature: { secret: process.env.SIGNATURE_SECRET ?? '' },
})
