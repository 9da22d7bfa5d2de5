import { createVoiceApp } from 'ncco-jsx/serve'
import { type CallTarget, type DialOptions, dial } from 'ncco-jsx/simulate'
import { flow as menu } from '../../examples/ivr-menu/flow'
import { flow } from './menu-by-hook'

const signature = { secret: 'the signature secret of the dashboard' }
const secret = 'only for the benchmark, where it is no secret'

const offer = [
  { action: 'talk', text: 'For sales, press 1. For support, press 2.', bargeIn: true },
  {
    action: 'input',
    type: ['dtmf'],
    dtmf: { maxDigits: 1 },
    eventUrl: ['https://app.example.com/chosen'],
  },
]
const sales = [
  { action: 'talk', text: 'I will connect you to sales.' },
  {
    action: 'connect',
    from: '447700900000',
    endpoint: [{ type: 'phone', number: '447700900002' }],
  },
]

/** An app that does next to nothing: its time is that of the simulator, and of Request and Response. */
const byHand = async (request: Request) =>
  request.url.endsWith('/event')
    ? new Response(null, { status: 204 })
    : Response.json(request.url.endsWith('/chosen') ? sales : offer)

export const cases: [string, CallTarget, DialOptions][] = [
  ['JSON by hand', byHand, {}],
  ['JSON by hand, every event', byHand, { eventUrl: '/event' }],
  ['createVoiceApp', createVoiceApp({ ...flow, secret, signature: false }), {}],
  ['createVoiceApp, signed', createVoiceApp({ ...flow, secret, signature }), { signature }],
  [
    'createVoiceApp, signed, every event',
    createVoiceApp({ ...flow, secret, signature }),
    { signature, eventUrl: '/event' },
  ],
  ['the menu as a dialog', createVoiceApp({ ...menu, secret, signature: false }), {}],
]

/** Makes a call: the menu, a key, a leg that answers and hangs up. */
export async function callOnce(target: CallTarget, options: DialOptions): Promise<void> {
  const call = await dial(target, options)
  await call.press('1')
  const [leg] = call.legs
  await leg?.answer()
  await leg?.hangUp()
  const isWhole = call.ended?.reason === 'completed' && call.heard.length === 2
  if (!isWhole) throw new Error(call.transcript())
}
