import assert from 'node:assert/strict'
import { createVoiceApp } from 'ncco-jsx/serve'
import { type CallMap, type CallTarget, type ExploreOptions, explore } from 'ncco-jsx/simulate'
import { flow as surgery } from '../examples/surgery/flow'
import { table } from '../scripts/markdown'
import { edgesOf, makeMaze, mazeApp } from '../test/support/maze'
import { milliseconds, seconds, verdict, writeSection } from './page'
import { spread } from './spread'

// The processor time of maps: of a maze that takes 10,000 calls, and of a flow with dialogs, whose links are sealed.

const rounds = 2
const most = 30

// Each room takes thirteen calls, and one finds the first.
const maze = makeMaze(769, 7)
const expected = edgesOf(maze).length

interface Case {
  /** Whether 10,000 of its calls are to take no longer than the aim. */
  readonly hasAim: boolean
  readonly target: () => CallTarget
  readonly options: ExploreOptions
  readonly isRight: (map: CallMap) => boolean
}

const cases: Readonly<Record<string, Case>> = {
  'a maze of 769 rooms, in JSON by hand': {
    hasAim: true,
    target: () => mazeApp(maze),
    options: {},
    isRight: ({ states, edges }) => states.length >= maze.rooms.length && edges.length === expected,
  },
  'the surgery, in TSX with dialogs': {
    hasAim: false,
    target: () =>
      createVoiceApp({
        ...surgery,
        secret: 'only for a bench, where it is no secret',
        signature: false,
      }),
    options: { now: '2026-11-30T10:00:00Z' },
    isRight: ({ left, findings }) => left.length === 0 && findings.length === 0,
  },
}

const rows: string[][] = []
for (const [name, { hasAim, target, options, isRight }] of Object.entries(cases)) {
  const taken: number[] = []
  let calls = 0
  let webhooks = 0
  for (let round = 0; round < rounds; round++) {
    const app = target()
    const handle =
      typeof app === 'function' ? app : (app as { fetch(request: Request): Response }).fetch
    calls = 0
    webhooks = 0
    const before = process.cpuUsage()
    const map = await explore((request) => {
      webhooks++
      if (request.method === 'GET') calls++
      return (handle as (request: Request) => Promise<Response>)(request)
    }, options)
    const { user, system } = process.cpuUsage(before)
    assert(isRight(map), `The map of ${name} is not what it should be.`)
    taken.push((user + system) / 1e6)
  }
  const each = spread(taken.map((one) => (one * 1000) / calls))
  const whole = spread(taken)
  const tenThousand = (whole.median / calls) * 10_000
  rows.push([
    name,
    calls.toLocaleString('en'),
    webhooks.toLocaleString('en'),
    seconds(whole),
    milliseconds(each),
    hasAim ? verdict(tenThousand <= most, `10,000 calls in at most ${most} s`) : '',
  ])
}

writeSection({
  title: 'Maps',
  command: 'npm run bench:map',
  paragraphs: [
    'The processor time of a map, on one processor. Each call repeats the shortest way to a state and does one act there; it is asserted that the map is whole.',
    table(['', 'calls', 'webhooks', 'the map', 'a call', 'aim'], rows),
  ],
})
