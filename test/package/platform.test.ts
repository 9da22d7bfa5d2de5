import { type ChildProcess, execFile } from 'node:child_process'
import { generateKeyPairSync, randomUUID } from 'node:crypto'
import { once } from 'node:events'
import { readFileSync, symlinkSync, writeFileSync } from 'node:fs'
import { createServer, type Server } from 'node:http'
import { get } from 'node:https'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import { text } from 'node:stream/consumers'
import { promisify } from 'node:util'
import jwt from 'jsonwebtoken'
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from 'vitest'
import { WebSocketServer } from 'ws'
import { installTools } from '../../scripts/tools'
import { eventually } from '../support/eventually'
import { obeyed } from '../support/terminal'
import { makeUserProject, type UserProject } from '../support/user-project'

let user: UserProject

beforeAll(() => {
  user = makeUserProject()
  const selfsigned = join(installTools('tls'), 'node_modules/selfsigned')
  symlinkSync(selfsigned, join(user.folder, 'node_modules/selfsigned'), 'junction')
})

afterAll(() => user.remove())

const keyPair = generateKeyPairSync('rsa', { modulusLength: 2048 })
const privateKey = keyPair.privateKey.export({ type: 'pkcs8', format: 'pem' }).toString()
const publicKey = keyPair.publicKey.export({ type: 'spki', format: 'pem' }).toString()
const id = 'aaaaaaaa-bbbb-4ccc-8ddd-0123456789ab'
const token = () =>
  jwt.sign({ application_id: id, jti: randomUUID() }, privateKey, { algorithm: 'RS256' })

function start(args: readonly string[], env?: NodeJS.ProcessEnv): ChildProcess {
  const child = user.start(['platform', ...args], env)
  onTestFinished(() => void child.kill('SIGKILL'))
  return child
}

/** What a command that cannot start prints, and its status. */
const fail = (args: readonly string[], env?: NodeJS.ProcessEnv) =>
  user.run(['platform', ...args], env)

/** A platform that runs, with what it has printed. */
class Running {
  printed = ''
  readonly child: ChildProcess

  constructor(child: ChildProcess) {
    this.child = child
    child.stdout?.on('data', (data) => {
      this.printed += data
    })
    child.stderr?.on('data', (data) => {
      this.printed += data
    })
  }

  /** Waits until it has printed this. */
  async until(expected: string | RegExp): Promise<string> {
    return eventually(() => {
      expect(this.printed).toMatch(expected)
      return this.printed
    })
  }

  async url(): Promise<string> {
    return /listens at (\S+),/.exec(await this.until('listens at'))?.[1] ?? ''
  }

  /** Sends Ctrl-C. Returns the exit status. */
  async interrupt(): Promise<unknown> {
    const status = new Promise((resolve) => this.child.on('close', resolve))
    this.child.kill('SIGINT')
    return status
  }
}

const menu = (origin: string) => [
  { action: 'talk', text: 'Press 1.', bargeIn: true },
  { action: 'input', type: ['dtmf'], dtmf: { maxDigits: 1 }, eventUrl: [`${origin}/chosen`] },
]
const sales = [
  { action: 'talk', text: 'Sales.' },
  {
    action: 'connect',
    from: '447700900000',
    endpoint: [{ type: 'phone', number: '447700900002' }],
  },
]

/** An app with a menu. Collects the statuses of events. */
async function serveApp(ncco?: object[]) {
  const statuses: unknown[] = []
  const server: Server = createServer(async (request, response) => {
    const { pathname } = new URL(request.url ?? '/', origin)
    // A platform that is killed at the end of a test may be in the middle of a request.
    const body = await text(request).catch(() => undefined)
    if (body === undefined) return
    if (pathname === '/event') statuses.push(JSON.parse(body).status)
    const answers: Readonly<Record<string, object[]>> = {
      '/answer': ncco ?? menu(origin),
      '/chosen': sales,
    }
    const answer = answers[pathname]
    response.writeHead(answer ? 200 : 204, { 'content-type': 'application/json' })
    response.end(answer && JSON.stringify(answer))
  }).listen(0, '127.0.0.1')
  onTestFinished(() => {
    server.closeAllConnections()
    server.close()
  })
  await new Promise((resolve) => server.once('listening', resolve))
  const { port } = server.address() as AddressInfo
  const origin = `http://127.0.0.1:${port}`
  return { origin, statuses, answerUrl: `${origin}/answer` }
}

