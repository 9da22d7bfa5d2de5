import { once } from 'node:events'
import { createServer } from 'node:http'
import { createVoiceApp } from 'ncco-jsx/serve'
import { dial } from 'ncco-jsx/simulate'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { DialledServer } from '../../../src/simulate/delivery/dialled-server'
import { answering, connect, keys, talk } from '../../support/answering'
import { failure } from '../../support/failure'
import { listen } from '../../support/servers'

const notify = (url: string) => [{ action: 'notify', payload: {}, eventUrl: [url] }, talk('Hello.')]

/** A server that answers with an NCCO, which gets the server's own host. */
const serving = (ncco: (host: string) => object[]) =>
  listen((request, response) => {
    response.setHeader('content-type', 'application/json')
    response.end(JSON.stringify(ncco(request.headers.host ?? '')))
  })

/** The answers of the transcript to webhooks of this kind. */
async function answersTo(kind: string, target: Parameters<typeof dial>[0]): Promise<string[]> {
  const { timeline } = await dial(target)
  return timeline.flatMap((entry) =>
    entry.type === 'webhook' && entry.kind === kind ? [entry.answer] : [],
  )
}

describe('advice about a server in another process', () => {
  afterEach(() => void vi.useRealTimers())

  it('asks whether its route ends a response that does not come, and nothing about its handlers', async () => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] })
    const server = createServer()
    const origin = await listen((request, response) => void server.emit('asked', request, response))
    const dialled = answersTo('answer', `${origin}/answer`)
    for (const _ of [1, 2]) {
      await once(server, 'asked')
      await vi.advanceTimersByTimeAsync(5_000)
    }
    const late = 'No answer within 5 s of real time. Does the route end its response?'
    expect(await dialled).toStrictEqual([late, late])
  })

  it('tells of baseUrl where it speaks http and writes https links to itself', async () => {
    const origin = await serving((host) => notify(`https://${host}/n`))
    const base = origin.replace('http:', 'https:')
    expect(await answersTo('notify', `${origin}/answer`)).toStrictEqual([
      `TLS failure. (ERR_SSL_WRONG_VERSION_NUMBER) If the dialled server means itself by this address, dial with { baseUrl: '${base}' }: links below it then go to ${origin}.`,
    ])
  })

  it('tells of baseUrl where it writes links to a public base', async () => {
    const origin = await serving(() => notify('http://127.0.0.1:9/voice/n?call=1'))
    const closed = `Connection closed. (bad port) If the dialled server means itself by this address, dial with { baseUrl: 'http://127.0.0.1:9' }: links below it then go to ${origin}.`
    expect(await answersTo('notify', `${origin}/answer`)).toStrictEqual([closed, closed])
  })

  it('asks whether it listens at all', async () => {
    const server = createServer()
    server.listen(0, '127.0.0.1')
    await once(server, 'listening')
    const { port } = server.address() as { port: number }
    server.close()
    await once(server, 'close')
    const closed = `Connection closed. (ECONNREFUSED) Does a server listen at http://127.0.0.1:${port}?`
    const answers = await answersTo('answer', `http://127.0.0.1:${port}/answer`)
    expect(answers).toStrictEqual([closed, closed])
  })

  it('asks whether it speaks http where it was dialled over https', async () => {
    const origin = (await serving(() => [])).replace('http:', 'https:')
    expect(await answersTo('answer', `${origin}/answer`)).toStrictEqual([
      `TLS failure. (ERR_SSL_WRONG_VERSION_NUMBER) Does the server speak http? Dial ${origin.replace('https:', 'http:')}.`,
    ])
  })

  it.each([
    ['DEPTH_ZERO_SELF_SIGNED_CERT', 'localhost', 'Name its certificate in NODE_EXTRA_CA_CERTS.'],
    ['UNABLE_TO_VERIFY_LEAF_SIGNATURE', '[::1]', 'Name its certificate in NODE_EXTRA_CA_CERTS.'],
    ['CERT_HAS_EXPIRED', 'localhost', undefined],
    ['DEPTH_ZERO_SELF_SIGNED_CERT', 'calls.example.com', undefined],
  ])('tells what to do about %s at %s', (why, host, advice) => {
    const url = `https://${host}:3000/answer`
    expect(new DialledServer(new URL(url), new URL(url).origin).adviceOn(why, url)).toBe(advice)
  })

  it('does not tell of baseUrl below it', () => {
    const base = 'https://calls.example.com'
    const server = new DialledServer(new URL('http://localhost:3000/answer'), base)
    expect(server.adviceOn('ECONNRESET', `${base}/chosen`)).toBe(undefined)
  })
})

describe('advice about an app in memory', () => {
  it('gives no address', async () => {
    const broken = () => new Response(new ReadableStream({ pull: (body) => body.error('broken') }))
    expect(await answersTo('answer', broken)).toStrictEqual([
      'Connection closed. (broken)',
      'Connection closed. (broken)',
    ])
  })

  it('has the whole hint of an app that wants signed webhooks', async () => {
    const app = createVoiceApp({
      answer: () => null,
      signature: { secret: 'a secret of the dashboard' },
      onError() {},
    })
    const [answer] = await answersTo('answer', app)
    expect(answer).toContain('dial(app, { signature: { secret } })')
  })

  it.each([401, 403])('says after status %i that webhooks can be signed', async (status) => {
    const refusing = () => new Response(null, { status })
    expect(await answersTo('answer', refusing)).toStrictEqual([
      `${status}. If the application wants signed webhooks, give its secret: { signature: { secret } }.`,
    ])
    const signed = await dial(refusing, { signature: { secret: 'another secret' } })
    expect(signed.transcript()).not.toContain('give its secret')
  })
})

describe('advice about a leg that is not in the call', () => {
  it('waits for the application where that has not answered', async () => {
    const app = answering({ '/answer': [keys()] })
    const call = await dial(app, { pace: 'manual', faults: () => ({ slow: 2 }) })
    const error = await failure(call.press('1'))
    expect(error.message).toContain(
      'The leg 447700900001 is not in the call: it is ringing.\n  Let the application answer first: await call.wait(seconds).',
    )
    await call.wait(2)
    await call.press('1')
  })

  it('lets a leg answer that rings, and knows that one that is over cannot', async () => {
    const call = await dial([connect({ timeout: 5 }), keys()])
    const [leg] = call.legs
    expect((await failure(leg?.press('1'))).message).toContain('await leg.answer().')
    await leg?.busy()
    const error = await failure(leg?.press('1'))
    expect(error.message).toContain(
      'it is busy.\n  Do it while the leg is in the call; the transcript says when it was.',
    )
  })
})
