import { parseWebhook, ServeError } from 'ncco-jsx/serve'
import { describe, expect, it } from 'vitest'
import { got, origin, posted } from '../support/requests'
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

const webhooks: [kind: string, webhook: object][] = [
  ['answer', answerWebhook],
  ['fallback', fallbackWebhook],
  ['input', inputWebhook],
  ['notify', notifyWebhook],
  ['record', recordWebhook],
  ['transfer', transferWebhook],
  ['error', errorWebhook],
  ...Object.values(events).map((event): [string, object] => [
    event.status === 'transcribed' ? 'transcribed' : 'event',
    event,
  ]),
]

/** Under the name of all events, what machine detection calls otherwise. */
function legOf(webhook: { call_uuid?: string }) {
  return webhook.call_uuid === undefined ? {} : { uuid: webhook.call_uuid }
}

async function failure(request: Request, options?: { maxBody: number }) {
  const error = await parseWebhook(request, options).catch((error: unknown) => error)
  if (!(error instanceof ServeError)) throw error
  return [error.code, error.status]
}

describe('parseWebhook', () => {
  it.each(webhooks)('knows %s by its fields, and gives all of them', async (kind, webhook) => {
    const { fields, query, sipHeaders, params, ...props } = await parseWebhook(
      posted('/any', webhook),
    )
    expect(props).toStrictEqual({ ...legOf(webhook), ...webhook, kind })
    expect([fields, query, [...sipHeaders], params]).toStrictEqual([webhook, {}, [], undefined])
  })

  it.each(webhooks.filter(([, webhook]) => !Object.values(webhook).includes(null)))(
    'reads %s from a query too',
    async (kind, webhook) => {
      const {
        fields,
        query,
        sipHeaders: __,
        params: ___,
        ...props
      } = await parseWebhook(got('/any', webhook))
      expect(props).toStrictEqual({ ...legOf(webhook), ...webhook, kind })
      expect(query).toStrictEqual(fields)
    },
  )

  it('takes numbers for texts and texts for numbers', async () => {
    const completed = { ...events.completed, duration: 60, sip_code: '200' }
    const call = await parseWebhook(posted('/any', completed))
    expect(call).toMatchObject({ duration: '60', sip_code: 200 })
  })

  it.each<[string, object, object]>([
    [
      'a verdict whose leg is in uuid',
      { ...events.human, call_uuid: undefined, uuid: 'leg' },
      { call_uuid: 'leg', uuid: 'leg' },
    ],
    ['no keys', { ...inputWebhook, dtmf: {} }, { dtmf: {} }],
    ['an input without a status', { ...inputWebhook, status: null }, { kind: 'input' }],
    ['an input without a recording', { ...inputWebhook, recording_url: '' }, { kind: 'input' }],
    [
      'an input that came to nothing',
      { ...inputWebhook, dtmf: null, speech: null },
      { kind: 'input', fields: { dtmf: null, speech: null } },
    ],
    ['a notification without keys', { ...notifyWebhook, dtmf: null }, { kind: 'notify' }],
    ['an answer without a reason', { ...answerWebhook, reason: '' }, { kind: 'answer' }],
    [
      'a verdict whose uuid is empty',
      { ...events.machine, uuid: '' },
      { uuid: events.machine.call_uuid },
    ],
    ['keys of no leg', { ...inputWebhook, uuid: undefined }, { dtmf: inputWebhook.dtmf }],
    [
      'a recording that failed',
      { ...recordWebhook, recording_url: '', size: 0 },
      { kind: 'record', recording_url: '', size: 0 },
    ],
    ['a recording without an id', { ...recordWebhook, recording_uuid: undefined }, { size: 12222 }],
  ])('takes %s', async (_, webhook, found) => {
    expect(await parseWebhook(posted('/any', webhook))).toMatchObject(found)
  })

  it('takes an event whose status is not documented', async () => {
    const paused = { ...events.started, status: 'paused' }
    expect(await parseWebhook(posted('/any', paused))).toMatchObject({ kind: 'event', ...paused })
  })

  it.each<[string, Request, string, number]>([
    ['no webhook', posted('/any', {}), 'unexpected-webhook', 422],
    [
      'a webhook without a field',
      posted('/any', { ...inputWebhook, conversation_uuid: undefined }),
      'unexpected-webhook',
      422,
    ],
    [
      'an event whose status and ids are empty',
      posted('/any', { status: '', uuid: '', conversation_uuid: '' }),
      'unexpected-webhook',
      422,
    ],
    [
      'an event whose id is empty',
      posted('/any', { ...events.busy, uuid: '' }),
      'unexpected-webhook',
      422,
    ],
    [
      'keys in the form from before 2021',
      posted('/any', { ...inputWebhook, dtmf: '1' }),
      'unexpected-webhook',
      422,
    ],
    [
      'no JSON',
      new Request(origin, {
        method: 'POST',
        body: '{',
        headers: { 'content-type': 'application/json' },
      }),
      'body-not-json',
      400,
    ],
    [
      'another method',
      new Request(got('/any', answerWebhook), { method: 'DELETE' }),
      'unknown-method',
      405,
    ],
    ['another type', new Request(origin, { method: 'POST', body: '{}' }), 'unsupported-type', 415],
  ])('refuses %s with the status to answer', async (_, request, code, status) => {
    expect(await failure(request)).toStrictEqual([code, status])
  })

  it('refuses a body that is too large', async () => {
    expect(await failure(posted('/any', answerWebhook), { maxBody: 10 })).toStrictEqual([
      'body-too-large',
      413,
    ])
  })

  it('refuses a body that was read before', async () => {
    const request = posted('/any', answerWebhook)
    await request.text()
    expect(await failure(request)).toStrictEqual(['body-already-read', 503])
  })
})
