import assert from 'node:assert/strict'
import { fork } from 'node:child_process'
import { once } from 'node:events'
import { monitorEventLoopDelay } from 'node:perf_hooks'
import { type Call, createPlatform, dial } from 'ncco-jsx/simulate'
import { table } from '../scripts/markdown'
import { verdict, writeSection } from './page'
import { spread } from './spread'

// Calls whose callers talk to a bot for a minute, all at once: how evenly the audio flows, and what it takes.

const atOnce = 20
const seconds = 60
const rate = 16_000
const framesPerSecond = 50
/** A frame that comes this much after its time is late, in milliseconds. */
const late = 10
const mostLate = 0.01
/** What the memory may grow from the second third of the time to the last, in megabytes. */
const slack = 2
/** Audio that is kept of each leg, in seconds: little, because it would hide what else grows. */
const audioSeconds = 5

interface Arrivals {
  readonly lateness: number[][]
  readonly counts: number[]
  /** How late its event loop was, in milliseconds: 99 %, 99.9 %, all below. */
  readonly delays: number[]
}

const server = fork(new URL('media-server.ts', import.meta.url))
const [{ port }] = (await once(server, 'message')) as [{ port: number }]

const platform = createPlatform({ pace: 'real', audioSeconds })
const endpoint = {
  type: 'websocket',
  uri: `ws://127.0.0.1:${port}/`,
  'content-type': `audio/l16;rate=${rate}`,
}
const speech = Int16Array.from({ length: seconds * rate }, (_, index) =>
  Math.round(8000 * Math.sin((2 * Math.PI * 440 * index) / rate)),
)
const calls = await Promise.all(
  Array.from({ length: atOnce }, async () => {
    const call = await dial([{ action: 'connect', endpoint: [endpoint] }], { platform })
    await call.wait()
    assert.equal(call.legs[0]?.status, 'answered')
    return call
  }),
)
const begin = { cpu: process.cpuUsage(), time: performance.now() }
const memory: number[] = []
const spoken = Promise.all(calls.map((call) => call.speak({ rate, samples: speech })))
// Without a collection, which would halt the audio: the least of many samples is what stays.
const sampling = setInterval(() => {
  const { heapUsed, arrayBuffers } = process.memoryUsage()
  memory.push((heapUsed + arrayBuffers) / 1e6)
}, 200)
const delays = monitorEventLoopDelay({ resolution: 1 })
delays.enable()
await spoken
clearInterval(sampling)
delays.disable()
const { user, system } = process.cpuUsage(begin.cpu)
const busy = (user + system) / 1000 / (performance.now() - begin.time)
const missing = calls.map(missingShare)

server.send('tell')
const [{ lateness, counts, delays: botDelays }] = (await once(server, 'message')) as [Arrivals]
await platform.close()

assert.equal(counts.length, atOnce)
for (const count of counts) assert(count >= seconds * framesPerSecond)
const all = lateness.flat()
const lateShare = all.filter((one) => one > late).length / all.length
const third = Math.floor(memory.length / 3)
const [first, last] = [
  Math.min(...memory.slice(third, 2 * third)),
  Math.min(...memory.slice(-third)),
]
const percent = (value: number) => `${(value * 100).toFixed(2)} %`

writeSection({
  title: 'Audio over websockets',
  command: 'npm run bench:media',
  paragraphs: [
    `${atOnce} calls at once, each with a caller who talks for ${seconds} s to a bot that sends every frame back: ${framesPerSecond} frames a second in both directions, ${all.length.toLocaleString('en')} in all to the bots, which are in a process of their own. A frame is late if it comes more than ${late} ms after its time, against the pace from the earliest one on. The memory is the least that the heap and the buffers took, in the second third of the time and in the last; ${audioSeconds} s of audio are kept of each leg.`,
    table(
      ['', 'measured', 'aim'],
      [
        ['late frames', percent(lateShare), verdict(lateShare < mostLate, 'less than 1 %')],
        [
          'lateness: half, 99 %, 99.9 %, all below',
          [0.5, 0.99, 0.999, 1].map(quantile).join(', '),
          '',
        ],
        [
          'frames of the echo that a caller did not hear in time, in the last 5 s',
          percent(spread(missing).median),
          '',
        ],
        [
          'memory',
          `${first.toFixed(1)} MB, then ${last.toFixed(1)} MB`,
          verdict(last - first <= slack, `at most ${slack} MB more`),
        ],
        [
          'the event loop of the platform is late: 99 %, 99.9 %, all below',
          [99, 99.9, 100]
            .map((share) => `${(delays.percentile(share) / 1e6 - 1).toFixed(1)} ms`)
            .join(', '),
          '',
        ],
        ['that of the bots', botDelays.map((delay) => `${delay.toFixed(1)} ms`).join(', '), ''],
        ['processor time of the platform', `${percent(busy)} of one processor`, ''],
      ],
    ),
  ],
})

function quantile(share: number): string {
  const sorted = all.toSorted((a, b) => a - b)
  return `${(sorted[Math.round((sorted.length - 1) * share)] ?? Number.NaN).toFixed(1)} ms`
}

/** The share of silent frames in the echo that a caller heard last. */
function missingShare({ leg, legs }: Call): number {
  assert(leg.heardAudio().length > 0)
  const samples = legs[0]?.audio.flatMap((segment) => [...segment.samples]) ?? []
  const size = rate / framesPerSecond
  const frames = Math.floor(samples.length / size)
  let silent = 0
  for (let frame = 0; frame < frames; frame++) {
    if (samples.slice(frame * size, (frame + 1) * size).every((sample) => sample === 0)) silent++
  }
  return silent / frames
}
