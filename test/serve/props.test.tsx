import { Talk } from 'ncco-jsx'
import { type AnswerProps, type CallEventWebhookProps, onCallEvent } from 'ncco-jsx/serve'
import { describe, expect, it } from 'vitest'
import { got, posted, quietApp } from '../support/requests'
import { answerWebhook, events } from '../support/webhooks'

const Hello = () => <Talk>Hello</Talk>

describe('the props of a webhook', () => {
  async function propsOf(request: Request): Promise<Record<string, unknown>> {
    let props: Record<string, unknown> = {}
    const answer = (given: AnswerProps) => {
      props = { ...given }
      return <Hello />
    }
    expect((await quietApp({ answer }).fetch(request)).status).toBe(200)
    const { query: _, sipHeaders, ...others } = props
    return { ...others, sip: [...(sipHeaders as AnswerProps['sipHeaders'])] }
  }

  const webhook = {
    ...answerWebhook,
    custom_data: { plan: 'gold', tries: 0 },
    'SipHeader_X-Account': '42',
    'SipHeader_user-to-user': 'abc',
    tomorrow: 'new',
    __proto__x: 'y',
  }
  const documented = {
    ...answerWebhook,
    custom_data: webhook.custom_data,
    'SipHeader_X-Account': '42',
    'SipHeader_user-to-user': 'abc',
    kind: 'answer',
    params: undefined,
    sip: [
      ['x-account', '42'],
      ['user-to-user', 'abc'],
    ],
  }

  it('are its documented fields; the others are in fields', async () => {
    expect(await propsOf(posted('/answer', webhook))).toStrictEqual({
      ...documented,
      fields: webhook,
    })
  })

  it('are the same from a query, where nested values are JSON text', async () => {
    const { fields, ...others } = await propsOf(got('/answer', webhook))
    expect(others).toStrictEqual(documented)
    expect({ ...(fields as object) }).toStrictEqual({
      ...webhook,
      custom_data: '{"plan":"gold","tries":0}',
    })
  })

  it.each([
    ['null in a body', posted, { from: null, region_url: null }],
    ['empty in a body', posted, { from: '', region_url: '' }],
    ['empty in a query', got, { from: '', region_url: '' }],
  ] as const)('leave out what is %s', async (_, send, empty) => {
    const { from: __, region_url: ___, ...rest } = answerWebhook
    const { fields, ...props } = await propsOf(send('/answer', { ...rest, ...empty }))
    expect(props).toStrictEqual({ ...rest, kind: 'answer', params: undefined, sip: [] })
    expect(fields).toStrictEqual({ ...rest, ...empty })
  })

  it.each<[string, Request, object]>([
    [
      'GET',
      got('/answer?reason=reminder&status=vip&payload=x&dtmf=1', answerWebhook),
      { reason: 'reminder', status: 'vip' },
    ],
    ['POST', posted('/answer?customer=7&sealed=a', answerWebhook), { customer: '7' }],
  ])('hold the query that the URL of a %s had of its own', async (_, request, own) => {
    let query: object = {}
    const answer = (props: AnswerProps) => {
      query = props.query
      return <Hello />
    }
    expect((await quietApp({ answer }).fetch(request)).status).toBe(200)
    expect(query).toMatchObject(own)
    expect(query).not.toHaveProperty('sealed')
  })

  it('hold the first of two parameters with one name, which the URL had of its own', async () => {
    const props = await propsOf(got('/answer?to=own', answerWebhook))
    expect(props.to).toBe('own')
  })

  it.each(Object.values(events).filter(({ status }) => status !== 'transcribed'))(
    'tell one $status event from another',
    async (event) => {
      const keys: (string | undefined)[][] = []
      const rang = onCallEvent('/rang', ({ uuid, status, timestamp }: CallEventWebhookProps) => {
        keys.push([uuid, status, timestamp])
      })
      const app = quietApp({ hooks: [rang], event: ({ uuid }) => void keys.push([uuid]) })
      await app.fetch(posted('/rang', event))
      await app.fetch(posted('/event', event))
      const { uuid } = answerWebhook
      expect(keys).toStrictEqual([[uuid, event.status, event.timestamp], [uuid]])
    },
  )

  it('hold SIP headers as text, and leave out other types', async () => {
    const { 'SipHeader_X-A': a, sip } = await propsOf(
      posted('/answer', { ...answerWebhook, 'SipHeader_X-A': 42, 'SipHeader_X-B': { c: 1 } }),
    )
    expect([a, sip]).toStrictEqual(['42', [['x-a', '42']]])
  })

  it('find SIP headers in any case', async () => {
    let found: unknown[] = []
    const answer = ({ sipHeaders }: AnswerProps) => {
      found = [sipHeaders.get('x-ACCOUNT'), sipHeaders.has('X-Account'), sipHeaders.get('Other')]
      return <Hello />
    }
    await quietApp({ answer }).fetch(posted('/answer', webhook))
    expect(found).toStrictEqual(['42', true, undefined])
  })

  it('hold no field that could pass for something else', async () => {
    const sent = { ...answerWebhook, children: 'x', key: 'y', kind: 'error', params: 1, fields: 2 }
    const props = await propsOf(posted('/answer', sent))
    expect(Object.keys(props).sort()).toStrictEqual(
      [...Object.keys(answerWebhook), 'fields', 'kind', 'params', 'sip'].sort(),
    )
    expect(props.kind).toBe('answer')
  })
})
