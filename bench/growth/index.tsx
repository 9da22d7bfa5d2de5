import assert from 'node:assert/strict'
import { createRequire } from 'node:module'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { render, renderAsync } from 'ncco-jsx'
import { table } from '../../scripts/markdown'
import { root, run } from '../../scripts/tools'
import { bytes, microseconds, times, verdict, writeSection } from '../page'
import { type Candidate, timeInRounds } from '../rounds'
import { ratio, spread } from '../spread'
import { AsyncFlow, DeepFlow, LongFlow, longLiteral } from './flows'

const processes = 7

// Up to this ratio a series counts as flat: machines are noisy.
const flat = 1.25

/** A row for each count: the time of one, against one of the least count, and what else is asked. */
async function rows(
  counts: readonly number[],
  make: (count: number) => Candidate,
  expected: (count: number) => object[],
  floor?: (count: number) => Candidate,
): Promise<string[][]> {
  const [least = 1] = counts
  const table: string[][] = []
  for (const count of counts) {
    const made = await make(count)()
    assert.deepEqual(typeof made === 'string' ? JSON.parse(made) : made, expected(count))
    const candidates = { all: make(count), least: make(least), floor: (floor ?? make)(count) }
    const taken = await timeInRounds(candidates, count > 10_000 ? 15 : 60)
    const each = taken.all.map((time) => time / count)
    const eachOfLeast = taken.least.map((time) => time / least)
    const growth = ratio(each, eachOfLeast)
    table.push([
      count.toLocaleString('en'),
      microseconds(spread(taken.all)),
      microseconds(spread(each)),
      times(growth),
      verdict(growth.median <= flat, `at most ${flat}`),
      ...(floor ? [times(ratio(taken.all, taken.floor))] : []),
    ])
  }
  return table
}

interface Memory {
  readonly actions: number
  readonly kept: number
  readonly peak: number
}

const tsx = pathToFileURL(createRequire(import.meta.url).resolve('tsx')).href
const memoryScript = fileURLToPath(new URL('memory.tsx', import.meta.url))

/** The memory of processes that each make one flow of so many actions. */
function measureMemory(maker: 'flow' | 'literal', actions: number) {
  const figures = Array.from({ length: processes }, () => {
    const command = ['--expose-gc', '--import', tsx, memoryScript, maker, String(actions)]
    const memory: Memory = JSON.parse(run(process.execPath, command, root))
    assert.equal(memory.actions, actions)
    return memory
  })
  return {
    kept: spread(figures.map(({ kept }) => kept / actions)),
    peak: spread(figures.map(({ peak }) => peak / actions)),
  }
}

function memoryRows(counts: readonly number[]): string[][] {
  let least: number | undefined
  return counts.map((actions) => {
    const flow = measureMemory('flow', actions)
    const literal = measureMemory('literal', actions)
    least ??= flow.kept.median
    return [
      actions.toLocaleString('en'),
      bytes(flow.kept),
      verdict(flow.kept.median <= flat * least, `at most ${flat}`),
      bytes(literal.kept),
      bytes(flow.peak),
      bytes(literal.peak),
    ]
  })
}

const numbered = (index: number) => ({ action: 'talk', text: `This is number ${index}.` })
const timeHead = (one: string) => ['time', `${one}`, 'against one of the first row', 'aim: flat']

writeSection({
  title: 'Growth',
  command: 'npm run bench:growth',
  paragraphs: [
    'Talks and streams in turn, `JSON.stringify(render(…))` against the same NCCO as object literals. An action of a long flow costs more because of garbage collection.',
    table(
      ['actions', ...timeHead('an action'), 'against literals'],
      await rows(
        [10, 100, 1000, 10_000, 100_000],
        (actions) => () => JSON.stringify(render(<LongFlow actions={actions} />)),
        longLiteral,
        (actions) => () => JSON.stringify(longLiteral(actions)),
      ),
    ),
    `The memory of one such flow, an action: what the NCCO keeps (flat is at most ${flat} times the first row), and by how much the process grew at most, which depends on when garbage is collected; ${processes} processes each.`,
    table(
      ['actions', 'kept', 'aim: flat', 'kept of literals', 'at most', 'at most of literals'],
      memoryRows([1000, 10_000, 100_000]),
    ),
    'One action in components, each inside the last.',
    table(
      ['components', ...timeHead('a component')],
      await rows(
        [10, 100, 1000],
        (depth) => () => render(<DeepFlow depth={depth} />),
        () => [{ action: 'talk', text: 'The end.' }],
      ),
    ),
    'Async components side by side, each of which waits once: `renderAsync`.',
    table(
      ['siblings', ...timeHead('a sibling')],
      await rows(
        [10, 100, 1000],
        (count) => () => renderAsync(<AsyncFlow siblings={count} />),
        (count) => Array.from({ length: count }, (_, index) => numbered(index)),
      ),
    ),
  ],
})
