import { readFileSync } from 'node:fs'
import { createServer } from 'node:http'
import { dial } from 'ncco-jsx/simulate'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { answering, connect, keys, talk } from '../support/answering'
import { ask, restPlatform } from '../support/rest'
import { listen } from '../support/servers'

// One test for each row of "Mistakes of public servers" in docs/simulator.md. Those of voice agents are in test/simulate/media.

const hello = [talk('Hello.')]
const json = (value: unknown) => Response.json(value)

describe('a public server', () => {
  afterEach(() => void vi.useRealTimers())

  it('has an event route that never ends its response', async () => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] })
    const asked = createServer()
    const origin = await listen((request, response) => {
      if (request.url?.startsWith('/answer')) {
        response.setHeader('content-type', 'application/json')
        response.end(JSON.stringify(hello))
      } else asked.emit('event')
    })
    asked.on('event', () => void vi.advanceTimersByTimeAsync(10_000))
    const call = await dial(`${origin}/answer`, { eventUrl: '/event' })
    expect(call.transcript()).toContain(
      `→ ringing       POST ${origin}/event (attempt 2): No answer within 10 s of real time. Does the route end its response?`,
    )
    expect([call.heard, call.ended?.reason]).toStrictEqual([['Hello.'], 'completed'])
  })

  it('answers an object', async () => {
    const call = await dial(() => json({ status: 'ok' }))
    expect(call.transcript()).toContain('200, an NCCO that is refused')
    expect(call.transcript()).toContain('not-an-ncco:')
    expect(call.ended?.reason).toBe('invalid-ncco')
  })

  it('answers text', async () => {
    const ok = () => new Response('OK')
    const answered = await dial(ok)
    expect(answered.transcript()).toContain('200, The content type is not application/json.')
    expect(answered.ended?.reason).toBe('no-ncco')
    const input = answering({ '/answer': [keys({ maxDigits: 1 }), ...hello], '/chosen': ok() })
    const call = await dial(input)
    await call.press('1')
    expect(call.heard).toStrictEqual(['Hello.'])
  })

  it('writes https links to itself, but speaks http', async () => {
    const origin = await listen((request, response) => {
      const eventUrl = [`https://${request.headers.host}/chosen`]
      response.setHeader('content-type', 'application/json')
      response.end(JSON.stringify([{ ...keys({ maxDigits: 1 }), eventUrl }]))
    })
    const call = await dial(`${origin}/answer`)
    await call.press('1')
    expect(call.transcript()).toContain('TLS failure.')
    expect(call.transcript()).toContain(`baseUrl: '${origin.replace('http:', 'https:')}'`)
  })

  it('reads dtmf as a text', async () => {
    const menu = [talk('For sales, press 1.'), keys({ maxDigits: 1 })]
    const call = await dial(
      answering({
        '/answer': menu,
        '/chosen': ({ dtmf }) => (dtmf === '1' ? [talk('Sales.')] : menu),
      }),
    )
    await call.press('1')
    expect(call.heard).toStrictEqual(['For sales, press 1.', 'For sales, press 1.'])
    expect(call.webhooks.at(-1)?.fields.dtmf).toStrictEqual({ digits: '1', timed_out: false })
  })

  it('transfers a call before its answer', async () => {
    const destination = { type: 'ncco', ncco: [{ action: 'conversation', name: 'room' }] }
    const transfer = (uuid: unknown) =>
      ask(platform, 'PUT', `/v1/calls/${uuid}`, { action: 'transfer', destination })
    const statuses: number[] = []
    const app = async ({ url }: Request) => {
      statuses.push((await transfer(new URL(url).searchParams.get('uuid'))).status)
      return json([...hello, keys()])
    }
    const platform = restPlatform({ target: app }, { early: undefined })
    const call = await dial(app, { platform, pace: 'manual' })
    statuses.push((await transfer(call.leg.uuid)).status)
    await call.wait(2)
    statuses.push((await transfer(call.leg.uuid)).status)
    await call.wait(0)
    expect(statuses).toStrictEqual([400, 400, 204])
    const path = `PUT /v1/calls/${call.leg.uuid}`
    for (const line of [
      `← transfer      ${path}: 400, the call is not up yet, because no NCCO has begun`,
      `← transfer      ${path}: 400, a call is not changed in its first 2 s`,
      `← transfer      ${path}: 204`,
    ]) {
      expect(call.transcript()).toContain(line)
    }
    expect([call.heard, call.state]).toStrictEqual([['Hello.'], 'conversation'])
  })

  it('transfers a call, and answers with an NCCO too', async () => {
    const destination = { type: 'ncco', ncco: [talk('Transferred.')] }
    const chosen = async (request: Request) => {
      const { uuid } = (await request.json()) as { uuid: string }
      await ask(platform, 'PUT', `/v1/calls/${uuid}`, { action: 'transfer', destination })
      return json([talk('Answered.')])
    }
    const app = (request: Request) =>
      request.url.includes('/chosen') ? chosen(request) : json([keys({ maxDigits: 1 })])
    const platform = restPlatform({ target: app })
    const call = await dial(app, { platform })
    await call.press('1')
    expect(call.heard).toStrictEqual(['Transferred.'])
    expect(call.transcript()).toContain(
      'The NCCO of that answer is discarded, because another one has taken its place meanwhile.',
    )
  })

  it('answers an event of a connect that is not synchronous with an NCCO', async () => {
    const eventUrl = ['https://app.example.com/called']
    const app = answering({ '/answer': [connect({ eventUrl })], '/called': hello })
    const call = await dial(app)
    await call.legs[0]?.busy()
    expect(call.transcript()).toContain(
      'an NCCO, which is discarded: a connect takes one only with "eventType": "synchronous"',
    )
  })

  it("uses the caller's own number as caller ID", async () => {
    const app = ({ url }: Request) =>
      json([connect({ from: new URL(url).searchParams.get('from') })])
    expect((await dial(app)).transcript()).toContain(
      "The caller ID is the caller's own number. It must be one of your Vonage numbers,",
    )
  })
})

describe('docs/simulator.md', () => {
  it('has one row for each of these tests', () => {
    const page = readFileSync(new URL('../../docs/simulator.md', import.meta.url), 'utf8')
    const [, section = ''] = /## Mistakes of public servers\n([\s\S]*?)\n## /.exec(page) ?? []
    const [table = ''] = section.split('And servers of voice agents')
    const rows = table.split('\n').filter((line) => /^\| (?!the server|-)/.test(line))
    const test = readFileSync(new URL(import.meta.url), 'utf8')
    const [, tests = ''] = /describe\('a public server'([\s\S]*?)\n\}\)/.exec(test) ?? []
    expect(rows).toHaveLength((tests.match(/\n {2}it\(/g) ?? []).length)
  })
})
