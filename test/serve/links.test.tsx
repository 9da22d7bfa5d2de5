import fc from 'fast-check'
import { decodeProtectedHeader } from 'jose'
import { Dtmf, Input, Notify, render, Talk } from 'ncco-jsx'
import {
  type AnyHook,
  type InputWebhookProps,
  onInput,
  onNotify,
  type VoiceAppOptions,
} from 'ncco-jsx/serve'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { otherSpellings } from '../support/base64url'
import { caught } from '../support/errors'
import { got, origin, posted, quietApp, read, secret } from '../support/requests'
import { codeOf } from '../support/serve-errors'
import { watchUnhandled } from '../support/unhandled'
import { answerWebhook, inputWebhook } from '../support/webhooks'

const seen: unknown[] = []
const chosen = onInput('/chosen', ({ params }: InputWebhookProps<unknown>) => {
  seen.push(params)
  return <Talk>Thank you</Talk>
})
const other = onInput('/other', () => <Talk>Other</Talk>)
const asked = (params: unknown) => (
  <Input eventUrl={chosen(params)}>
    <Dtmf />
  </Input>
)
const hooks = [chosen, other]

/** The link that an app writes. */
async function linkOf(params: unknown, options: Partial<VoiceAppOptions> = {}): Promise<string> {
  const app = quietApp({ answer: () => asked(params), hooks, secret, ...options })
  const [, body] = await read(app.fetch(got(`${options.basePath ?? ''}/answer`, answerWebhook)))
  return (body as [{ eventUrl: [string] }])[0].eventUrl[0]
}

/** The status of a request by a link, and the code that onError receives. */
async function follow(link: string, options: Partial<VoiceAppOptions> = {}) {
  const learnt: unknown[] = []
  const onError = (error: unknown) => {
    learnt.push(codeOf(error))
  }
  const app = quietApp({ hooks, secret, onError, ...options })
  const [status] = await read(app.fetch(posted(link, inputWebhook)))
  return [status, ...learnt]
}

afterEach(() => {
  seen.length = 0
  vi.useRealTimers()
})