async function run(args: readonly string[] = []) {
  const app = await serveApp()
  const options = ['--answer-url', app.answerUrl, '--event-url', '/event', '--port', '0']
  const platform = new Running(start([...options, ...args]))
  return { app, platform, url: await platform.url() }
}

/** The server of a websocket that sends every frame back. */
async function serveEcho(): Promise<string> {
  const server = new WebSocketServer({ port: 0, host: '127.0.0.1' })
  server.on('connection', (socket) => {
    socket.on('message', (data, isBinary) => isBinary && socket.send(data))
  })
  onTestFinished(() => {
    for (const socket of server.clients) socket.terminate()
    server.close()
  })
  await once(server, 'listening')
  return `ws://127.0.0.1:${(server.address() as AddressInfo).port}`
}

/** A WAV file of half a second of sound. */
function makeWav(): Buffer {
  const wav = Buffer.alloc(44 + 16_000)
  wav.write('RIFF', 0)
  wav.writeUInt32LE(wav.length - 8, 4)
  wav.write('WAVEfmt ', 8)
  wav.writeUInt32LE(16, 16)
  for (const [place, value] of [1, 1, 16_000, 0, 32_000, 0, 2, 16].entries()) {
    wav.writeUInt16LE(value, 20 + 2 * place)
  }
  wav.write('data', 36)
  wav.writeUInt32LE(16_000, 40)
  for (let place = 44; place < wav.length; place += 2) {
    wav.writeInt16LE(Math.round(8000 * Math.sin(place / 20)), place)
  }
  return wav
}

async function post(url: string, body: object, headers: Record<string, string> = {}) {
  const response = await fetch(url, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body: JSON.stringify(body),
  })
  const answer = await response.text()
  return { status: response.status, body: answer === '' ? undefined : JSON.parse(answer) }
}

