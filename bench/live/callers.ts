import { setTimeout as pause } from 'node:timers/promises'
import { type Call, type CallTarget, createPlatform, dial, type EndReason } from 'ncco-jsx/simulate'
import { signature } from './app'

/** What happened in the calls of some callers. */
export interface Load {
  /** How often calls ended for each reason. */
  readonly ends: ReadonlyMap<EndReason | undefined, number>
  /** The most calls that went on at one time. */
  readonly mostAtOnce: number
  readonly deliveries: number
  /** Deliveries that were repeated, because the first one failed. */
  readonly repeated: number
  /** What scripts and the platform threw. */
  readonly errors: readonly unknown[]
  /** How far the clock of the platform is behind the wall clock at the end, in milliseconds. */
  readonly lag: number
}

/** Seconds until everybody calls. */
const secondsToBegin = 10

/** What somebody does in a call that was just made. */
type Person = (call: Call, secondsOfTalk: number) => Promise<void>

const people: readonly Person[] = [
  async function chooses(call, secondsOfTalk) {
    await call.wait()
    await call.press('1')
    await talk(call, secondsOfTalk)
  },
  async function interrupts(call, secondsOfTalk) {
    await inPrompt(call)
    await call.press('2')
    await talk(call, secondsOfTalk)
  },
  async function speaks(call, secondsOfTalk) {
    await call.wait()
    await call.say('Support, please.')
    await talk(call, secondsOfTalk)
  },
  async function isSilentOnce(call, secondsOfTalk) {
    await call.wait()
    await call.wait(6)
    await call.wait()
    await call.press('1')
    await talk(call, secondsOfTalk)
  },
  async function hangsUp(call) {
    await inPrompt(call)
    await call.hangUp()
  },
]

/** Waits until the call is in the middle of its first prompt. */
async function inPrompt(call: Call): Promise<void> {
  while (call.state === 'ringing') await call.wait(0.1)
  await call.wait(1)
}

/** The colleague answers after a while, and hangs up after another. */
async function talk(call: Call, seconds: number): Promise<void> {
  await call.wait()
  await call.wait(3)
  const [colleague] = call.legs
  await colleague?.answer()
  await call.wait(seconds)
  await call.say('Thank you, and goodbye.')
  await colleague?.hangUp()
}

/**
 * Keeps a number of calls going for some seconds, with the wall clock: where one ends, the next one begins. Then closes the platform.
 *
 * @param count calls at once
 * @param onSecond called each second
 */
export async function keepCalling(
  target: CallTarget,
  count: number,
  seconds: number,
  onSecond: (second: number) => void = () => {},
): Promise<Load> {
  const errors: unknown[] = []
  const ends = new Map<EndReason | undefined, number>()
  let [calls, deliveries, repeated, live, mostAtOnce] = [0, 0, 0, 0, 0]
  let isClosing = false
  const platform = createPlatform({ pace: 'real', onError: (error) => errors.push(error) })
  const [startsAt, began] = [platform.now, performance.now()]
  const faults = ({ attempt }: { readonly attempt: number }) => {
    deliveries++
    if (attempt > 1) repeated++
    return undefined
  }

  async function callOnce(number: number): Promise<void> {
    const from = `4477009${String(number).padStart(5, '0')}`
    const act = people[number % people.length] as Person
    const call = await dial(target, { platform, from, signature, eventUrl: '/event', faults })
    mostAtOnce = Math.max(mostAtOnce, ++live)
    try {
      await act(call, 3 + 12 * (number % 4))
      if (!call.ended) await call.wait()
    } catch (error) {
      // Whoever has something left to do when the platform closes finds the call over.
      if (call.ended?.reason !== 'closed') errors.push(error)
    }
    live--
    const reason = call.ended?.reason
    ends.set(reason, (ends.get(reason) ?? 0) + 1)
  }

  async function callAgain(place: number): Promise<void> {
    // Callers do not all call at one moment.
    await pause((place / count) * secondsToBegin * 1000)
    while (!isClosing) await callOnce(calls++)
  }

  const callers = Array.from({ length: count }, (_, place) => callAgain(place))
  for (let second = 1; second <= seconds; second++) {
    await pause(began + second * 1000 - performance.now())
    onSecond(second)
  }
  isClosing = true
  const lag = performance.now() - began - (platform.now - startsAt) * 1000
  await platform.close()
  await Promise.all(callers)
  return { ends, mostAtOnce, deliveries, repeated, errors, lag }
}
