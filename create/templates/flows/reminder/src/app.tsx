import { Connect, Phone, Talk } from 'ncco-jsx'
import { Choice, Menu, Voice } from 'ncco-jsx/dialog'
import { type AnswerWebhookProps, createVoiceApp, onAnswer } from 'ncco-jsx/serve'

/** The number that calls, one of your Vonage numbers. */
export const office = '447700900000'

const Office = () => (
  <>
    <Connect from={office} timeout={30}>
      <Phone number="447700900090" />
    </Connect>
    <Talk>Nobody answers. Please call again later. Goodbye.</Talk>
  </>
)

/** What a customer hears who answers. */
export const reminder = onAnswer('/reminder', ({ params }: AnswerWebhookProps<{ day: string }>) => (
  <Voice language="en-GB">
    <Menu
      prompt={`We expect you on ${params.day}. To confirm, press 1. To talk to us, press 2.`}
      noMatch="That is not one of the choices."
      otherwise={<Talk>We will call you again. Goodbye.</Talk>}
    >
      <Choice digit="1">
        <Talk>Thank you. Goodbye.</Talk>
      </Choice>
      <Choice digit="2">
        <Office />
      </Choice>
    </Menu>
  </Voice>
))

export default createVoiceApp({
  // For customers who call back.
  answer: Office,
  hooks: [reminder],
  basePath: '/voice',
  baseUrl: process.env.BASE_URL,
  secret: process.env.LINK_SECRET ?? '',
  signature: { secret: process.env.SIGNATURE_SECRET ?? '' },
})
