import fc from 'fast-check'
import {
  type Call,
  callOut,
  dial,
  type Leg,
  type Platform,
  SimulatorError,
  withTranscript,
} from 'ncco-jsx/simulate'
import { describe, expect, it } from 'vitest'
import { answering, connect, keys, talk } from '../../support/answering'
import { restPlatform, token } from '../../support/rest'
import { watchUnhandled } from '../../support/unhandled'
import { anyChanged, anyValue } from './any-request'
import { disagreements, type Exchange, type Operation, operations, watched } from './description'

// Clients that ask for anything, at any moment, in calls whose flows and people do anything.

const bearer = `Bearer ${token()}`

const room = { action: 'conversation', name: 'room' }
const music = 'https://app.example.com/music.mp3'
const flows: readonly (readonly object[])[] = [
  [talk('Hello.')],
  [talk('Please hold.', { loop: 0 })],
  [talk('Press 1.', { bargeIn: true }), keys({ maxDigits: 1 }), talk('Goodbye.')],
  [
    { ...keys(), mode: 'asynchronous' },
    { action: 'stream', streamUrl: [music], loop: 0 },
  ],
  [connect({ timeout: 20 }), talk('Nobody is there.')],
  [connect({ machineDetection: 'hangup' }, { type: 'phone', number: '447700900003' })],
  [
    connect(
      {},
      { type: 'websocket', uri: 'wss://bot.example.com', 'content-type': 'audio/l16;rate=16000' },
    ),
  ],
  [{ action: 'record', endOnSilence: 3, transcription: {} }, room],
  [{ ...room, record: true }],
  [{ ...room, startOnEnter: false, musicOnHoldUrl: [music], endOnExit: true }, talk('It is over.')],
  [{ ...room, mute: true }],
  [
    { action: 'wait', timeout: 5 },
    { action: 'notify', payload: {}, eventUrl: ['https://app.example.com/chosen'] },
  ],
  [],
  [{ action: 'dance' }],
]

/** Whatever is asked, one flow after another is the answer, or nothing. */
function anyApp(choices: readonly number[]) {
  let asked = 0
  const next = () => flows[choices[asked++ % choices.length] ?? 0]
  const app = answering({ '/event': undefined })
  return async (request: Request) => {
    if (new URL(request.url).pathname === '/event') return app(request)
    const flow = next()
    return flow && flow.length > 0 ? Response.json(flow) : new Response(null, { status: 204 })
  }
}

interface World {
  readonly platform: Platform
  readonly app: ReturnType<typeof anyApp>
  readonly exchanges: Exchange[]
}

type Step = (world: World) => Promise<unknown>

/** A call of the platform, by a number: mostly one that lasts. */
function callOf({ platform }: World, index: number): Call | undefined {
  const { calls } = platform
  const lasting = calls.filter(({ ended }) => !ended)
  const among = index % 5 === 0 || lasting.length === 0 ? calls : lasting
  return among[index % among.length]
}

function legOf(call: Call | undefined, index: number): Leg | undefined {
  return call && [call.leg, ...call.legs][index % (call.legs.length + 1)]
}

async function request(world: World, { method, path }: Operation, body: unknown, index: number) {
  const call = callOf(world, index)
  const id = path.includes('conversations')
    ? call?.conversationUuid
    : path.includes('files')
      ? call?.recordings[0]?.uuid
      : legOf(call, index >> 2)?.uuid
  const url = `https://api.nexmo.com${path.replace(/\{\w+\}/, id ?? 'no-such-id')}`
  const headers = {
    // A few come without a token.
    ...(index % 50 !== 49 && { authorization: bearer }),
    'content-type': 'application/json',
  }
  const api = watched(world.platform.api, (exchange) => world.exchanges.push(exchange))
  const init = { method, headers, ...(body !== undefined && { body: JSON.stringify(body) }) }
  await api.fetch(new Request(url, init))
}

const number = fc.nat(1000)

const requests: fc.Arbitrary<Step> = fc.constantFrom(...operations).chain((operation) => {
  const { body } = operation
  const bodies = body
    ? fc.oneof({ weight: 4, arbitrary: anyValue(body) }, anyChanged(body))
    : fc.constant(undefined)
  return fc.tuple(bodies, number).map(
    ([body, index]) =>
      (world: World) =>
        request(world, operation, body, index),
  )
})

