import { type ChildProcess, execFileSync, spawn, spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { once } from 'node:events'
import { createServer, request as forward } from 'node:http'
import { createRequire } from 'node:module'
import type { AddressInfo } from 'node:net'
import jwt from 'jsonwebtoken'
import { createElement, Talk } from 'ncco-jsx'
import { type NodeHandler, toNodeHandler } from 'ncco-jsx/node'
import { createVoiceApp, type ServeError } from 'ncco-jsx/serve'
import { afterEach, beforeAll, describe, expect, it, onTestFinished } from 'vitest'
import { installServers, root, run } from '../../scripts/tools'
import { serverEnv, signatureSecret, startServer, withTsx } from '../support/example-server'
import { freePort } from '../support/free-port'
import { answerWebhook, inputWebhook } from '../support/webhooks'

// The example servers with the real frameworks, called over HTTP as Vonage calls them.

const running: ChildProcess[] = []
let folder: string

beforeAll(() => {
  folder = installServers()
})

afterEach(() => {
  for (const server of running.splice(0)) server.kill()
})

function signed(body: string): Record<string, string> {
  const payload_hash = createHash('sha256').update(body).digest('hex')
  const token = jwt.sign({ iss: 'Vonage', jti: body, payload_hash }, signatureSecret)
  return { authorization: `Bearer ${token}`, 'content-type': 'application/json' }
}

/** Runs a call: the answer webhook, then a key for the link that it gave out. Every body is signed. */
async function call(
  send: (path: string, body: string, headers: Record<string, string>) => Promise<[number, string]>,
) {
  // Spaces and order that a parser would not keep: the signature covers the bytes.
  const answerBody = JSON.stringify(answerWebhook, null, 3)
  const [status, answer] = await send('/voice/answer', answerBody, signed(answerBody))
  expect(status).toBe(200)
  const [talk, { eventUrl }] = JSON.parse(answer)
  expect(talk).toStrictEqual({
    action: 'talk',
    text: 'For sales, press 1, or say sales. For support, press 2, or say support. ',
    bargeIn: true,
    language: 'en-GB',
  })
  const link = new URL(eventUrl[0])
  const inputBody = JSON.stringify(inputWebhook)
  const path = link.pathname + link.search
  const [nextStatus, next] = await send(path, inputBody, signed(inputBody))
  expect([nextStatus, JSON.parse(next)]).toMatchObject([
    200,
    [{ text: 'I will connect you to sales.' }, { action: 'connect', from: '447700900000' }],
  ])
  const [refused, body] = await send(path, `${inputBody} `, signed(inputBody))
  expect([refused, body]).toStrictEqual([401, '{"error":"Unauthorized."}'])
  return link
}

/** The answer of the handler for AWS Lambda to the event of a request. */
function invokeLambda(
  method: string,
  path: string,
  body: string,
  headers: Record<string, string>,
): [status: number, body: string] {
  const [rawPath = '', rawQueryString = ''] = path.split('?')
  const event = {
    version: '2.0',
    rawPath,
    rawQueryString,
    headers,
    requestContext: { domainName: 'abc.lambda-url.eu-west-1.on.aws', http: { method } },
    body: Buffer.from(body).toString('base64'),
    isBase64Encoded: true,
  }
  const args = [...withTsx, 'test/support/invoke-lambda.ts']
  const output = execFileSync(process.execPath, args, {
    cwd: root,
    env: { ...serverEnv, EVENT: JSON.stringify(event) },
    encoding: 'utf8',
    stdio: 'pipe',
  })
  const { statusCode, headers: sent, body: answer } = JSON.parse(output)
  expect(sent['content-type']).toBe('application/json')
  return [statusCode, answer]
}

/** Runs a call over HTTP. */
async function callOver(origin: string): Promise<void> {
  const link = await call(async (path, body, headers) => {
    const response = await fetch(origin + path, { method: 'POST', headers, body })
    return [response.status, await response.text()]
  })
  expect(link.href).toMatch(`${origin}/voice/answer?sealed=`)
  const query = new URLSearchParams({ ...answerWebhook } as Record<string, string>)
  const { authorization } = signed('')
  const get = await fetch(`${origin}/voice/answer?${query}`, {
    headers: { authorization: authorization ?? '' },
  })
  expect(get.status).toBe(200)
}

describe('an example server', () => {
  it('holds under the compiler', () => {
    const tsc = createRequire(import.meta.url).resolve('typescript/bin/tsc')
    run(process.execPath, [tsc, '-p', 'examples/servers'], root)
  })

  it.each(['node-http', 'express', 'fastify', 'hono'])('on %s answers a call', async (name) => {
    const origin = await startServer([...withTsx, `examples/servers/${name}.ts`], root, 'listening')
    await callOver(origin)
  })

  it.each(['express', 'fastify'])('on %s leaves the bodies of other routes alone', async (name) => {
    const origin = await startServer([...withTsx, `examples/servers/${name}.ts`], root, 'listening')
    const body = '{"a":1}'
    const headers = { 'content-type': 'application/json' }
    const response = await fetch(`${origin}/other`, { method: 'POST', headers, body })
    expect([response.status, await response.text()]).toStrictEqual([200, body])
  })

  it('on Next answers a call', async () => {
    const next = createRequire(`${folder}package.json`).resolve('next/dist/bin/next')
    // Without the secrets of the server, which the app then needs at its first request.
    const { SIGNATURE_SECRET: _, LINK_SECRET: __, ...withoutSecrets } = serverEnv
    const options = { cwd: `${folder}next`, env: withoutSecrets, stdio: 'pipe' } as const
    execFileSync(process.execPath, [next, 'build'], options)
    await callOver(await startServer([next, 'start'], `${folder}next`, 'Ready'))
  })

  it('on AWS Lambda answers the events of a call', async () => {
    const link = await call(async (path, body, headers) =>
      invokeLambda('POST', path, body, headers),
    )
    expect(link.host).toBe('abc.lambda-url.eu-west-1.on.aws')
  })

  it('on AWS Lambda answers what no Request can be', () => {
    const query = new URLSearchParams({ ...answerWebhook } as Record<string, string>)
    const answer = `/voice/answer?${query}`
    expect(invokeLambda('GET', answer, 'a body', signed(''))[0]).toBe(200)
    expect(invokeLambda('TRACE', answer, '', signed(''))).toStrictEqual([
      405,
      '{"error":"This method is not allowed."}',
    ])
  })
})

describe('the advice of body-already-read', () => {
  /** The answer of a server to an answer webhook, and the error that onError gets. */
  async function ask(serve: (handle: NodeHandler) => Promise<number>) {
    const errors: unknown[] = []
    const app = createVoiceApp({
      answer: () => createElement(Talk, {}, 'Hello'),
      signature: false,
      development: false,
      onError: (error) => void errors.push(error),
    })
    const port = await serve(toNodeHandler(app))
    const response = await fetch(`http://127.0.0.1:${port}/answer`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(answerWebhook),
    })
    const [error] = errors as [ServeError?]
    return { status: response.status, code: error?.code, message: error?.message ?? '' }
  }

  /** Serves with Fastify, in a plugin where `code` was run. */
  const onFastify = (code: string) => async (handle: NodeHandler) => {
    const server = createRequire(`${folder}package.json`)('fastify')()
    onTestFinished(() => server.close())
    // biome-ignore lint/suspicious/noExplicitAny: its types are not installed here.
    server.register(async (instance: any) => {
      new Function('instance', code)(instance)
      // biome-ignore lint/suspicious/noExplicitAny: see above.
      instance.all('/*', (request: any, reply: any) => {
        reply.hijack()
        return handle(request.raw, reply.raw)
      })
    })
    await server.listen({ port: 0, host: '127.0.0.1' })
    return server.server.address().port
  }

  /** Serves with Express, after the body parser that `code` makes. */
  const onExpress = (code: string) => async (handle: NodeHandler) => {
    const express = createRequire(`${folder}package.json`)('express')
    const app = express()
    app.use(new Function('express', `return ${code}`)(express), handle)
    const server = createServer(app)
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
    onTestFinished(() => void server.close())
    return (server.address() as AddressInfo).port
  }

  it.each([
    ['Fastify', onFastify, '', /instance\.remove.*$/m],
    ['Express', onExpress, 'express.json()', /express\.json\(\{.*\} \}\)/],
  ] as const)('helps in %s, letter for letter', async (_, serve, without, written) => {
    const { message, ...refused } = await ask(serve(without))
    expect(refused).toStrictEqual({ status: 503, code: 'body-already-read' })
    const [advice = ''] = written.exec(message) ?? []
    expect(await ask(serve(advice))).toStrictEqual({ status: 200, code: undefined, message: '' })
  })
})

