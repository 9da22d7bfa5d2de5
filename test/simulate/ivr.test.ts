import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { createVoiceApp } from 'ncco-jsx/serve'
import { type CallTarget, type DialOptions, dial } from 'ncco-jsx/simulate'
import { afterAll, describe, expect, it } from 'vitest'
import { flow } from '../../examples/ivr-menu/flow'

const servers: Server[] = []

afterAll(() => {
  for (const server of servers) server.close()
})

const question = 'For sales, press 1, or say sales. For support, press 2, or say support.'
const numbers: Record<string, string> = { sales: '447700900002', support: '447700900003' }

/** The IVR of the examples once more, in JSON by hand: no part of it knows this package. */
function listen(): Promise<string> {
  const menu = (base: string, attempt: number) => [
    {
      action: 'talk',
      text: attempt > 1 ? `Sorry, I did not get that. ${question}` : question,
      bargeIn: true,
    },
    {
      action: 'input',
      type: ['dtmf', 'speech'],
      eventUrl: [`${base}/chosen?attempt=${attempt}`],
      dtmf: { maxDigits: 1, timeOut: 5 },
      speech: { language: 'en-GB', context: ['sales', 'support'] },
    },
  ]
  const department = (name: string) => [
    { action: 'talk', text: `I will connect you to ${name}.` },
    {
      action: 'connect',
      from: '447700900000',
      timeout: 30,
      endpoint: [{ type: 'phone', number: numbers[name] }],
    },
  ]
  const server = createServer((request, response) => {
    const base = `http://${request.headers.host}`
    const url = new URL(request.url ?? '/', base)
    const answer = (ncco: unknown) => {
      response.setHeader('content-type', 'application/json')
      response.end(JSON.stringify(ncco))
    }
    if (url.pathname === '/answer') return answer(menu(base, 1))
    let body = ''
    request.on('data', (chunk) => {
      body += chunk
    })
    request.on('end', () => {
      if (url.pathname !== '/chosen') {
        response.statusCode = url.pathname === '/event' ? 204 : 404
        return response.end()
      }
      const { dtmf, speech } = JSON.parse(body)
      const attempt = Number(url.searchParams.get('attempt'))
      const byKey = { 1: 'sales', 2: 'support' }[String(dtmf.digits)]
      const bySpeech = speech.results[0]?.text.toLowerCase()
      const name = byKey ?? (bySpeech in numbers ? bySpeech : attempt < 3 ? undefined : 'sales')
      answer(name ? department(name) : menu(base, attempt + 1))
    })
  })
  servers.push(server)
  return new Promise((resolve) =>
    server.listen(0, '127.0.0.1', () => {
      const { port } = server.address() as AddressInfo
      resolve(`http://127.0.0.1:${port}/answer`)
    }),
  )
}

const targets: Record<string, { target: () => Promise<CallTarget>; options: DialOptions }> = {
  'served by this package, in memory': {
    target: async () =>
      createVoiceApp({
        ...flow,
        secret: 'only for tests, where it is no secret',
        signature: false,
      }),
    options: { eventUrl: '/event' },
  },
  'of node:http and JSON by hand, over HTTP': {
    target: listen,
    options: { eventUrl: '/event' },
  },
}

describe.each(Object.entries(targets))('an IVR %s', (_, { target, options }) => {
  it('connects by key', async () => {
    const call = await dial(await target(), options)
    expect(call.heard).toStrictEqual([question])
    await call.press('1')
    expect(call.heard[1]).toBe('I will connect you to sales.')
    const [sales] = call.legs
    expect(sales?.endpoint).toStrictEqual({ type: 'phone', number: numbers.sales })
    await sales?.answer()
    await sales?.hangUp()
    expect(call.ended).toStrictEqual({ at: 7.8, reason: 'completed' })
  })

  it('connects by speech', async () => {
    const call = await dial(await target(), options)
    await call.say('Support')
    expect(call.legs[0]?.endpoint.number).toBe(numbers.support)
  })

  it.each([
    ['silence', 'wait', 10],
    ['a wrong key', 'press', '9'],
    ['a wrong word', 'say', 'pizza'],
  ] as const)('asks again after %s, and connects to the first at last', async (_, act, what) => {
    const call = await dial(await target(), options)
    for (let attempt = 0; attempt < 3; attempt++) await call[act](what as never)
    expect(call.heard).toStrictEqual([
      question,
      `Sorry, I did not get that. ${question}`,
      `Sorry, I did not get that. ${question}`,
      'I will connect you to sales.',
    ])
    expect(call.legs).toHaveLength(1)
  })

  it('receives every event, whose answers count for nothing', async () => {
    const call = await dial(await target(), options)
    await call.press('2')
    await call.legs[0]?.busy()
    const events = call.webhooks.filter(({ kind }) => kind === 'event')
    expect(events.map(({ status, answer }) => [status, answer?.status])).toStrictEqual([
      ['started', 204],
      ['ringing', 204],
      ['answered', 204],
      ['started', 204],
      ['ringing', 204],
      ['busy', 204],
      ['completed', 204],
    ])
  })

  it('is asked again when the connection closes', async () => {
    let failed = false
    const call = await dial(await target(), {
      ...options,
      faults({ kind }) {
        if (failed || kind !== 'answer') return undefined
        failed = true
        return 'closed'
      },
    })
    expect(call.heard).toStrictEqual([question])
  })
})

describe('an answer URL', () => {
  it('at which nobody listens is tried twice', async () => {
    const server = createServer()
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
    const { port } = server.address() as AddressInfo
    await new Promise((resolve) => server.close(resolve))
    const call = await dial(`http://127.0.0.1:${port}/answer`)
    expect([call.ended?.reason, call.webhooks.length]).toStrictEqual(['no-ncco', 2])
    expect(call.transcript()).toContain('Connection closed. (ECONNREFUSED)')
  })

  it('that fetch itself refuses says why', async () => {
    // The port of "discard", to which no browser and no fetch connects.
    const call = await dial('http://127.0.0.1:9/answer')
    expect(call.transcript()).toContain('Connection closed. (bad port)')
  })

  it('may be of an app that knows itself under its public base', async () => {
    const base = 'https://calls.example.com'
    const server = createServer((request, response) => {
      response.setHeader('content-type', 'application/json')
      const input = {
        action: 'input',
        type: ['dtmf'],
        eventUrl: [`${base}/chosen`],
        dtmf: { maxDigits: 1 },
      }
      const isChosen = request.url === '/chosen'
      response.end(JSON.stringify([isChosen ? { action: 'talk', text: 'Chosen.' } : input]))
    })
    servers.push(server)
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
    const { port } = server.address() as AddressInfo
    const call = await dial(`http://127.0.0.1:${port}/answer`, { baseUrl: base })
    await call.press('1')
    expect(call.heard).toStrictEqual(['Chosen.'])
  })
})