describe('a link', () => {
  it('leads to its hook below the base', async () => {
    const answer = () => <>{asked(undefined)}</>
    const app = quietApp({ answer, hooks, basePath: '/voice', baseUrl: 'https://a.example/b' })
    const [, body] = await read(app.fetch(got('/voice/answer', answerWebhook)))
    expect(body).toStrictEqual([
      { action: 'input', type: ['dtmf'], eventUrl: ['https://a.example/b/voice/chosen'] },
    ])
  })

  it('brings its params to the handler, whatever JSON they are', async () => {
    await fc.assert(
      fc.asyncProperty(fc.jsonValue(), async (json) => {
        const params: unknown = JSON.parse(JSON.stringify(json))
        seen.length = 0
        expect(await follow(await linkOf(params))).toStrictEqual([200])
        expect(seen).toStrictEqual([params])
      }),
      { numRuns: 50 },
    )
  })

  it('is as long as what arrives, and no longer', async () => {
    const length = (await linkOf('')).length
    // Four characters of the link for three of the params.
    const most = Math.floor(((4000 - length) * 3) / 4)
    const link = await linkOf('a'.repeat(most))
    expect(link.length).toBeGreaterThan(3990)
    expect(await follow(link)).toStrictEqual([200])
    await expect(linkOf('a'.repeat(most + 4))).rejects.toThrow()
  })

  it('brings its params with a GET too', async () => {
    const link = await linkOf({ attempt: 2 })
    const app = quietApp({ hooks, secret })
    expect((await app.fetch(got(link, inputWebhook))).status).toBe(200)
    expect(seen).toStrictEqual([{ attempt: 2 }])
  })

  it('shows nothing of its params, and never looks the same twice', async () => {
    const [first, second] = await Promise.all([linkOf('447700900001'), linkOf('447700900001')])
    expect(first).not.toBe(second)
    const token = new URL(first).searchParams.get('sealed') ?? ''
    expect(decodeProtectedHeader(token)).toStrictEqual({ alg: 'dir', enc: 'A256GCM' })
    expect(Buffer.from(token.replaceAll('.', ''), 'base64url').toString('latin1')).not.toContain(
      '4477',
    )
  })

  it.each<[string, unknown, Partial<VoiceAppOptions>, string]>([
    ['a hook that the app does not have', undefined, { hooks: [other] }, 'unknown-hook'],
    ['params without a secret', { a: 1 }, { secret: undefined }, 'link-without-secret'],
    ['params that are not JSON', { at: new Date(0) }, {}, 'params-not-json'],
    ['params that make it too long', 'a'.repeat(4000), {}, 'params-too-long'],
    ['params that JSON would lose', { a: Number.NaN }, {}, 'params-not-json'],
  ])('is refused for %s, with its place', async (_, params, options, code) => {
    const onError = vi.fn()
    const Menu = () => asked(params)
    const app = quietApp({ answer: Menu, hooks, secret, onError, ...options })
    expect((await app.fetch(got('/answer', answerWebhook))).status).toBe(503)
    const [error] = onError.mock.calls[0] ?? []
    expect(codeOf(error)).toBe(code)
    expect(error.message).toMatch(/\n {2}at <Input> \(.*links\.test\.tsx:\d+:\d+\) in <Menu>\n/)
  })

  it.each<[string, AnyHook, string]>([
    ['a hook for the same webhook', onInput('/chosen', () => {}), 'another hook has its path.'],
    ['a hook for another one', onNotify('/chosen', () => {}), 'another hook has its path.'],
    ['the app', other, "the app's own /answer has its path."],
  ])('is refused for a hook whose path is that of %s', async (_, registered, text) => {
    const unregistered = onInput(text.includes('own') ? '/answer' : '/chosen', () => {})
    const onError = vi.fn()
    const answer = () => (
      <Input eventUrl={unregistered()}>
        <Dtmf />
      </Input>
    )
    const app = quietApp({ answer, hooks: [registered], secret, onError })
    expect((await app.fetch(got('/answer', answerWebhook))).status).toBe(503)
    const [error] = onError.mock.calls[0] ?? []
    expect(codeOf(error)).toBe('unknown-hook')
    expect(error.message).toContain(`which the app does not have: ${text}\n`)
  })

  it('leads to its hook also where another copy of the package made both', async () => {
    vi.resetModules()
    const copy = await import('ncco-jsx/serve')
    const theirs = copy.onInput('/chosen', () => {})
    expect(copy.onInput).not.toBe(onInput)
    const answer = () => (
      <Input eventUrl={theirs()}>
        <Dtmf />
      </Input>
    )
    const app = quietApp({ answer, hooks: [theirs] })
    expect(await read(app.fetch(got('/answer', answerWebhook)))).toStrictEqual([
      200,
      [{ action: 'input', type: ['dtmf'], eventUrl: [`${origin}/chosen`] }],
    ])
  })

  /** The answer of an app whose flow has this path instead of a link, and the error that onError receives. */
  async function answerWith(path: string, options: Partial<VoiceAppOptions>) {
    const onError = vi.fn()
    const Menu = () => (
      <Input eventUrl={path}>
        <Dtmf />
      </Input>
    )
    const open = onInput('/open', () => {}, { open: true })
    const told = onNotify('/told', () => {})
    const all = { hooks: [...hooks, open, told], secret, onError, ...options }
    const request = got(`${options.basePath ?? ''}/answer`, answerWebhook)
    const [status, ncco] = await read(quietApp({ answer: Menu, ...all }).fetch(request))
    return { status, ncco, errors: onError.mock.calls.map(([error]) => error) }
  }

  it.each<[string, string, Partial<VoiceAppOptions>, string]>([
    ['of a sealed hook', '/chosen', {}, 'unsealed-path'],
    ['with a query', '/chosen?a=b', {}, 'unsealed-path'],
    ['below the base path', '/voice/chosen', { basePath: '/voice' }, 'unsealed-path'],
    ['of a hook for another webhook', '/told', {}, 'wrong-hook'],
    ['of such a hook in an app without a secret', '/told', { secret: undefined }, 'wrong-hook'],
  ])('is asked for instead of a path %s', async (_, path, options, code) => {
    const { status, errors } = await answerWith(path, options)
    expect([status, ...errors.map(codeOf)]).toStrictEqual([503, code])
    expect(errors[0].message).toMatch(/\n {2}at <Input> \(.*links\.test\.tsx:\d+:\d+\) in <Menu>\n/)
  })

  it.each<[string, string, Partial<VoiceAppOptions>]>([
    ['beside the base path', '/chosen', { basePath: '/voice' }],
    ['of a hook in an app without a secret', '/chosen', { secret: undefined }],
    ['of an open hook', '/open', {}],
    ['of the app', '/event', {}],
    ['of nothing', '/elsewhere', {}],
  ])('is not needed for a path %s', async (_, path, options) => {
    const { ncco, errors } = await answerWith(path, options)
    expect(errors).toStrictEqual([])
    expect(ncco).toMatchObject([{ eventUrl: [origin + path] }])
  })

  it('is refused by render, which knows no app', () => {
    const error = caught(() => render(asked({ a: 1 })))
    expect(error.issues.map(({ code, path }) => [code, path])).toStrictEqual([
      ['link-not-served', '/0/eventUrl'],
    ])
  })
})

