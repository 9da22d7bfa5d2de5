import { Connect, Phone, Talk } from 'ncco-jsx'
import { toNodeHandler } from 'ncco-jsx/node'
import {
  onAnswer,
  onCallEvent,
  onInput,
  onNotify,
  onRecording,
  onTranscription,
  type VoiceAppOptions,
} from 'ncco-jsx/serve'
import { describe, expect, it, vi } from 'vitest'
import { posted, quietApp, read } from '../support/requests'
import { listen } from '../support/servers'
import {
  answerWebhook,
  errorWebhook,
  events,
  fallbackWebhook,
  inputWebhook,
  notifyWebhook,
  recordWebhook,
  transferWebhook,
} from '../support/webhooks'

const Reply = () => <Talk>Hello</Talk>
const ncco = [{ action: 'talk', text: 'Hello' }]

/** An app each of whose paths answers with this. */
function appThat(handler: () => unknown) {
  const component = handler as () => null
  return quietApp({
    answer: component,
    fallback: component,
    event: component,
    hooks: [
      onAnswer('/called', component),
      onInput('/input', component),
      onNotify('/notify', component),
      onCallEvent('/leg', component),
      onRecording('/recorded', handler as () => void),
      onTranscription('/transcribed', handler as () => void),
    ],
  })
}

const fallbackOfEvent = {
  ...events.busy,
  reason: 'Connection closed.',
  original_request: { url: 'https://example.com/leg', type: 'event' },
}

const answerable = ['timeout', 'failed', 'rejected', 'unanswered', 'busy'] as const
const detected = ['human', 'machine', 'disconnected'] as const
const news = ['started', 'ringing', 'answered', 'completed', 'cancelled'] as const

type Row = [name: string, path: string, webhook: object]

const required: Row[] = [
  ['answer', '/answer', answerWebhook],
  ['onAnswer', '/called', answerWebhook],
  ['fallback of an answer', '/fallback', fallbackWebhook],
]

const expected: Row[] = [
  ['input', '/input', inputWebhook],
  ['input at the event URL', '/event', inputWebhook],
]

const optional: Row[] = [
  ['fallback of an event', '/fallback', fallbackOfEvent],
  ['notify', '/notify', notifyWebhook],
  ['notify at the event URL', '/event', notifyWebhook],
  ...[...answerable, ...detected].flatMap((status): Row[] => [
    [status, '/leg', events[status]],
    [`${status} at the event URL`, '/event', events[status]],
  ]),
]

const ignored: Row[] = [
  ['record', '/recorded', recordWebhook],
  ['record at the event URL', '/event', recordWebhook],
  ['transcribed', '/transcribed', events.transcribed],
  ['transcribed at the event URL', '/event', events.transcribed],
  ['transfer', '/event', transferWebhook],
  ['error', '/event', errorWebhook],
  ...news.flatMap((status): Row[] => [
    [status, '/leg', events[status]],
    [`${status} at the event URL`, '/event', events[status]],
  ]),
]

/** The answers of an app over HTTP, by POST and by GET. */
async function call(handler: () => unknown, path: string, webhook: object) {
  const base = await listen(toNodeHandler(appThat(handler)))
  const post = await read(
    fetch(base + path, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(webhook),
    }),
  )
  const query = new URLSearchParams(
    Object.entries(webhook).map(([name, value]) => [
      name,
      typeof value === 'string' ? value : JSON.stringify(value),
    ]),
  )
  expect(await read(fetch(`${base}${path}?${query}`))).toStrictEqual(post)
  return post
}

const failed = [503, { error: 'The flow gave no answer.' }]
const nothing = [204, undefined]

describe('a webhook that may be answered with an NCCO', () => {
  it.each([...required, ...expected, ...optional])(
    '%s is answered with the NCCO of its component',
    async (_, path, webhook) => {
      expect(await call(() => <Reply />, path, webhook)).toStrictEqual([200, ncco])
    },
  )
})

describe('a webhook that needs an NCCO', () => {
  it.each(required)('%s is answered with 503 if there is none', async (_, path, webhook) => {
    expect(await call(() => null, path, webhook)).toStrictEqual(failed)
  })

  it.each([...required, ...expected])(
    '%s is answered with 503 if its component fails',
    async (_, path, webhook) => {
      const fail = () => {
        throw new Error('broken')
      }
      expect(await call(fail, path, webhook)).toStrictEqual(failed)
    },
  )
})

describe('a webhook that needs no NCCO', () => {
  it.each([...expected, ...optional, ...ignored])(
    '%s is answered with nothing if nothing is rendered',
    async (_, path, webhook) => {
      expect(await call(() => undefined, path, webhook)).toStrictEqual(nothing)
    },
  )

  it.each([...optional, ...ignored])(
    '%s is answered with nothing if its component fails',
    async (_, path, webhook) => {
      const fail = async () => {
        throw new Error('broken')
      }
      expect(await call(fail, path, webhook)).toStrictEqual(nothing)
    },
  )

  it.each(ignored)(
    '%s is answered with nothing also if an NCCO is rendered',
    async (_, path, webhook) => {
      expect(await call(() => <Reply />, path, webhook)).toStrictEqual(nothing)
    },
  )
})

describe('an NCCO that answers a failed connect', () => {
  const rang = onCallEvent('/rang', () => <Talk>Nobody is here.</Talk>)
  const unread =
    'ncco-jsx: what /rang rendered is not read: its link stands in a <Connect> without eventType="synchronous". Add it, and the NCCO replaces the current one.'

  /** What the console warns of after a flow with these connects, and then an event. */
  async function warningsOf(
    connects: readonly object[],
    event: object,
    options: Partial<VoiceAppOptions> = {},
  ) {
    const warn = vi.spyOn(console, 'warn').mockImplementation(() => {})
    const answer = () =>
      connects.map((props, index) => (
        <Connect key={index} from="447700900000" eventUrl={rang()} {...props}>
          <Phone number="447700900001" />
        </Connect>
      ))
    const app = quietApp({ answer, hooks: [rang], development: true, ...options })
    await app.fetch(posted('/answer', answerWebhook))
    expect((await read(app.fetch(posted('/rang', event))))[0]).toBe(200)
    const written = warn.mock.calls.flat()
    warn.mockRestore()
    return written
  }

  it.each(answerable)('%s that is not synchronous gets a warning', async (status) => {
    expect(await warningsOf([{}], events[status])).toStrictEqual([unread])
  })

  it('whose path is written as a text gets it too', async () => {
    expect(await warningsOf([{ eventUrl: '/rang' }], events.busy)).toStrictEqual([unread])
  })

  it.each<[string, object[], object, Partial<VoiceAppOptions>]>([
    ['that is synchronous', [{ eventType: 'synchronous' }], events.busy, {}],
    ['one of which is synchronous', [{ eventType: 'synchronous' }, {}], events.busy, {}],
    ['whose machine detection takes an NCCO', [{}], events.machine, {}],
    ['whose websocket takes an NCCO', [{}], events.disconnected, {}],
    ['of a flow that this process has not rendered', [], events.busy, {}],
    ['in production', [{}], events.busy, { development: false }],
  ])('%s gets none', async (_, connects, event, options) => {
    expect(await warningsOf(connects, event, options)).toStrictEqual([])
  })
})
