import { format } from 'node:util'
import { NccoError, type NccoNode, Talk } from 'ncco-jsx'
import type { VoiceAppOptions, Webhook } from 'ncco-jsx/serve'
import { describe, expect, it, vi } from 'vitest'
import { anyElement } from '../support/any-element'
import { got, origin, posted, quietApp, read } from '../support/requests'
import { codeOf } from '../support/serve-errors'
import { watchUnhandled } from '../support/unhandled'
import { answerWebhook, events, notifyWebhook } from '../support/webhooks'

const Hello = () => <Talk>Hello</Talk>
const failed = { error: 'The flow gave no answer.' }

describe('a flow that fails', () => {
  const unhandled = watchUnhandled()
  const Broken = (): never => {
    throw new Error('for 447700900001')
  }

  it('is answered with what onError returns', async () => {
    const seen: unknown[] = []
    const onError = (error: unknown, webhook: Webhook | undefined) => {
      seen.push(codeOf(error), (error as Error).cause, webhook?.uuid)
      return <Talk>Sorry, {webhook?.from}.</Talk>
    }
    const app = quietApp({ answer: Broken, onError })
    expect(await read(app.fetch(got('/answer', answerWebhook)))).toStrictEqual([
      200,
      [{ action: 'talk', text: 'Sorry, 447700900001.' }],
    ])
    expect(seen).toStrictEqual([
      'component-threw',
      new Error('for 447700900001'),
      answerWebhook.uuid,
    ])
  })

  it.each<[string, VoiceAppOptions['onError']]>([
    ['fails', Broken],
    ['fails later', async () => Broken()],
    ['returns a flow that fails', () => <Broken />],
    ['returns a flow that breaks a rule', () => <Talk loop={-1}>Sorry</Talk>],
    ['returns nothing', () => {}],
    ['returns null', () => null],
    ['never settles', () => new Promise(() => {})],
  ])('is answered with 503 if onError %s', async (_, onError) => {
    const error = vi.spyOn(console, 'error').mockImplementation(() => {})
    const app = quietApp({ answer: Broken, onError, deadline: 200 })
    expect(await read(app.fetch(got('/answer', answerWebhook)))).toStrictEqual([503, failed])
    error.mockRestore()
    expect(await unhandled()).toStrictEqual([])
  })

  it('breaks rules, and onError learns which', async () => {
    const onError = vi.fn()
    const app = quietApp({ answer: () => <Talk loop={-1}>Hello</Talk>, onError })
    expect(await read(app.fetch(got('/answer', answerWebhook)))).toStrictEqual([503, failed])
    const [error] = onError.mock.calls[0] ?? []
    expect(error).toBeInstanceOf(NccoError)
    expect(error.issues).toMatchObject([{ code: 'out-of-range', path: '/0/loop', element: 'Talk' }])
  })

  it.each<[string, () => Promise<never>]>([
    ['never settles', () => new Promise(() => {})],
    [
      'fails too late',
      () => new Promise((_, reject) => setTimeout(() => reject(new Error('late')), 150)),
    ],
  ])('ends at the deadline if it %s', async (_, answer) => {
    const onError = vi.fn(() => <Talk>Sorry</Talk>)
    const app = quietApp({ answer, onError, deadline: 100 })
    expect(await read(app.fetch(got('/answer', answerWebhook)))).toStrictEqual([
      200,
      [{ action: 'talk', text: 'Sorry' }],
    ])
    expect(onError.mock.calls.map(([error]: unknown[]) => codeOf(error))).toStrictEqual([
      'deadline-exceeded',
    ])
    await new Promise((resolve) => setTimeout(resolve, 100))
    expect(await unhandled()).toStrictEqual([])
  })

  it('lets the call go on where that is possible', async () => {
    const app = quietApp({ event: Broken })
    expect(await read(app.fetch(posted('/event', notifyWebhook)))).toStrictEqual([204, undefined])
  })

  it.each([
    ['in development', true, undefined, 1],
    ['in development, also with onError', true, () => {}, 1],
    ['in production, without an onError', false, undefined, 1],
    ['in production, with an onError', false, () => {}, 0],
  ])('is written to the console %s', async (_, development, onError, count) => {
    const error = vi.spyOn(console, 'error').mockImplementation(() => {})
    const app = quietApp({ answer: Broken, development, onError })
    await app.fetch(got('/answer', answerWebhook))
    const written = error.mock.calls.map((what) => format(...what))
    error.mockRestore()
    expect(written).toHaveLength(count)
    // In production nothing that a component threw is written.
    expect(written.join().includes('447700900001')).toBe(development)
  })

  it('hands warnings over, with the webhook', async () => {
    const onWarning = vi.fn()
    const answer = () => <Talk language="xx-XX">Hello</Talk>
    await quietApp({ answer, onWarning }).fetch(got('/answer', answerWebhook))
    expect(onWarning.mock.calls.map(([{ code }, { uuid }]) => [code, uuid])).toStrictEqual([
      ['unknown-language', answerWebhook.uuid],
    ])
  })
})

describe('what onError returns where nobody hears it', () => {
  const unhandled = watchUnhandled()
  const Sorry = async ({ name, children }: { name?: Promise<string>; children?: NccoNode }) => (
    <Talk>
      Sorry, {await name} {children}
    </Talk>
  )
  const lookup = () => Promise.reject<string>(new Error('no such caller'))
  const Broken = (): never => {
    throw new Error('broken')
  }

  it.each<[string, VoiceAppOptions['onError']]>([
    ['as a prop', () => <Sorry name={lookup()} />],
    ['inside a prop', () => anyElement(Sorry, { names: [{ first: lookup() }] })],
    ['as a child', () => <Sorry>{lookup() as never}</Sorry>],
    ['in a list', () => [lookup() as never]],
    ['later', async () => <Sorry name={lookup()} />],
    ['in what a promise gives', () => [(async () => <Sorry name={lookup()} />)() as never]],
  ])('may hold a promise that fails %s', async (_, onError) => {
    const app = quietApp({ answer: Hello, event: Broken, onError })
    const statuses = [
      await app.fetch(new Request(`${origin}/favicon.ico`)),
      await app.fetch(posted('/event', events.completed)),
    ].map(({ status }) => status)
    expect(statuses).toStrictEqual([404, 204])
    expect(await unhandled()).toStrictEqual([])
  })
})