describe('two links that cannot be written', () => {
  const unhandled = watchUnhandled()
  const told = onNotify<string>('/told', () => {})

  it('are refused by the first', async () => {
    const onError = vi.fn()
    const answer = () => (
      <>
        <Notify payload={{}} eventUrl={told('a'.repeat(4000))} />
        {asked({ at: new Date(0) })}
      </>
    )
    const app = quietApp({ answer, hooks: [...hooks, told], secret, onError })
    expect((await app.fetch(got('/answer', answerWebhook))).status).toBe(503)
    expect(onError.mock.calls.map(([error]) => codeOf(error))).toStrictEqual(['params-too-long'])
    expect(await unhandled()).toStrictEqual([])
  })
})

describe('a sealed link', () => {
  it('is refused by an app at another base path', async () => {
    const link = (await linkOf(1, { basePath: '/one' })).replace('/one', '/two')
    expect(await follow(link, { basePath: '/two' })).toStrictEqual([403, 'bad-link'])
    expect(await follow(link.replace('/two', ''))).toStrictEqual([403, 'bad-link'])
  })

  it('is made also without params, so that none can be taken away', async () => {
    const link = await linkOf(undefined)
    expect(await follow(link)).toStrictEqual([200])
    expect(seen).toStrictEqual([undefined])
    for (const params of [undefined, { attempt: 1 }]) {
      const [bare = ''] = (await linkOf(params)).split('?')
      expect(await follow(bare)).toStrictEqual([403, 'bad-link'])
    }
  })

  it('is not needed by a hook that is open', async () => {
    const open = onInput('/open', ({ params }) => <Talk>{String(params)}</Talk>, { open: true })
    const app = quietApp({ answer: () => null, hooks: [open], secret })
    expect(await read(app.fetch(posted('/open', inputWebhook)))).toStrictEqual([
      200,
      [{ action: 'talk', text: 'undefined' }],
    ])
    expect((await app.fetch(posted('/open?sealed=a', inputWebhook))).status).toBe(403)
  })

  it('is not needed in an app without a secret', async () => {
    expect(await follow('/chosen', { secret: undefined })).toStrictEqual([200])
  })

  it('is refused before it is opened if it is longer than any that the app writes', async () => {
    const onError = vi.fn()
    const app = quietApp({ hooks, secret, onError })
    for (const [length, why] of [
      [4000, 'it was altered'],
      [4001, 'it is longer than any'],
    ] as const) {
      const link = `/chosen?sealed=${'a'.repeat(length)}`
      expect((await app.fetch(posted(link, inputWebhook))).status).toBe(403)
      expect(onError.mock.lastCall?.[0].message).toContain(why)
    }
  })

  it('is refused by another hook', async () => {
    const link = (await linkOf(1)).replace('/chosen', '/other')
    expect(await follow(link)).toStrictEqual([403, 'bad-link'])
  })

  it.each([
    ['with another secret', { secret: `${secret}!` }],
    ['without a secret', { secret: undefined }],
  ])('is refused by an app %s', async (_, options) => {
    expect(await follow(await linkOf(1), options)).toStrictEqual([403, 'bad-link'])
  })

  it('is taken with each secret while one takes the place of another', async () => {
    const newest = 'another secret of more than 32 characters, for tests'
    const options: Partial<VoiceAppOptions> = { secret: [newest, secret] }
    expect(await follow(await linkOf(1), options)).toStrictEqual([200])
    const link = await linkOf(1, options)
    expect(await follow(link, options)).toStrictEqual([200])
    expect(await follow(link, { secret: newest })).toStrictEqual([200])
    expect(await follow(link)).toStrictEqual([403, 'bad-link'])
  })

  it('ends after its lifetime', async () => {
    const link = await linkOf(1, { linkLifetime: 60 })
    const made = Date.now()
    vi.useFakeTimers({ toFake: ['Date'], now: made + 58_000 })
    expect(await follow(link)).toStrictEqual([200])
    vi.setSystemTime(made + 62_000)
    expect(await follow(link)).toStrictEqual([403, 'bad-link'])
  })

  it.each<[string, (link: string) => string, Partial<VoiceAppOptions>]>([
    ['it has no seal.\n  Call the hook', (link) => link.replace(/\?.*/, ''), {}],
    ['it is sealed, and the app has no secret.\n  Give', (link) => link, { secret: undefined }],
    ['it was altered, or sealed with another secret.\n  If', (link) => link.slice(0, -1), {}],
    ['it was made for another path.\n  Use', (link) => link.replace('/chosen', '/other'), {}],
    ['it was made for another path.\n  Use', (link) => link.replace('/chosen', '/answer'), {}],
    ['it is too old.\n  If links must last longer', (link) => link, {}],
  ])('is refused with the reason and its remedy: %s', async (why, change, options) => {
    const link = await linkOf(1, { linkLifetime: 60 })
    if (why.includes('too old')) {
      vi.useFakeTimers({ toFake: ['Date'], now: Date.now() + 62_000 })
    }
    const onError = vi.fn()
    const app = quietApp({ answer: () => null, hooks, secret, onError, ...options })
    expect((await app.fetch(posted(change(link), inputWebhook))).status).toBe(403)
    expect(onError.mock.lastCall?.[0].message).toContain(`is refused: ${why}`)
  })

  it('is refused in another spelling of the same bytes', async () => {
    const link = new URL(await linkOf({ attempt: 1 }))
    const sealed = link.searchParams.get('sealed') ?? ''
    for (const spelling of otherSpellings(sealed)) {
      link.searchParams.set('sealed', spelling)
      expect(await follow(link.href)).toStrictEqual([403, 'bad-link'])
    }
  })

  it('is refused after any change', async () => {
    const link = new URL(await linkOf({ attempt: 1 }))
    const sealed = link.searchParams.get('sealed') ?? ''
    const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_.'
    const altered = fc
      .record({
        at: fc.nat(sealed.length - 1),
        by: fc.constantFrom(...alphabet),
        how: fc.constantFrom('replace', 'cut', 'add'),
      })
      .map(({ at, by, how }) => {
        const end = how === 'add' ? sealed.slice(at) : sealed.slice(at + 1)
        return how === 'cut' ? sealed.slice(0, at) : sealed.slice(0, at) + by + end
      })
      .filter((text) => text !== sealed)
    await fc.assert(
      fc.asyncProperty(fc.oneof(altered, fc.string()), async (text) => {
        link.searchParams.set('sealed', text)
        expect(await follow(link.href)).toStrictEqual([403, 'bad-link'])
      }),
      { numRuns: 200 },
    )
  })
})
