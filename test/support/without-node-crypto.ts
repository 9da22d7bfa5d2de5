import { createHash } from 'node:crypto'
import jwt from 'jsonwebtoken'
import { createElement, Dtmf, Input, type NccoElement } from 'ncco-jsx'
import { createVoiceApp, type InputWebhookProps, onInput } from 'ncco-jsx/serve'
import { origin, secret } from './requests'
import { inputWebhook } from './webhooks'

// An app on a platform whose only cryptography is WebCrypto: follows a link that another app sealed, and prints the next one.

Object.assign(process, { getBuiltinModule: undefined })

const signature = { secret: 'S1gnatureSecret' }
const menu = (attempt: number): NccoElement =>
  createElement(Input, { eventUrl: chosen({ attempt }) }, createElement(Dtmf))
const chosen = onInput('/chosen', ({ params }: InputWebhookProps<{ attempt: number }>) =>
  menu(params.attempt + 1),
)
const app = createVoiceApp({
  answer: () => menu(1),
  hooks: [chosen],
  secret,
  signature,
  baseUrl: origin,
  development: false,
  onError: () => {},
})

const body = JSON.stringify(inputWebhook)
const payload_hash = createHash('sha256').update(body).digest('hex')
const headers: Readonly<Record<string, string>> = {
  'content-type': 'application/json',
  authorization: `Bearer ${jwt.sign({ payload_hash }, signature.secret)}`,
}
const follow = (url: string) =>
  app.respond({
    method: 'POST',
    url,
    header: (name) => headers[name] ?? null,
    body: () => new TextEncoder().encode(body),
  })

const given = process.argv[2] ?? ''
const pending = follow(given)
const reply = await pending
const [{ eventUrl }] = JSON.parse(reply.body ?? '')
const altered = await follow(given.replace(/.{4}$/, 'AAAA'))
console.log(
  JSON.stringify({
    waits: pending instanceof Promise,
    status: reply.status,
    link: eventUrl[0],
    refused: altered.status,
  }),
)
