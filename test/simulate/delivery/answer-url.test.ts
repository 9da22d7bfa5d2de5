import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { dial } from 'ncco-jsx/simulate'
import { describe, expect, it } from 'vitest'
import { answering, keys, talk } from '../../support/answering'
import { listen } from '../../support/servers'

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
    const origin = await listen((request, response) => {
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
    const call = await dial(`${origin}/answer`, { baseUrl: base })
    await call.press('1')
    expect(call.heard).toStrictEqual(['Chosen.'])
  })

  it('is asked through the fetch that is given, to which links below the public base go too', async () => {
    const asked: string[] = []
    const app = answering({ '/answer': [keys()], '/chosen': [talk('Chosen.')] })
    const call = await dial('http://localhost:1/answer?tenant=7', {
      baseUrl: 'https://app.example.com',
      from: null,
      fetch(request, { redirect, signal }) {
        asked.push(
          `${request.method} ${request.url.split('&to=')[0]} ${redirect} ${signal.aborted}`,
        )
        return app(request)
      },
    })
    await call.press('1')
    await call.wait(5)
    expect(call.heard).toStrictEqual(['Chosen.'])
    expect(asked).toStrictEqual([
      'GET http://localhost:1/answer?tenant=7 manual false',
      'POST http://localhost:1/chosen manual false',
    ])
  })

  it('names the reason of a fetch that is given and rejects', async () => {
    const refused = Object.assign(new Error('It may not be asked.'), { code: 'EACCES' })
    const call = await dial('http://localhost:1/answer', { fetch: () => Promise.reject(refused) })
    expect(call.transcript()).toContain('Connection closed. (EACCES)')
  })
})
