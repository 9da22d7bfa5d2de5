import { createVoiceApp } from 'ncco-jsx/serve'
import { type CallTarget, type DialOptions, dial } from 'ncco-jsx/simulate'
import { flow } from '../examples/ivr-menu/flow'
import { table } from '../scripts/markdown'
import { writeSection } from './page'

// Simulated calls of an IVR, in one process: the menu, a key, a leg that answers and hangs up.

const count = 10_000
const signature = { secret: 'the signature secret of the dashboard' }
const secret = 'only for the benchmark, where it is no secret'

const menu = [
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

/** What an app costs that does next to nothing: what remains is the simulator, and Request and Response. */
const byHand = async (request: Request) =>
  request.url.endsWith('/event')
    ? new Response(null, { status: 204 })
    : Response.json(request.url.endsWith('/chosen') ? sales : menu)

const cases: [string, CallTarget, DialOptions][] = [
  ['JSON by hand', byHand, {}],
  ['JSON by hand, every event', byHand, { eventUrl: '/event' }],
  ['createVoiceApp', createVoiceApp({ ...flow, secret, signature: false }), {}],
  ['createVoiceApp, signed', createVoiceApp({ ...flow, secret, signature }), { signature }],
  [
    'createVoiceApp, signed, every event',
    createVoiceApp({ ...flow, secret, signature }),
    { signature, eventUrl: '/event' },
  ],
]

const figures: string[][] = []
for (const [name, target, options] of cases) {
  const { perSecond, growth } = await measure(target, options)
  figures.push([name, String(perSecond), `${growth < 0 ? '' : '+'}${growth.toFixed(2)} MiB`])
}
writeSection({
  title: 'Simulated calls',
  command: 'npm run bench:calls',
  paragraphs: [
    `${count} calls of an IVR in one process, each with two webhooks and a leg that answers. The aim is 2,000 a second; the heap is compared between the first half and the second.`,
    table(['', 'calls a second', 'growth of the heap'], figures),
  ],
})

/** Calls per second, and how the heap grew from the first half of the calls to the second, in MB. */
async function measure(
  target: CallTarget,
  options: DialOptions,
): Promise<{ perSecond: number; growth: number }> {
  for (let index = 0; index < 500; index++) await callOnce(target, options)
  const heaps: number[] = []
  let spent = 0
  for (let half = 0; half < 2; half++) {
    const begin = performance.now()
    for (let index = 0; index < count / 2; index++) await callOnce(target, options)
    spent += performance.now() - begin
    globalThis.gc?.()
    heaps.push(process.memoryUsage().heapUsed)
  }
  const [first = 0, second = 0] = heaps
  return { perSecond: Math.round((count / spent) * 1000), growth: (second - first) / 2 ** 20 }
}

async function callOnce(target: CallTarget, options: DialOptions): Promise<void> {
  const call = await dial(target, options)
  await call.press('1')
  const [leg] = call.legs
  await leg?.answer()
  await leg?.hangUp()
  if (call.ended?.reason !== 'completed') throw new Error(call.transcript())
}
