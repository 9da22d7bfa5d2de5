import assert from 'node:assert/strict'
import { table } from '../../scripts/markdown'
import { perSecond, verdict, writeSection } from '../page'
import { shuffled } from '../rounds'
import { spread } from '../spread'
import { callOnce, cases } from './cases'

// Simulated calls of an IVR, in one process: the menu, a key, a leg that answers and hangs up.

const count = 10_000
const rounds = 10
const aim = 2000
const speeds = new Map(cases.map(([name]) => [name, [] as number[]]))
const heaps = new Map(cases.map(([name]) => [name, [] as number[]]))
for (let round = 0; round <= rounds; round++) {
  for (const [name, target, options] of shuffled(cases)) {
    const begin = performance.now()
    for (let index = 0; index < count / rounds; index++) await callOnce(target, options)
    const seconds = (performance.now() - begin) / 1000
    globalThis.gc?.()
    // The first round warms up.
    if (round === 0) continue
    speeds.get(name)?.push(count / rounds / seconds)
    heaps.get(name)?.push(process.memoryUsage().heapUsed / 1e6)
  }
}

const figures = cases.map(([name]) => {
  const speed = spread(speeds.get(name) ?? [])
  const memory = heaps.get(name) ?? []
  const [first, second] = [memory.slice(0, rounds / 2), memory.slice(rounds / 2)].map(spread)
  assert(first && second)
  return [
    name,
    perSecond(speed),
    `${first.median.toFixed(2)} MB, then ${second.median.toFixed(2)} MB`,
    verdict(speed.median >= aim, `at least ${aim.toLocaleString('en')}`),
  ]
})
writeSection({
  title: 'Simulated calls',
  command: 'npm run bench:calls',
  paragraphs: [
    `${count.toLocaleString('en')} calls of an IVR in one process, in ${rounds} rounds, each call with two webhooks and a leg that answers; it is asserted that each is heard out and ends as it should. The memory is the heap after a full collection, in the first half of the rounds and in the second.`,
    table(['', 'calls', 'heap', 'aim'], figures),
  ],
})
