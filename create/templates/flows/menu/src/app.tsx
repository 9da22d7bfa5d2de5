import { Connect, Phone, Talk } from 'ncco-jsx'
import { Choice, Menu, Voice } from 'ncco-jsx/dialog'
import { type AnswerProps, createVoiceApp } from 'ncco-jsx/serve'

/** Offers sales and the opening hours, by key and by voice. */
function Answer({ to }: AnswerProps) {
  return (
    <Voice language="en-GB">
      <Talk>Welcome to the Example Company.</Talk>
      <Menu
        prompt="For sales, press 1. For our opening hours, press 2."
        noMatch="That is not one of the choices."
        otherwise={<Talk>Please call again. Goodbye.</Talk>}
      >
        <Choice digit="1" phrases={['sales']}>
          <Talk>I will connect you to sales.</Talk>
          <Connect from={to} timeout={30}>
            <Phone number="447700900002" />
          </Connect>
          <Talk>Nobody answers. Please call again later.</Talk>
        </Choice>
        <Choice digit="2" phrases={['opening hours', 'open']}>
          <Talk>We are open from Monday to Friday, from nine to five. Goodbye.</Talk>
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
