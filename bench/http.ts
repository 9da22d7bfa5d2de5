import assert from 'node:assert/strict'
import { type ChildProcess, fork } from 'node:child_process'
import { createHash, randomBytes } from 'node:crypto'
import { once } from 'node:events'
import { createRequire } from 'node:module'
import jwt from 'jsonwebtoken'
import { table } from '../scripts/markdown'
import { installTools } from '../scripts/tools'
import { microseconds, perSecond, share, verdict, writeSection } from './page'
import { shuffled } from './rounds'
import { ratio, spread } from './spread'

// What a request costs an app behind node:http, against a server written by hand that does the same; and what the app remembers.

interface Load {
  readonly requests: { readonly average: number }
  readonly errors: number
  readonly non2xx: number
}
type Autocannon = (options: object) => Promise<Load>
const requireTool = createRequire(`${installTools('http')}package.json`)
const autocannon: Autocannon = requireTool('autocannon')
const { version }: { version: string } = requireTool('autocannon/package.json')

const rounds = 11
const requestsInRound = 20_000
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

interface Request {
  readonly path: string
  readonly method: string
  readonly headers?: object
  readonly body?: string
}

/** A kind of request, and the aim: the part of its processor time that the server by hand takes. */
interface Case {
  readonly name: string
  readonly server: string
  /** It goes to the link of the menu that the server gives, or by GET to the answer URL. */
  readonly request: (linkPath: string) => Request
  readonly aim: number
}

const get: Request = { path: `/answer?${new URLSearchParams(call)}`, method: 'GET' }
const json = { 'content-type': 'application/json' }
const post = (path: string, headers = {}): Request => ({
  path,
  method: 'POST',
  headers: { ...json, ...headers },
  body: input,
})
const token = jwt.sign(
  { iss: 'Vonage', jti: 'bench', payload_hash: createHash('sha256').update(input).digest('hex') },
  signatureSecret,
  { algorithm: 'HS256' },
)

const cases: Case[] = [
  { name: 'unsigned answer, GET', server: 'unsigned', request: () => get, aim: 0.6 },
  { name: 'unsigned input, POST', server: 'unsigned', request: post, aim: 0.6 },
  {
    name: 'signed input, POST',
    server: 'signed',
    request: () => post('/plain', { authorization: `Bearer ${token}` }),
    aim: 0.65,
  },
  { name: 'sealed link in and out, POST', server: 'sealed', request: post, aim: 0.7 },
]

interface Server {
  readonly child: ChildProcess
  readonly url: string
  /** Where the link of its menu leads. */
  readonly linkPath: string
}

async function start(server: string): Promise<Server> {
  const script = new URL('./http-server.ts', import.meta.url)
  const child = fork(script, [server], { env, execArgv: [...process.execArgv, '--expose-gc'] })
  const [{ port }] = await once(child, 'message')
  const url = `http://127.0.0.1:${port}`
  return { child, url, linkPath: server.startsWith('sealed') ? await linkPathOf(url) : '/plain' }
}

async function linkPathOf(url: string): Promise<string> {
  const response = await fetch(url + get.path)
  const [, { eventUrl }] = await response.json()
  const { pathname, search } = new URL(eventUrl[0])
  return pathname + search
}

/** Sends requests. Returns how many were answered in a second. */
async function load({ url }: Server, request: Request, amount: number): Promise<number> {
  const { errors, non2xx, requests } = await autocannon({
    url,
    connections,
    requests: [request],
    amount,
  })
  if (errors > 0 || non2xx > 0)
    throw new Error(`${non2xx} requests were refused, ${errors} failed.`)
  return requests.average
}

/** What a server has taken and what it remembers. */
interface Taken {
  readonly microseconds: number
  readonly heapUsed: number
  readonly rejections: number
}

async function taken({ child }: Server, question: 'time' | 'memory'): Promise<Taken> {
  child.send(question)
  const [answer] = await once(child, 'message')
  return answer
}

/** What a server answers, but for the paths of links, which differ. */
async function answerOf({ url }: Server, { path, ...init }: Request): Promise<unknown> {
  const response = await fetch(url + path, init as RequestInit)
  assert.equal(response.status, 200)
  const withoutPaths = (key: string, value: unknown) =>
    key === 'eventUrl' ? (value as string[]).map((url) => new URL(url).origin) : value
  return JSON.parse(await response.text(), withoutPaths)
}

async function measureCase({ name, server, request, aim }: Case): Promise<string[]> {
  const servers = { app: await start(server), byHand: await start(`${server} by hand`) }
  const { app, byHand } = servers
  assert.deepEqual(
    await answerOf(app, request(app.linkPath)),
    await answerOf(byHand, request(byHand.linkPath)),
  )
  const costs = { app: [] as number[], byHand: [] as number[] }
  const speeds = { app: [] as number[], byHand: [] as number[] }
  for (let round = 0; round <= rounds; round++) {
    for (const kind of shuffled(['app', 'byHand'] as const)) {
      const before = await taken(servers[kind], 'time')
      const speed = await load(servers[kind], request(servers[kind].linkPath), requestsInRound)
      const after = await taken(servers[kind], 'time')
      // The first round warms up.
      if (round === 0) continue
      speeds[kind].push(speed)
      costs[kind].push((after.microseconds - before.microseconds) / requestsInRound)
    }
  }
  for (const { child } of [app, byHand]) child.kill()
  const part = ratio(costs.byHand, costs.app)
  return [
    name,
    microseconds(spread(costs.byHand)),
    microseconds(spread(costs.app)),
    share(part),
    verdict(part.median >= aim, `at least ${aim}`),
    `${perSecond(spread(speeds.byHand))}, ${perSecond(spread(speeds.app))}`,
  ]
}

async function measureMemory({ name, server, request }: Case): Promise<string[]> {
  const fresh = await start(server)
  await load(fresh, request(fresh.linkPath), 20_000)
  const few = await taken(fresh, 'memory')
  await load(fresh, request(fresh.linkPath), 180_000)
  const many = await taken(fresh, 'memory')
  fresh.child.kill()
  const mebibytes = [few, many].map(({ heapUsed }) => (heapUsed / 2 ** 20).toFixed(1))
  return [name, ...mebibytes, String(many.rejections)]
}

const speeds: string[][] = []
for (const one of cases) speeds.push(await measureCase(one))
const memories: string[][] = []
for (const one of cases) memories.push(await measureMemory(one))

writeSection({
  title: 'Webhooks over HTTP',
  command: 'npm run bench:http',
  versions: { autocannon: version },
  paragraphs: [
    `An app behind \`node:http\` against a server that was written by hand to do the same and nothing else: it parses the webhook, verifies HS256 and the hash of the body, opens and seals A256GCM,
and stringifies a literal. The figure is the processor time of the server's process a request, in ${rounds} rounds of ${requestsInRound.toLocaleString('en')} requests over ${connections} connections, both in turn. The requests
that autocannon counts in a second, by hand and of the app, depend on what else the machine does.`,
    table(['', 'by hand', 'the app', 'share', 'aim', 'requests'], speeds),
    'The heap of the process after a full collection.',
    table(['', 'MiB after 20,000 requests', 'after 200,000', 'unhandled rejections'], memories),
  ],
})
