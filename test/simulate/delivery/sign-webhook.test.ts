import { createHash } from 'node:crypto'
import jwt from 'jsonwebtoken'
import { createElement, Talk } from 'ncco-jsx'
import { signWebhook } from 'ncco-jsx/simulate'
import { describe, expect, it } from 'vitest'
import { failure } from '../../support/failure'
import { got, posted, quietApp } from '../../support/requests'
import { answerWebhook } from '../../support/webhooks'

const secret = 'the signature secret of the dashboard'
const now = Date.UTC(2026, 11, 24, 9)

describe('signWebhook', () => {
  it.each([
    ['a POST', posted('/answer', { from: '447700900001' }), '{"from":"447700900001"}'],
    ['a GET', got('/answer', { from: '447700900001', to: '' }), '{"from":"447700900001","to":""}'],
  ])('signs what %s says, at the time that is given', async (_, webhook, payload) => {
    const signed = await signWebhook(webhook, { secret, apiKey: 'abcd1234', now: () => now })
    const token = signed.headers.get('authorization')?.replace('Bearer ', '') ?? ''
    expect(jwt.verify(token, secret, { clockTimestamp: now / 1000 })).toMatchObject({
      api_key: 'abcd1234',
      iss: 'Vonage',
      iat: now / 1000,
      payload_hash: createHash('sha256').update(payload).digest('hex'),
    })
    expect([signed.method, signed.url]).toStrictEqual([webhook.method, webhook.url])
    expect(await signed.text()).toBe(await webhook.text())
  })

  it('makes what an app takes that wants signatures', async () => {
    const app = quietApp({ answer: () => createElement(Talk, null, 'Hi.'), signature: { secret } })
    const webhook = () => posted('/answer', answerWebhook)
    expect((await app.fetch(webhook())).status).toBe(503)
    expect((await app.fetch(await signWebhook(webhook(), { secret }))).status).toBe(200)
  })

  it.each([[undefined], [{}], [{ secret: '' }], [{ secret, key: 'abcd1234' }]])(
    'refuses %j',
    async (options) => {
      const error = await failure(signWebhook(got('/answer', {}), options as never))
      expect(error.code).toBe('simulator-option')
    },
  )
})
