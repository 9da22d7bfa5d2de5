import { Connect, Dtmf, Input, Phone, Talk } from 'ncco-jsx'
import { createVoiceApp, type InputWebhookProps, onInput } from 'ncco-jsx/serve'
import { dial } from 'ncco-jsx/simulate'

function Menu({ attempt }: { attempt: number }) {
  return (
    <>
      <Talk bargeIn>{attempt > 1 && 'Sorry. '}For sales, press 1.</Talk>
      <Input eventUrl={chosen({ attempt })}>
        <Dtmf maxDigits={1} />
      </Input>
    </>
  )
}

const chosen = onInput('/chosen', ({ dtmf, to, params }: InputWebhookProps<{ attempt: number }>) =>
  dtmf?.digits === '1' ? (
    <Connect from={to}>
      <Phone number="447700900002" />
    </Connect>
  ) : (
    <Menu attempt={params.attempt + 1} />
  ),
)

const signature = { secret: 'a signature secret for tests' }

const app = createVoiceApp({
  answer: () => <Menu attempt={1} />,
  hooks: [chosen],
  signature,
  secret: 'only for tests, where it is no secret',
})

/** Calls the menu, as a test of a flow does, and says what came of it. */
export async function callMenu() {
  const call = await dial(app, { signature, eventUrl: '/event' })
  await call.press('9')
  await call.press('1')
  const [sales] = call.legs
  await sales?.answer()
  await sales?.hangUp()
  return { heard: call.heard, rang: sales?.endpoint, ended: call.ended?.reason }
}

/** The expected result; another one in the run that must fail. */
export const expected = {
  heard: [
    'For sales, press 1.',
    process.env.IS_WRONG ? 'Something else.' : 'Sorry. For sales, press 1.',
  ],
  rang: { type: 'phone', number: '447700900002' },
  ended: 'completed',
}
