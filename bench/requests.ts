import assert from 'node:assert/strict'
import { generateKeyPairSync, randomUUID } from 'node:crypto'
import jwt from 'jsonwebtoken'
import { createPlatform } from 'ncco-jsx/simulate'
import { table } from '../scripts/markdown'
import { perSecond, verdict, writeSection } from './page'
import { spread } from './spread'

// Requests to the REST side of a platform: calls that are made, answered, changed and hung up, one after another.

const rounds = 10
/** Calls of a round, with ten requests each. */
const calls = 100
/** Calls that are over are kept up to this number, so memory grows until then. */
const kept = 1000
/** What the memory may grow from the first half of the rounds to the second, in megabytes. */
const slack = 1

const { publicKey, privateKey } = generateKeyPairSync('rsa', {
  modulusLength: 2048,
  publicKeyEncoding: { type: 'spki', format: 'pem' },
  privateKeyEncoding: { type: 'pkcs8', format: 'pem' },
})
const id = randomUUID()
const claims = { application_id: id, jti: randomUUID() }
const authorization = `Bearer ${jwt.sign(claims, privateKey, { algorithm: 'RS256', expiresIn: '2h' })}`
const headers = { authorization, 'content-type': 'application/json' }

const platform = createPlatform({
  application: {
    id,
    publicKey,
    target: () => new Response(null, { status: 204 }),
    eventUrl: '/event',
  },
  limits: false,
  early: 'accepts',
})
const number = (digits: string) => ({ type: 'phone', number: digits })
const hold = [{ action: 'stream', streamUrl: ['https://app.example.com/hold.mp3'], loop: 0 }]
let made = 0
const transfer = { action: 'transfer', destination: { type: 'ncco', ncco: hold } }

async function ask(status: number, method: string, path: string, body?: object) {
  const json = body && { body: JSON.stringify(body) }
  const request = new Request(`https://api.nexmo.com${path}`, { method, headers, ...json })
  const response = await platform.api.fetch(request)
  const text = await response.text()
  assert.equal(response.status, status, text)
  return text === '' ? {} : JSON.parse(text)
}

/** A call from its beginning to its end, in ten requests. */
async function callOnce(): Promise<void> {
  const callee = String(447_700_100_000 + made++)
  const order = { to: [number(callee)], from: number('447700900000'), ncco: hold }
  const { uuid } = await ask(201, 'POST', '/v1/calls', order)
  const path = `/v1/calls/${uuid}`
  const [call] = await platform.callsTo(callee)
  await call?.leg.answer()
  await ask(200, 'PUT', `${path}/talk`, { text: 'Please hold.' })
  await ask(200, 'PUT', `${path}/stream`, {
    stream_url: ['https://app.example.com/a.mp3'],
    loop: 0,
  })
  await ask(200, 'DELETE', `${path}/stream`)
  await ask(200, 'PUT', `${path}/dtmf`, { digits: '12#' })
  await ask(204, 'PUT', path, { action: 'mute' })
  await ask(204, 'PUT', path, transfer)
  await ask(200, 'GET', '/v1/calls?status=answered')
  await ask(204, 'PUT', path, { action: 'hangup' })
  await platform.wait(1)
  const { status } = await ask(200, 'GET', path)
  assert.equal(status, 'completed')
}

for (let index = 0; index < kept; index++) await callOnce()
const speeds: number[] = []
const memory: number[] = []
for (let round = 0; round < rounds; round++) {
  const begin = performance.now()
  for (let index = 0; index < calls; index++) await callOnce()
  speeds.push((calls * 10) / ((performance.now() - begin) / 1000))
  globalThis.gc?.()
  memory.push(process.memoryUsage().heapUsed / 1e6)
}

const [first, second] = [memory.slice(0, rounds / 2), memory.slice(rounds / 2)].map(spread)
assert(first && second)
const grown = second.median - first.median
writeSection({
  title: 'Requests to the simulator',
  command: 'npm run bench:requests',
  paragraphs: [
    `${(rounds * calls * 10).toLocaleString('en')} requests to one platform, ten for each call: it is made, answered, spoken to, played to, muted, transferred, found and hung up, with every event; the status of each answer is asserted. The memory is the heap after a full collection, in the first half of ${rounds} rounds and in the second, when the platform has forgotten calls already: it keeps the last ${kept.toLocaleString('en')} that are over.`,
    table(
      ['', 'measured', 'aim'],
      [
        ['requests', perSecond(spread(speeds)), ''],
        [
          'heap',
          `${first.median.toFixed(2)} MB, then ${second.median.toFixed(2)} MB`,
          verdict(grown <= slack, `at most ${slack} MB more`),
        ],
      ],
    ),
  ],
})
