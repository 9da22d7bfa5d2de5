import assert from 'node:assert/strict'
import { table } from '../../scripts/markdown'
import { perSecond, share, verdict, writeSection } from '../page'
import { shuffled } from '../rounds'
import { ratio, spread } from '../spread'
import { callOnce, cases } from './cases'

// Simulated calls of an IVR, in one process: the menu, a key, a leg that answers and hangs up.

const count = 10_000
const rounds = 20
const aim = 2500
/** The part of the calls of hand-written JSON that an app takes in the same time. */
const aims: Readonly<Record<string, number>> = {
  createVoiceApp: 0.85,
  'createVoiceApp, signed': 0.65,
  'createVoiceApp, signed, every event': 0.4,
}
/** Of each case, round by round: microseconds of the processor a call, and the heap in bytes. */
const costs = new Map(cases.map(([name]) => [name, [] as number[]]))
const heaps = new Map(cases.map(([name]) => [name, [] as number[]]))
for (let round = 0; round <= rounds; round++) {
  for (const [name, target, options] of shuffled(cases)) {
    const before = process.cpuUsage()
    for (let index = 0; index < count / rounds; index++) await callOnce(target, options)
    const { user, system } = process.cpuUsage(before)
    // The first round warms up.
    if (round > 0) costs.get(name)?.push((user + system) / (count / rounds))
  }
}
// Apart from the time: a full collection also throws compiled code away.
for (let round = 0; round < rounds; round++) {
  for (const [name, target, options] of cases) {
    for (let index = 0; index < count / rounds; index++) await callOnce(target, options)
    globalThis.gc?.()
    heaps.get(name)?.push(process.memoryUsage().heapUsed / 1e6)
  }
}

const costOf = (name: string) => costs.get(name) ?? []
const byHand = 'JSON by hand'
const figures = cases.map(([name]) => {
  const speed = spread(costOf(name).map((microseconds) => 1e6 / microseconds))
  const part = ratio(costOf(byHand), costOf(name))
  const memory = heaps.get(name) ?? []
  const [first, second] = [memory.slice(0, rounds / 2), memory.slice(rounds / 2)].map(spread)
  assert(first && second)
  const least = aims[name]
  return [
    name,
    perSecond(speed),
    name === byHand ? '' : share(part),
    name === byHand
      ? verdict(speed.median >= aim, `at least ${aim.toLocaleString('en')} a second`)
      : least === undefined
        ? ''
        : verdict(part.median >= least, `at least ${least}`),
    `${first.median.toFixed(2)} MB, then ${second.median.toFixed(2)} MB`,
  ]
})
writeSection({
  title: 'Simulated calls',
  command: 'npm run bench:calls',
  paragraphs: [
    `${count.toLocaleString('en')} calls of an IVR in one process, in ${rounds} rounds, each call with two webhooks and a leg that answers; it is asserted that each is heard out and ends as it should. The calls in a second of the processor, and their part of those that an app of hand-written JSON takes in the same rounds. The memory is the heap after a full collection, in the first half of as many further rounds and in the second.`,
    table(['', 'calls', 'share', 'aim', 'heap'], figures),
  ],
})
