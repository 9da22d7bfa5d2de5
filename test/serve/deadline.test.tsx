import { type NccoNode, Talk } from 'ncco-jsx'
import type { VoiceAppOptions } from 'ncco-jsx/serve'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { got, quietApp, read } from '../support/requests'
import { codeOf } from '../support/serve-errors'
import { answerWebhook } from '../support/webhooks'

const never = () => new Promise<never>(() => {})
const failed = [503, { error: 'The flow gave no answer.' }]
const sorry = [200, [{ action: 'talk', text: 'Sorry' }]]

const sorryAfter = (milliseconds: number) => async () => {
  await new Promise((resolve) => setTimeout(resolve, milliseconds))
  return <Talk>Sorry</Talk>
}

/** When an app answers, in milliseconds, and what; undefined if it does not within ten seconds. */
async function answerOf(options: Partial<VoiceAppOptions>) {
  const start = performance.now()
  let result: unknown
  quietApp(options)
    .fetch(got('/answer', answerWebhook))
    .then(async (response) => {
      const milliseconds = performance.now() - start
      result = { milliseconds, answer: await read(response) }
    })
  await vi.advanceTimersByTimeAsync(10_000)
  return result
}

beforeEach(() => {
  vi.spyOn(console, 'error').mockImplementation(() => {})
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'performance'] })
})

afterEach(() => {
  vi.useRealTimers()
  vi.restoreAllMocks()
})

describe('the deadline', () => {
  it.each<[string, Partial<VoiceAppOptions>, number, unknown]>([
    ['a flow that never settles', { onError: undefined }, 4000, failed],
    ['such a flow, with an onError that never settles', { onError: never }, 4000, failed],
    ['such a flow, with a slow onError', { onError: sorryAfter(499) }, 3999, sorry],
    ['such a flow, with an onError that is too slow', { onError: sorryAfter(501) }, 4000, failed],
    ['a deadline of one second', { onError: undefined, deadline: 1000 }, 1000, failed],
    ['one second, with a slow onError', { onError: sorryAfter(249), deadline: 1000 }, 999, sorry],
    ['one second, too slow', { onError: sorryAfter(251), deadline: 1000 }, 1000, failed],
    [
      'a flow that fails at once, with a slow onError',
      {
        answer: () => {
          throw new Error('broken')
        },
        onError: sorryAfter(3900),
      },
      3900,
      sorry,
    ],
  ])('is kept by %s', async (_, options, milliseconds, answer) => {
    expect(await answerOf({ answer: never, development: false, ...options })).toStrictEqual({
      milliseconds,
      answer,
    })
  })

  it('leaves onError an eighth of it, or a quarter of a short one', async () => {
    const told: [number, unknown][] = []
    for (const deadline of [4000, 1000]) {
      const start = performance.now()
      const onError = (error: unknown) => {
        told.push([performance.now() - start, codeOf(error)])
      }
      await answerOf({ answer: never, onError, deadline })
    }
    expect(told).toStrictEqual([
      [3500, 'deadline-exceeded'],
      [750, 'deadline-exceeded'],
    ])
  })
})

describe('the error of the deadline', () => {
  async function Slow() {
    await never()
    return <Talk>Slow</Talk>
  }
  async function Quick() {
    await Promise.resolve()
    return <Talk>Quick</Talk>
  }
  const Page = ({ children }: { children: NccoNode }) => children

  /** The places that onError is told, in flows that may ask questions and in those that may not. */
  async function placesOf(answer: VoiceAppOptions['answer']): Promise<unknown[]> {
    const places: unknown[] = []
    const onError = (error: unknown) => {
      places.push(/^ {2}at (.*)$/m.exec((error as Error).message)?.[1])
    }
    await answerOf({ answer, onError, secret: 'x'.repeat(32) })
    return places
  }

  it('names the component that was waited for, with its place', async () => {
    const Answer = () => (
      <Page>
        <Quick />
        <Slow />
        <Quick />
      </Page>
    )
    expect(await placesOf(Answer)).toStrictEqual([
      expect.stringMatching(/^<Slow> \(.*deadline\.test\.tsx:\d+:\d+\) in <Page> in <Answer>$/),
    ])
  })

  it('names it in a dialog too', async () => {
    const { Ask } = await import('ncco-jsx/dialog')
    const Answer = () => (
      <>
        <Quick />
        <Slow />
        <Ask name="age" digits={{ max: 2 }} prompt="Your age?">
          {() => <Quick />}
        </Ask>
      </>
    )
    expect(await placesOf(Answer)).toStrictEqual([
      expect.stringMatching(/^<Slow> \(.*deadline\.test\.tsx:\d+:\d+\) in <Answer>$/),
    ])
  })
})

describe('after the deadline', () => {
  const wait = (milliseconds: number) => new Promise((resolve) => setTimeout(resolve, milliseconds))

  it('no component starts', async () => {
    const charge = vi.fn(() => <Talk>Charged</Talk>)
    const Charge = charge
    const answer = async () => {
      await wait(600)
      return <Charge />
    }
    expect(await answerOf({ answer, onError: undefined, deadline: 300 })).toStrictEqual({
      milliseconds: 300,
      answer: failed,
    })
    expect(charge.mock.calls).toStrictEqual([])
  })

  it('a flow that branches without end stops', async () => {
    let started = 0
    const Branch = async () => {
      started++
      await wait(50)
      return [<Branch key="a" />, <Branch key="b" />]
    }
    await answerOf({ answer: () => <Branch />, onError: undefined, deadline: 300 })
    // One, two, four … until 250 ms.
    expect(started).toBe(63)
  })

  it('the elements that a slow onError returns are not rendered', async () => {
    const sorry = vi.fn(() => <Talk>Sorry</Talk>)
    const Sorry = sorry
    const onError = async () => {
      await wait(600)
      return <Sorry />
    }
    const answer = () => {
      throw new Error('broken')
    }
    expect(await answerOf({ answer, onError, deadline: 300 })).toStrictEqual({
      milliseconds: 300,
      answer: failed,
    })
    expect(sorry.mock.calls).toStrictEqual([])
  })
})