/** What people do. */
const acts: fc.Arbitrary<Step> = fc.oneof(
  fc
    .tuple(
      number,
      fc.constantFrom('answer', 'busy', 'reject', 'unavailable', 'hangUp', 'disconnect'),
    )
    .map(
      ([index, act]): Step =>
        async (world) =>
          legOf(callOf(world, index), index >> 2)?.[act as 'answer'](),
    ),
  number.map((index) => async (world: World) => callOf(world, index)?.hangUp()),
  fc.tuple(number, fc.constantFrom('1', '12#')).map(
    ([index, pressed]): Step =>
      async (world) =>
        callOf(world, index)?.press(pressed),
  ),
  number.map((index) => async (world: World) => callOf(world, index)?.say('Hello there.')),
)

const steps: fc.Arbitrary<Step> = fc.oneof(
  { weight: 12, arbitrary: requests },
  { weight: 5, arbitrary: acts },
  {
    weight: 2,
    arbitrary: fc.nat(2000).map(
      (from): Step =>
        ({ platform, app }) =>
          dial(app, { platform, from: `4477009${from}000`, eventUrl: '/event', pace: 'manual' }),
    ),
  },
  {
    weight: 1,
    arbitrary: fc.constant<Step>(({ platform, app }) =>
      callOut(app, { platform, to: '447700900009' }),
    ),
  },
  {
    weight: 3,
    arbitrary: fc.constantFrom(0, 0.5, 2, 10, 61).map(
      (seconds): Step =>
        ({ platform }) =>
          platform.wait(seconds),
    ),
  },
)

/** Does a step. The errors of the simulator are for acts at the wrong time; any other is a bug. */
async function attempt(act: Promise<unknown>): Promise<void> {
  await act.catch((error) => {
    if (!(error instanceof SimulatorError)) throw error
  })
}

/** Statuses of legs that are not over. */
const lasting = ['started', 'ringing', 'answered']

/** Whoever rings is given up, and people hang up: then every call is over. */
async function finish({ platform }: World): Promise<void> {
  const isAnyOn = () => platform.calls.some(({ ended }) => !ended)
  for (let times = 0; isAnyOn() && times < 5; times++) {
    await attempt(platform.wait(130))
    for (const call of platform.calls) if (!call.ended) await attempt(call.hangUp())
  }
  await attempt(platform.wait(130))
  for (const call of platform.calls) withTranscript(call, () => isWhole(call))
}

function isWhole({ ended, leg, legs, recordings, timeline }: Call): void {
  expect(ended).toBeDefined()
  for (const { status } of [leg, ...legs]) expect(lasting).not.toContain(status)
  for (const { endedAt } of recordings) expect(endedAt).toBeDefined()
  expect(JSON.parse(JSON.stringify(timeline))).toStrictEqual(timeline)
  const times = timeline.map(({ at }) => at)
  expect(times).toStrictEqual([...times].sort((a, b) => a - b))
}

describe('random clients', () => {
  const unhandled = watchUnhandled()

  it('get only answers that are described, and leave no call behind', async () => {
    const statuses = new Set<string>()
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.nat(flows.length - 1), { minLength: 1, maxLength: 6 }),
        fc.constantFrom<('refuses' | 'accepts')[]>('refuses', 'accepts'),
        fc.boolean(),
        fc.array(steps, { minLength: 30, maxLength: 60, size: 'max' }),
        async (choices, early, limits, script) => {
          const app = anyApp(choices)
          const platform = restPlatform({ target: app, pace: 'manual' }, { early, limits })
          const world: World = { platform, app, exchanges: [] }
          await dial(app, { platform, eventUrl: '/event', pace: 'manual' })
          for (const step of script) await attempt(step(world))
          for (const exchange of world.exchanges) {
            expect(disagreements(exchange), JSON.stringify(exchange)).toStrictEqual([])
            statuses.add(`${exchange.method} ${exchange.status}`)
          }
          await finish(world)
        },
      ),
      { numRuns: 150 },
    )
    expect(await unhandled()).toStrictEqual([])
    // They are lively enough to be let in, and wild enough to be turned away.
    for (const status of ['POST 201', 'GET 200', 'PUT 200', 'PUT 204', 'DELETE 200']) {
      expect(statuses).toContain(status)
    }
    for (const status of ['POST 400', 'GET 401', 'PUT 400', 'PUT 404', 'PUT 429']) {
      expect(statuses).toContain(status)
    }
  }, 120_000)
})
