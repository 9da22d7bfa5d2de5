import fc from 'fast-check'
import { createVoiceApp } from 'ncco-jsx/serve'
import {
  type Call,
  callOut,
  createPlatform,
  type DeliveryFault,
  dial,
  SimulatorError,
} from 'ncco-jsx/simulate'
import { describe, expect, it, vi } from 'vitest'
import { examples } from '../../examples/index'

type Act = (call: Call) => Promise<void>

const leg =
  (index: number, act: (leg: Call['leg']) => Promise<void>): Act =>
  async (call) => {
    const chosen = [call.leg, ...call.legs][index % (call.legs.length + 1)]
    if (chosen) await act(chosen)
  }

const key = fc.stringMatching(/^[\d*#]{1,3}$/)
const words = fc.constantFrom('sales', 'Support', 'hello there', '', '✆ naïve')
const seconds = fc.constantFrom(0, 0.1, 1, 3, 10, 61, 500)

/** Anything that somebody in a call may do, at the right time or not. */
const anything: fc.Arbitrary<Act> = fc.oneof(
  key.map(
    (keys): Act =>
      (call) =>
        call.press(keys),
  ),
  words.map(
    (text): Act =>
      (call) =>
        call.say(text),
  ),
  seconds.map(
    (time): Act =>
      (call) =>
        call.wait(time),
  ),
  fc.constant<Act>((call) => call.hangUp()),
  fc
    .tuple(
      fc.nat(3),
      fc.constantFrom('busy', 'reject', 'unavailable', 'fail', 'hangUp', 'disconnect'),
    )
    .map(([index, method]) => leg(index, (chosen) => chosen[method as 'busy']())),
  fc
    .tuple(fc.nat(3), fc.constantFrom('human', 'machine'), fc.constantFrom(2, 9, false))
    .map(([index, as, beep]) =>
      leg(index, (chosen) => chosen.answer({ as: as as 'human', beep: beep as false })),
    ),
  fc.tuple(fc.nat(3), key).map(([index, keys]) => leg(index, (chosen) => chosen.press(keys))),
  fc.tuple(fc.nat(3), words).map(([index, text]) => leg(index, (chosen) => chosen.say(text))),
)

/** The errors of the simulator are what a wrong act deserves; any other is a bug of it. */
async function attempt(act: Promise<void>): Promise<void> {
  await act.catch((error) => {
    if (!(error instanceof SimulatorError)) throw error
  })
}

const fault: fc.Arbitrary<DeliveryFault | undefined> = fc.oneof(
  { weight: 6, arbitrary: fc.constant(undefined) },
  fc.constantFrom<DeliveryFault[]>('closed', 'duplicate', 'late'),
  fc.record({ slow: fc.constantFrom(0.5, 4, 60) }),
  fc.record({ status: fc.constantFrom(404, 500, 503) }),
)

/** A call that was left to itself is over, or is known never to end; whoever hangs up ends it. */
async function finish(call: Call): Promise<void> {
  if (!call.ended) await attempt(call.wait(3700))
  // Its last events may take time, in which another call may turn out to be endless.
  if (!call.ended) await attempt(call.hangUp())
  expect(call.ended).toBeDefined()
  for (const { status } of call.legs)
    expect(['started', 'ringing', 'answered']).not.toContain(status)
  for (const { endedAt } of call.recordings) expect(endedAt).toBeDefined()
  expect(JSON.parse(JSON.stringify(call.timeline))).toStrictEqual(call.timeline)
  const times = call.timeline.map(({ at }) => at)
  expect(times).toStrictEqual([...times].sort((a, b) => a - b))
}

describe('random callers', () => {
  it.each(Object.keys(examples))('bring every call of %s to an end', async (name) => {
    vi.spyOn(console, 'log').mockImplementation(() => {})
    const app = createVoiceApp({
      ...examples[name],
      answer: examples[name]?.answer ?? (() => null),
      secret: 'only for tests, where it is no secret',
      signature: false,
    })
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.tuple(fc.boolean(), anything), { maxLength: 14 }),
        fc.constantFrom('natural', 'manual'),
        fc.boolean(),
        fc.array(fault, { maxLength: 20 }),
        async (acts, pace, isOutbound, faults) => {
          let deliveries = 0
          const options = {
            eventUrl: '/event',
            pace: pace as 'manual',
            platform: createPlatform(),
            faults: () => faults[deliveries++],
          }
          const to = '447700900009'
          const call = await (isOutbound
            ? callOut(app, { ...options, to })
            : dial(app, { ...options, from: '447700900030' }))
          const other = await dial(app, { ...options, from: '447700900031' })
          for (const [isOther, act] of acts) await attempt(act(isOther ? other : call))
          await finish(call)
          await finish(other)
        },
      ),
      { numRuns: 100 },
    )
    vi.restoreAllMocks()
  })
})
