import assert from 'node:assert/strict'
import { type ChildProcess, fork } from 'node:child_process'
import { createHash, randomBytes } from 'node:crypto'
import { once } from 'node:events'
import { createRequire } from 'node:module'
import jwt from 'jsonwebtoken'
import { createElement, Dtmf, Input } from 'ncco-jsx'
import { createVoiceApp, type InputWebhookProps, onInput } from 'ncco-jsx/serve'
import { table } from '../scripts/markdown'
import { installTools } from '../scripts/tools'
import { perSecond, share, verdict, writeSection } from './page'
import { ratio, spread } from './spread'

// Requests per second of an app behind node:http, against the same server with a constant NCCO; and what it remembers.

interface Load {
  readonly requests: { readonly average: number }
  readonly errors: number
  readonly non2xx: number
}
type Autocannon = (options: object) => Promise<Load>
const requireTool = createRequire(`${installTools('http')}package.json`)
const autocannon: Autocannon = requireTool('autocannon')
const { version }: { version: string } = requireTool('autocannon/package.json')

const rounds = 7
const seconds = 2
const connections = 20

const secret = randomBytes(32).toString('base64url')
const signatureSecret = randomBytes(16).toString('hex')
const env = { ...process.env, BENCH_SECRET: secret, BENCH_SIGNATURE: signatureSecret }

const call = {
  to: '447700900000',
  from: '447700900001',
  uuid: 'aaaaaaaa-bbbb-cccc-dddd-0123456789ab',
  conversation_uuid: 'CON-aaaaaaaa-bbbb-cccc-dddd-0123456789ab',
}
const input = JSON.stringify({ ...call, dtmf: { digits: '1', timed_out: false } })

/** One request, and the aim: its part of the requests per second of a constant. */
interface Case {
  readonly name: string
  readonly server: string
  readonly request: { path: string; method: string; headers?: object; body?: string }
  readonly aim?: number
}

const json = { 'content-type': 'application/json' }
const post = (path: string, headers = {}) =>
  ({ path, method: 'POST', headers: { ...json, ...headers }, body: input }) as const
const token = jwt.sign(
  { iss: 'Vonage', jti: 'bench', payload_hash: createHash('sha256').update(input).digest('hex') },
  signatureSecret,
  { algorithm: 'HS256' },
)

const get = { path: `/answer?${new URLSearchParams(call)}`, method: 'GET' }

const bridges: Case[] = [
  { name: 'the constant through the bridge, GET', server: 'bridge', request: get },
  { name: 'the constant through the bridge, POST', server: 'bridge', request: post('/plain') },
]
const apps: Case[] = [
  { name: 'unsigned answer, GET', server: 'unsigned', request: get, aim: 0.8 },
  { name: 'unsigned input, POST', server: 'unsigned', request: post('/plain'), aim: 0.8 },
  {
    name: 'signed input, POST',
    server: 'signed',
    request: post('/plain', { authorization: `Bearer ${token}` }),
    aim: 0.5,
  },
  {
    name: 'sealed link in and out, POST',
    server: 'sealed',
    request: post(await sealedPath()),
    aim: 0.4,
  },
]

/** The path of a link as the servers write it. */
async function sealedPath(): Promise<string> {
  const sealed = onInput('/sealed', (_: InputWebhookProps<{ attempt: number }>) => null)
  const answer = () =>
    createElement(Input, { eventUrl: sealed({ attempt: 1 }) }, createElement(Dtmf))
  const app = createVoiceApp({ answer, hooks: [sealed], secret, signature: false })
  const response = await app.fetch(
    new Request(`https://calls.example.com/answer?${new URLSearchParams(call)}`),
  )
  const [{ eventUrl }] = await response.json()
  const { pathname, search } = new URL(eventUrl[0])
  return pathname + search
}

interface Server {
  readonly child: ChildProcess
  readonly url: string
}

async function start(server: string): Promise<Server> {
  const script = new URL('./http-server.ts', import.meta.url)
  const child = fork(script, [server], { env, execArgv: [...process.execArgv, '--expose-gc'] })
  const [{ port }] = await once(child, 'message')
  return { child, url: `http://127.0.0.1:${port}` }
}

async function run({ url }: Server, request: Case['request'], more: object): Promise<number> {
  const load = await autocannon({ url, connections, requests: [request], ...more })
  if (load.errors > 0 || load.non2xx > 0) {
    throw new Error(`${load.non2xx} requests were refused, ${load.errors} failed.`)
  }
  return load.requests.average
}

/** What a server answers, but for the paths of links, which differ. */
async function answerOf({ url }: Server, { path, ...init }: Case['request']): Promise<unknown> {
  const response = await fetch(url + path, init as RequestInit)
  assert.equal(response.status, 200)
  const withoutPaths = (key: string, value: unknown) =>
    key === 'eventUrl' ? (value as string[]).map((url) => new URL(url).origin) : value
  return JSON.parse(await response.text(), withoutPaths)
}

const servers = new Map<string, Server>()
for (const name of ['constant', 'bridge', 'unsigned', 'signed', 'sealed'])
  servers.set(name, await start(name))
const serverOf = (name: string) => servers.get(name) as Server

const speeds: string[][] = []
for (const { name, server, request, aim } of [...bridges, ...apps]) {
  const constants: number[] = []
  const answered: number[] = []
  assert.deepEqual(
    await answerOf(serverOf(server), request),
    await answerOf(serverOf('constant'), request),
  )
  await run(serverOf(server), request, { duration: seconds })
  for (let round = 0; round < rounds; round++) {
    const constant = await run(serverOf('constant'), request, { duration: seconds })
    const app = await run(serverOf(server), request, { duration: seconds })
    constants.push(constant)
    answered.push(app)
  }
  const part = ratio(answered, constants)
  speeds.push([
    name,
    perSecond(spread(constants)),
    perSecond(spread(answered)),
    share(part),
    aim === undefined ? '' : verdict(part.median >= aim, `at least ${aim}`),
  ])
}

/** What the server remembers after a full collection. */
async function remembered({ child }: Server): Promise<{ heapUsed: number; rejections: number }> {
  child.send('memory')
  const [answer] = await once(child, 'message')
  return answer
}

const memories: string[][] = []
for (const { name, server, request } of apps) {
  const fresh = await start(server)
  await run(fresh, request, { amount: 20_000 })
  const few = await remembered(fresh)
  await run(fresh, request, { amount: 180_000 })
  const many = await remembered(fresh)
  fresh.child.kill()
  const mebibytes = [few, many].map(({ heapUsed }) => (heapUsed / 2 ** 20).toFixed(1))
  memories.push([name, ...mebibytes, String(many.rejections)])
}
for (const { child } of servers.values()) child.kill()

writeSection({
  title: 'Webhooks over HTTP',
  command: 'npm run bench:http',
  versions: { autocannon: version },
  paragraphs: [
    `An app behind \`node:http\` against the same server that answers a constant NCCO, under a load of ${connections} connections: ${rounds} rounds of ${seconds} s, both in turn. The bridge is \`toNodeHandler\` with an app that does nothing but give the constant: no app can do better. Signatures and seals also wait for WebCrypto, which Node runs in other threads.`,
    table(['', 'the constant', 'this', 'share', 'aim'], speeds),
    'What the process remembers, after a full collection.',
    table(['', 'MiB after 20,000 requests', 'after 200,000', 'unhandled rejections'], memories),
  ],
})
