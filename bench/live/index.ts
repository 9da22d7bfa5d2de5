import { monitorEventLoopDelay } from 'node:perf_hooks'
import { table } from '../../scripts/markdown'
import { verdict, writeSection } from '../page'
import { Arrivals, appOnLoopback } from './app'
import { keepCalling } from './callers'

// A platform with the wall clock and an app behind it, for ten minutes. Another number of minutes can be given, to try it.

const count = 200
const minutes = Number(process.argv[2] ?? 10)
/** A webhook is late if what it tells of is longer ago, in milliseconds. */
const late = 1000
/** Up to this ratio the heap counts as flat. */
const flat = 1.2

const warmUp = await appOnLoopback(new Arrivals())
await keepCalling(warmUp.answerUrl, 20, 15)
warmUp.close()

const arrivals = new Arrivals()
const app = await appOnLoopback(arrivals)
const heap: number[] = []
let delays: readonly number[] = []
const loop = monitorEventLoopDelay()
loop.enable()
const cpu = process.cpuUsage()
const load = await keepCalling(app.answerUrl, count, minutes * 60, (second) => {
  // All calls end at one moment then, which is no load that an app has.
  if (second === minutes * 60) delays = arrivals.lateness.toSorted((a, b) => a - b)
  if (second % 60 !== 0) return
  globalThis.gc?.()
  heap.push(process.memoryUsage().heapUsed / 1e6)
  console.log(`${second / 60} min: ${heap.at(-1)?.toFixed(1)} MB, ${arrivals.answers} webhooks`)
})
const { user, system } = process.cpuUsage(cpu)
app.close()

const at = (share: number) => `${delays[Math.round((delays.length - 1) * share)]} ms`
const lateOnes = delays.filter((delay) => delay > late).length
// The platform lists the last 1,000 calls that are over, so the heap grows until there are as many.
const half = Math.ceil(minutes / 2)
const [filled = Number.NaN, last = Number.NaN] = [heap[half - 1], heap.at(-1)]
const calls = [...load.ends.values()].reduce((sum, times) => sum + times, 0)
for (const error of load.errors.slice(0, 3)) console.error(error)

writeSection({
  title: 'A live platform',
  command: 'npm run bench:live',
  paragraphs: [
    `A platform with the wall clock calls the IVR of the examples, which is served on loopback from the same process, for ${minutes} minutes with ${count} calls at once: ${calls.toLocaleString('en')} calls in all. Every webhook is signed, and every event is sent. People choose by key and by voice, interrupt, are silent and hang up. The delay of a webhook is from what it tells of to its arrival; it is late after a second. Where other processes take the processors, webhooks wait for them. The heap is that after a full collection.`,
    table(
      ['', 'measured', 'aim'],
      [
        ['webhooks', load.deliveries.toLocaleString('en'), ''],
        [
          'delay: median, 99 of 100, longest',
          `${at(0.5)}, ${at(0.99)}, ${at(1)}`,
          verdict(lateOnes === 0, 'none late'),
        ],
        [
          'calls that did not go as they should',
          String(load.errors.length),
          verdict(load.errors.length === 0, 'none'),
        ],
        ['late webhooks', String(lateOnes), ''],
        [
          'repeated, because the first one failed',
          String(load.repeated),
          verdict(load.repeated === 0, 'none'),
        ],
        [
          `heap after ${half} minutes, and at the end`,
          `${filled.toFixed(1)} MB, ${last.toFixed(1)} MB`,
          verdict(last <= filled * flat, `at most ${flat} times`),
        ],
        ['the clock of the platform behind the wall clock', `${load.lag.toFixed(0)} ms`, ''],
        ['longest pause of the event loop', `${(loop.max / 1e6).toFixed(0)} ms`, ''],
        [
          'processor time of app and platform',
          `${((user + system) / 1e4 / (minutes * 60)).toFixed(0)} % of one processor`,
          '',
        ],
      ],
    ),
  ],
})
