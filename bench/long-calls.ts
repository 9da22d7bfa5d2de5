import { createPlatform, dial } from 'ncco-jsx/simulate'
import { table } from '../scripts/markdown'
import { microseconds, times, verdict, writeSection } from './page'
import { ratio, spread } from './spread'

// The time of each action of a simulated call, and of each leg of a conversation, as they become more.

const counts = [1000, 10_000, 100_000]
const rounds = 2

// A short call is repeated until there are as many.
const leastActions = 10_000

// Up to this ratio a series counts as flat: each action is kept in memory, and machines are noisy.
const flat = 2

const many = (count: number, action: object) => Array.from({ length: count }, () => action)
const platformFor = (count: number) => createPlatform({ maxSeconds: 100 * count })
const hook = { eventUrl: ['https://app.example.com/hook'] }

/** Serves an NCCO, and takes every other webhook. */
const serving = (ncco: readonly object[]) => (request: Request) =>
  request.url.includes('/answer') ? Response.json(ncco) : new Response(null, { status: 204 })

const cases: Readonly<Record<string, (count: number) => Promise<boolean>>> = {
  async waits(count) {
    const ncco = many(count, { action: 'wait', timeout: 0.1 })
    const call = await dial(ncco, { platform: platformFor(count) })
    return call.ended?.at === count / 10
  },
  async prompts(count) {
    const ncco = many(count, { action: 'talk', text: 'Hi' })
    const call = await dial(ncco, { platform: platformFor(count) })
    return call.heard.length === count
  },
  async 'prompts that a key breaks off'(count) {
    const input = { action: 'input', type: ['dtmf'], ...hook }
    const ncco = [...many(count, { action: 'talk', text: 'Hi', bargeIn: true }), input]
    const call = await dial(ncco, { pace: 'manual' })
    await call.press('1')
    return call.heard.length === 1
  },
  async 'recordings side by side, each with a webhook'(count) {
    const ncco = [...many(count, { action: 'record' }), { action: 'wait', timeout: 1 }]
    const call = await dial(serving(ncco), { eventUrl: '/event' })
    await call.hangUp()
    return call.webhooks.length > count
  },
  async 'legs that nobody answers'(count) {
    const endpoint = [{ type: 'phone', number: '447700900002' }]
    const ncco = many(count, { action: 'connect', from: '447700900000', timeout: 1, endpoint })
    const call = await dial(ncco, { platform: platformFor(count), pace: 'manual' })
    await call.wait(count)
    return call.legs.length === count
  },
  async 'callers of one conversation, to whom one speaks'(count) {
    const platform = platformFor(count)
    const room = [{ action: 'conversation', name: 'assembly' }]
    const speaker = await dial(room, { platform })
    let last = speaker
    for (let index = 1; index < count; index++) last = await dial(room, { platform })
    await speaker.say('Hello.')
    return last.heard.length === 1
  },
}

const rows: string[][] = []
for (const [name, run] of Object.entries(cases)) {
  await time(name, run, 1000)
  const taken = new Map(counts.map((count) => [count, [] as number[]]))
  for (let round = 0; round < rounds; round++) {
    for (const [count, each] of taken) each.push(await time(name, run, count))
  }
  const [least = []] = taken.values()
  for (const [count, each] of taken) {
    const growth = ratio(each, least)
    rows.push([
      name,
      count.toLocaleString('en'),
      microseconds(spread(each)),
      times(growth),
      verdict(growth.median <= flat, `at most ${flat}`),
    ])
  }
}

writeSection({
  title: 'Long simulated calls',
  command: 'npm run bench:long-calls',
  paragraphs: [
    'The processor time of one action, leg or caller of a simulated call, as they become more; it is asserted that each call goes as it should.',
    table(['', 'count', 'time of one', 'against one of the first row', 'aim: flat'], rows),
  ],
})

/** Microseconds of processor time for each: other processes of the machine do not count. */
async function time(
  name: string,
  run: (count: number) => Promise<boolean>,
  count: number,
): Promise<number> {
  const calls = Math.max(1, leastActions / count)
  const before = process.cpuUsage()
  for (let call = 0; call < calls; call++) {
    if (!(await run(count)))
      throw new Error(`The call of ${count} ${name} did not go as it should.`)
  }
  const { user, system } = process.cpuUsage(before)
  return (user + system) / (calls * count)
}