describe('ncco-jsx platform', () => {
  it('dials and acts by JSON, prints the transcript, and ends every call at Ctrl-C', async () => {
    const { app, platform, url } = await run()
    const { status, body } = await post(`${url}/simulator/dial`, { from: '447700900077' })
    expect(status).toBe(201)
    const call = `${url}/simulator/calls/${body.conversation_uuid}`
    await platform.until('listens for keys')
    expect(await post(call, { action: 'press', keys: '1' })).toMatchObject({ status: 200 })
    await platform.until('447700900002    is ringing')
    const { legs } = await (await fetch(call)).json()
    expect(legs).toMatchObject([
      {
        endpoint: { number: '447700900077' },
        status: 'answered',
        heard: [expect.any(String), 'Sales.'],
      },
      { endpoint: { number: '447700900002' }, status: 'ringing' },
    ])
    await post(`${url}/simulator/calls/${legs[1].uuid}`, { action: 'answer' })
    await post(`${url}/simulator/calls/${legs[1].uuid}`, { action: 'say', text: 'Hello.' })
    await platform.until(/#1 +[\d.]+ +447700900077 +hears 447700900002: “Hello.”/)
    expect(await platform.interrupt()).toBe(0)
    expect(platform.printed).toContain('Ending 1 call. ')
    expect(platform.printed).toContain('ended: closed')
    expect(platform.printed).toMatch(/The platform is closed, and 1 call ended with it\.\n$/)
    expect(app.statuses.filter((status) => status === 'completed')).toHaveLength(2)
  })

  it.each([
    ['the public key', publicKey],
    ['the private key', privateKey],
  ])('takes REST requests whose token fits %s', async (_, pem) => {
    const file = user.write('application.pem', pem)
    const { app, platform, url } = await run(['--application-id', id, '--public-key', file])
    const order = {
      to: [{ type: 'phone', number: '447700900001' }],
      from: { type: 'phone', number: '447700900000' },
      ncco: [{ action: 'talk', text: 'Your order is ready.' }],
    }
    const authorization = { authorization: `Bearer ${token()}` }
    const { status, body } = await post(`${url}/v1/calls`, order, authorization)
    expect([status, body.status]).toStrictEqual([201, 'started'])
    await post(`${url}/simulator/calls/${body.uuid}`, { action: 'answer' })
    await platform.until('hears “Your order is ready.”')
    await platform.until('ended: completed')
    await eventually(() => expect(app.statuses).toContain('completed'))
    const refused = await post(`${url}/v1/calls`, order)
    expect(refused.status).toBe(401)
    expect(await platform.interrupt()).toBe(0)
  })

  it('makes phones of the terminal', async () => {
    const { platform } = await run()
    const lines = ['/answer', '/dial 447700900088', '1', '/answer', 'Hello.', '/drop']
    for (const line of lines) platform.child.stdin?.write(`${line}\n`)
    await platform.until('There is no call yet.')
    await platform.until(/#1 +[\d.]+ +447700900088 +calls 447700900000/)
    await platform.until('hears 447700900088: “Hello.”')
    await platform.until('ended: completed')
    for (const line of ['/call 7', '1', '/dial', '/call 1', '2']) {
      platform.child.stdin?.write(`${line}\n`)
    }
    await platform.until('There is no call #7.')
    await platform.until('call-over: The call is over')
    expect(platform.printed).not.toContain('Error')
  })

  it('speaks a file to a websocket, and saves what came back', async () => {
    const uri = await serveEcho()
    const endpoint = { type: 'websocket', uri, 'content-type': 'audio/l16;rate=16000' }
    const app = await serveApp([{ action: 'connect', endpoint: [endpoint] }])
    const platform = new Running(start(['--answer-url', app.answerUrl, '--port', '0']))
    await platform.url()
    writeFileSync(join(user.folder, 'question.wav'), makeWav())
    const type = (line: string) => platform.child.stdin?.write(`${line}\n`)
    type('/dial')
    type('/speak missing.wav')
    await platform.until('The file cannot be read: ENOENT')
    user.write('platform.txt', 'no audio')
    type('/speak platform.txt')
    await platform.until('unusable-audio: The audio for speak')
    type('/speak question.wav')
    await platform.until(/hears ws:\S+: “\(\d\.\d\d s of audio\)”/)
    type('/save heard.wav')
    type('/hangup')
    await platform.until('ended: hung-up')
    const heard = readFileSync(join(user.folder, 'heard.wav'))
    expect(String(heard.subarray(0, 4))).toBe('RIFF')
    expect(heard.subarray(44).some((byte) => byte !== 0)).toBe(true)
    expect(await platform.interrupt()).toBe(0)
  })

  it('tells the app its own address', async () => {
    const app = await serveApp()
    let asked = ''
    const server = createServer((request, response) => {
      asked = request.url ?? ''
      response.writeHead(404).end()
    }).listen(0, '127.0.0.1')
    onTestFinished(() => void server.close())
    await new Promise((resolve) => server.once('listening', resolve))
    const { port } = server.address() as AddressInfo
    const answerUrl = `http://127.0.0.1:${port}/answer`
    const platform = new Running(start(['--answer-url', answerUrl, '--port', '0']))
    const url = await platform.url()
    await post(`${url}/simulator/dial`, {})
    await platform.until('ended: no-ncco')
    expect(new URL(asked, app.origin).searchParams.get('region_url')).toBe(url)
  })

  it('signs webhooks with --sign', async () => {
    const secret = 'the signature secret of the dashboard'
    let authorization = ''
    const server = createServer((request, response) => {
      authorization = request.headers.authorization ?? ''
      response.writeHead(200, { 'content-type': 'application/json' }).end('[]')
    }).listen(0, '127.0.0.1')
    onTestFinished(() => void server.close())
    await new Promise((resolve) => server.once('listening', resolve))
    const answerUrl = `http://127.0.0.1:${(server.address() as AddressInfo).port}/answer`
    const args = ['--answer-url', answerUrl, '--port', '0', '--sign']
    const platform = new Running(start(args, { SIGNATURE_SECRET: secret }))
    await post(`${await platform.url()}/simulator/dial`, {})
    await platform.until('ended: completed')
    expect(jwt.verify(authorization.replace('Bearer ', ''), secret)).toMatchObject({
      iss: 'Vonage',
    })
    expect(platform.printed).not.toContain(secret)
  })

  it('waits for an app that starts later', async () => {
    const reserved = createServer().listen(0, '127.0.0.1')
    await new Promise((resolve) => reserved.once('listening', resolve))
    const { port } = reserved.address() as AddressInfo
    await new Promise((resolve) => reserved.close(resolve))
    const answerUrl = `http://127.0.0.1:${port}/answer`
    const platform = new Running(start(['--answer-url', answerUrl, '--port', '0', '--wait', '60']))
    await platform.until(`Waiting for the app at http://127.0.0.1:${port} …`)
    const app = createServer((_, response) => response.end('[]')).listen(port, '127.0.0.1')
    onTestFinished(() => void app.close())
    expect(await platform.url()).toMatch(/^http:\/\/127\.0\.0\.1:\d+$/)
  })

  it('answers what a program asks wrongly', async () => {
    const { url } = await run()
    const { body } = await post(`${url}/simulator/dial`, {})
    const call = `${url}/simulator/calls/${body.conversation_uuid}`
    const asked = [
      await post(`${url}/simulator/dial`, { form: '1' }),
      await post(`${url}/simulator/dial`, { from: 7 }),
      await post(`${url}/simulator/dial`, []),
      await post(`${url}/simulator/dial`, {}, { 'content-type': 'text/plain' }),
      await post(call, { action: 'dance' }),
      await post(call, { action: 'press', keys: 'x' }),
      await post(`${url}/simulator/calls/nobody`, { action: 'hangup' }),
      await post(`${url}/simulator`, {}),
      await post(`${url}/simulator/dial`, {}, { origin: 'https://example.com' }),
    ]
    expect(asked.map(({ status, body }) => [status, body.code])).toStrictEqual([
      [400, 'unknown-option'],
      [400, 'simulator-option'],
      [400, 'not-json'],
      [415, 'not-json'],
      [400, 'unknown-action'],
      [409, 'no-such-key'],
      [404, 'no-such-call'],
      [404, 'nothing-here'],
      [403, 'from-a-browser'],
    ])
  })

  it('prints nothing that a terminal obeys', async () => {
    const app = await serveApp([{ action: 'talk', text: '\u001b]0;title\u0007\u009b2J\u202e' }])
    const platform = new Running(start(['--answer-url', app.answerUrl, '--port', '0']))
    await post(`${await platform.url()}/simulator/dial`, { from: '\u001b[31m' })
    await platform.until('ended: completed')
    expect(platform.printed).toContain('hears “\\u{1b}]0;title')
    expect(platform.printed).not.toMatch(obeyed)
  })

  describe('cannot start, and says why,', () => {
    it('on a port that is taken', async () => {
      const app = await serveApp()
      const { port } = new URL(app.origin)
      expect(await fail(['--answer-url', app.answerUrl, '--port', port])).toStrictEqual({
        stdout: '',
        stderr: `Port ${port} is taken. Name another with --port, or end what listens there.\n`,
        status: 1,
      })
    })

    it('if the app does not answer', async () => {
      const server = createServer().listen(0, '127.0.0.1')
      await new Promise((resolve) => server.once('listening', resolve))
      const { port } = server.address() as AddressInfo
      await new Promise((resolve) => server.close(resolve))
      const answerUrl = `http://127.0.0.1:${port}/answer`
      expect(await fail(['--answer-url', answerUrl, '--port', '0', '--wait', '0'])).toStrictEqual({
        stdout: '',
        stderr: `Nothing answers at http://127.0.0.1:${port} (ECONNREFUSED). Start the app first, or correct --answer-url; --wait gives the app more time to start.\n`,
        status: 1,
      })
    })

    const keys = ['--application-id', id, '--public-key']
    it.each<[string, readonly string[], string]>([
      [
        'with an application that has no key',
        ['--application-id', id],
        'name both --application-id and --public-key, or neither.',
      ],
      [
        'with a key that belongs to no application',
        ['--public-key', 'key.pem'],
        'name both --application-id and --public-key, or neither.',
      ],
      [
        'with a key that is missing',
        [...keys, 'missing.pem'],
        '--public-key: the file missing.pem does not exist.',
      ],
      [
        'with a file that holds no key',
        [...keys, 'package.json'],
        '--public-key: the file package.json holds no RSA key in PEM. Name the public key of the application, or its private.key.',
      ],
      [
        'with --sign, without a secret',
        ['--sign'],
        'SIGNATURE_SECRET is not set. Set it to the signature secret of the app, in the environment or in .env, or leave out --sign.',
      ],
      [
        'with an answer URL that is a path',
        ['--answer-url', '/answer'],
        "option '--answer-url <url>' argument '/answer' is invalid. Write a URL such as https://app.example.com.",
      ],
      [
        'with an event URL that is a word',
        ['--event-url', 'event'],
        "option '--event-url <url>' argument 'event' is invalid. Write a URL, or a path such as /event.",
      ],
      [
        'with a certificate without its key',
        ['--tls-cert', 'cert.pem'],
        'name both --tls-cert and --tls-key.',
      ],
      ['with a port that is no number', ['--port', 'http'], 'Write a number from 0 to 65535'],
    ])('%s', async (_, args, why) => {
      const { stdout, stderr, status } = await fail(args, { SIGNATURE_SECRET: '' })
      expect(stderr).toContain(why)
      expect({ stdout, status }).toStrictEqual({ stdout: '', status: 1 })
    })
  })
})

const runFile = promisify(execFile)
const hasPython = await runFile('python3', ['-c', 'import ssl']).then(
  () => true,
  () => false,
)

describe('ncco-jsx platform --tls', () => {
  /** Asks for the calls, over TLS. */
  const ask = (url: string, ca: string) =>
    new Promise<number | undefined>((resolve, reject) => {
      get(`${url}/simulator/calls`, { ca }, (response) => {
        response.resume()
        resolve(response.statusCode)
      }).on('error', reject)
    })

  it('makes a certificate for this machine, and removes it at the end', async () => {
    const { platform, url } = await run(['--tls'])
    const file = /CA_CERTS=(\S+)/.exec(platform.printed)?.[1] ?? ''
    const certificate = readFileSync(file, 'utf8')
    expect(url).toMatch(/^https:\/\/127\.0\.0\.1:/)
    expect(await ask(url, certificate)).toBe(200)
    expect(await ask(url.replace('127.0.0.1', 'localhost'), certificate)).toBe(200)
    expect(certificate).not.toContain('PRIVATE KEY')
    expect(await platform.interrupt()).toBe(0)
    expect(() => readFileSync(file)).toThrow('ENOENT')
  })

  // As the SDKs of Python and Ruby do, which know no other scheme than https. Python 3.13 is strict by default.
  it.runIf(hasPython)('is trusted by Python, which must be installed for this', async () => {
    const { platform, url } = await run(['--tls'])
    const file = /CA_CERTS=(\S+)/.exec(platform.printed)?.[1] ?? ''
    const script = `
import json, ssl, urllib.request
context = ssl.create_default_context(cafile=${JSON.stringify(file)})
context.verify_flags |= ssl.VERIFY_X509_STRICT
request = urllib.request.Request('${url}/simulator/dial', json.dumps({'from': '447700900099'}).encode(), {'content-type': 'application/json'})
print(urllib.request.urlopen(request, context=context).status)
`
    expect((await runFile('python3', ['-c', script])).stdout).toBe('201\n')
    await platform.until('447700900099    calls')
  })

  it('takes a certificate that is given', async () => {
    const { platform, url } = await run(['--tls'])
    const file = /CA_CERTS=(\S+)/.exec(platform.printed)?.[1] ?? ''
    expect(url).toContain('https')
    const module = join(user.folder, 'make.cjs')
    writeFileSync(
      module,
      `require('selfsigned').generate([{ name: 'commonName', value: 'localhost' }], { algorithm: 'sha256' })
        .then(({ cert, private: key }) => {
          require('node:fs').writeFileSync('given.pem', cert)
          require('node:fs').writeFileSync('given.key', key)
        })`,
    )
    await runFile(process.execPath, [module], { cwd: user.folder })
    const given = await run(['--tls-cert', 'given.pem', '--tls-key', 'given.key'])
    const certificate = readFileSync(join(user.folder, 'given.pem'), 'utf8')
    expect(await ask(given.url, certificate)).toBe(200)
    await expect(ask(given.url, readFileSync(file, 'utf8'))).rejects.toThrow(/certificate/)
  })
})

it('ncco-jsx platform --tls says what to install, where selfsigned is missing', async () => {
  const project = makeUserProject()
  onTestFinished(() => project.remove())
  const command = join(project.folder, 'node_modules/ncco-jsx/dist/cli.js')
  const ran = runFile(process.execPath, [command, 'platform', '--tls'], { cwd: project.folder })
  await expect(ran).rejects.toMatchObject({
    code: 1,
    stderr: expect.stringContaining('npm install --save-dev selfsigned'),
  })
})