describe('an app on several machines', () => {
  /** Sends each request to the next origin, as a balancer does; counts what each received. */
  async function balance(origins: readonly string[]) {
    const received = origins.map(() => 0)
    let next = 0
    const balancer = createServer((request, response) => {
      const index = next++ % origins.length
      received[index] = (received[index] ?? 0) + 1
      const { method, url, headers } = request
      const onward = forward(`${origins[index]}${url}`, { method, headers }, (answer) => {
        response.writeHead(answer.statusCode ?? 0, answer.headers)
        answer.pipe(response)
      })
      request.pipe(onward)
    })
    await new Promise<void>((resolve) => balancer.listen(0, 'localhost', resolve))
    onTestFinished(() => void balancer.close())
    const { port } = balancer.address() as AddressInfo
    return { origin: `http://localhost:${port}`, received }
  }

  it('carries a call whose webhooks each land on another', async () => {
    const args = [...withTsx, 'examples/servers/node-http.ts']
    const origins = await Promise.all([0, 1, 2].map(() => startServer(args, root, 'listening')))
    const { origin, received } = await balance(origins)
    await callOver(origin)
    expect(received).toStrictEqual([2, 1, 1])
  })
})

describe('an app with a store of tokens in Redis', () => {
  // CI installs it: there a missing one is a failure.
  const hasRedis = Boolean(process.env.CI) || spawnSync('redis-server', ['--version']).status === 0
  const unless = hasRedis ? '' : ' (skipped: redis-server is not installed)'

  async function startRedis(port: number): Promise<ChildProcess> {
    const args = ['--port', String(port), '--save', '', '--bind', '127.0.0.1']
    const store = spawn('redis-server', args)
    running.push(store)
    await new Promise<void>((resolve) => {
      store.stdout.on('data', (chunk) => String(chunk).includes('Ready to accept') && resolve())
    })
    return store
  }

  /** Starts as many servers as asked for, which share the store at this port. */
  function startServers(port: number, count: number): Promise<string[]> {
    const env = { ...serverEnv, REDIS_URL: `redis://127.0.0.1:${port}` }
    const args = [...withTsx, 'examples/servers/redis.ts']
    const start = () => startServer(args, root, 'listening', env)
    return Promise.all(Array.from({ length: count }, start))
  }

  /** The status of the answer to a webhook with this token. */
  async function statusFrom(origin: string, jti: string): Promise<number> {
    const body = JSON.stringify({ ...answerWebhook, jti })
    const init = { method: 'POST', headers: signed(body), body }
    return (await fetch(`${origin}/voice/answer`, init)).status
  }

  it.skipIf(!hasRedis)(`refuses a token that another has seen${unless}`, async () => {
    const port = await freePort()
    await startRedis(port)
    const origins = await startServers(port, 2)
    const statuses = async () =>
      (await Promise.all(origins.map((origin) => statusFrom(origin, 'first')))).sort()
    expect(await statuses()).toStrictEqual([200, 401])
    expect(await statuses()).toStrictEqual([401, 401])
  })

  it.skipIf(!hasRedis)(`answers with 503 while Redis is away${unless}`, async () => {
    const port = await freePort()
    const store = await startRedis(port)
    const [origin = ''] = await startServers(port, 1)
    expect(await statusFrom(origin, 'before')).toBe(200)
    const gone = once(store, 'exit')
    store.kill()
    await gone
    const asked = performance.now()
    expect(await statusFrom(origin, 'meanwhile')).toBe(503)
    // It does not use up the deadline, which is four seconds.
    expect(performance.now() - asked).toBeLessThan(1000)
    await startRedis(port)
    await expect.poll(() => statusFrom(origin, crypto.randomUUID()), { timeout: 10_000 }).toBe(200)
  })
})
