import { Talk } from 'ncco-jsx'
import { createVoiceApp, onInput, type VoiceAppOptions } from 'ncco-jsx/serve'
import { describe, expect, it, vi } from 'vitest'
import { got, secret } from '../support/requests'
import { refused } from '../support/serve-errors'
import { answerWebhook } from '../support/webhooks'

const Hello = () => <Talk>Hello</Talk>
const hook = onInput('/chosen', Hello)

describe('createVoiceApp', () => {
  it.each<[string, unknown, string]>([
    ['no component', {}, 'bad-option'],
    ['nothing', undefined, 'bad-option'],
    ['an element instead of a component', { answer: <Hello /> }, 'bad-option'],
    ['a text instead of an event component', { answer: Hello, event: 'x' }, 'bad-option'],
    ['an unending deadline', { answer: Hello, deadline: Number.POSITIVE_INFINITY }, 'bad-option'],
    ['a deadline that no timer takes', { answer: Hello, deadline: 1e10 }, 'bad-option'],
    ['a deadline of 0', { answer: Hello, deadline: 0 }, 'bad-option'],
    ['a deadline in seconds', { answer: Hello, deadline: 4 }, 'bad-option'],
    [
      'a secret from a missing variable beside hooks',
      { answer: Hello, hooks: [hook], secret: undefined },
      'bad-option',
    ],
    ['functions that are not hooks', { answer: Hello, hooks: [Hello] }, 'bad-option'],
    ['a relative base URL', { answer: Hello, baseUrl: '/voice' }, 'bad-option'],
    ['a base URL without a scheme', { answer: Hello, baseUrl: 'calls.example.com' }, 'bad-option'],
    ...['?b', '?', '#b', '#', 'c?#'].map((end): [string, unknown, string] => [
      `a base URL that ends with ${end}`,
      { answer: Hello, baseUrl: `https://a.example/${end}` },
      'bad-option',
    ]),
    ['a base path without a slash', { answer: Hello, basePath: 'voice' }, 'bad-path'],
    ['a base path that ends with a slash', { answer: Hello, basePath: '/voice/' }, 'bad-path'],
    ['a short secret', { answer: Hello, secret: 'short' }, 'weak-secret'],
    ['a short second secret', { answer: Hello, secret: [secret, 'short'] }, 'weak-secret'],
    ['a number as secret', { answer: Hello, secret: 7 }, 'bad-option'],
    ['a signature without a secret', { answer: Hello, signature: {} }, 'bad-option'],
    ['an empty signature secret', { answer: Hello, signature: { secret: '' } }, 'bad-option'],
    ...(
      [
        ['an array of signature secrets', { secret: ['a'] }],
        ['no account with a signature secret', { secret: {} }],
        ['an account with an empty signature secret', { secret: { a1b2c3d4: '' } }],
        ['an age that is not a number', { maxAge: Number.NaN }],
        ['an age of 0', { maxAge: 0 }],
        ['no methods', { methods: [] }],
        ['a misspelt method', { methods: ['post'] }],
        ['a misspelt policy', { payloadHashOnGet: 'required' }],
        ['a store that is not a function', { seen: new Set() }],
        ['an application id from a missing variable', { applicationId: undefined }],
        ['an empty application id', { applicationId: '' }],
        ['an issuer from a missing variable', { issuer: undefined }],
      ] satisfies [string, object][]
    ).map(([name, options]): [string, unknown, string] => [
      name,
      { answer: Hello, signature: { secret: 'x', ...options } },
      'bad-option',
    ]),
    [
      'two hooks on one path',
      { answer: Hello, hooks: [hook, onInput('/chosen', Hello)] },
      'path-taken',
    ],
    ...['/answer', '/fallback', '/event'].map((path): [string, unknown, string] => [
      `a hook on ${path}, which is the app's`,
      { answer: Hello, hooks: [onInput(path, Hello)] },
      'path-taken',
    ]),
  ])('refuses %s', (_, options, code) => {
    expect(refused(() => createVoiceApp(options as VoiceAppOptions)).code).toBe(code)
  })

  it.each<[string, object, string, string]>([
    ['signatur', { signatur: { secret: 'x' } }, 'no option signatur.', 'Write signature.'],
    [
      'signature.applicationID',
      { signature: { secret: 'x', applicationID: 'mine' } },
      'no option signature.applicationID.',
      'Write applicationId.',
    ],
    ['an unknown option', { port: 3000 }, 'no option port.', 'Leave it out.'],
    ['a name of every object', { toString: 1 }, 'no option toString.', 'Leave it out.'],
    [
      'a misspelt option without a value',
      { Secret: undefined },
      'no option Secret.',
      'Write secret.',
    ],
  ])('refuses %s, with the name that was probably meant', (_, options, wrong, remedy) => {
    const { code, message } = refused(() => createVoiceApp({ answer: Hello, ...options }))
    expect(code).toBe('bad-option')
    expect(message.split('\n').slice(0, 2)).toStrictEqual([
      `bad-option: createVoiceApp has ${wrong}`,
      `  ${remedy}`,
    ])
  })

  it.each<[string, object, string, string]>([
    [
      'a deadline in seconds',
      { deadline: 4 },
      'The option deadline of createVoiceApp must be a number of milliseconds from 100 to 10,000, but is 4.',
      'Give it a number of milliseconds from 100 to 10,000. If it comes from an environment variable, set the variable.',
    ],
    [
      'a number as text',
      { maxBody: '1000' },
      'The option maxBody of createVoiceApp must be a number above 0, but is a text.',
      'Give it a number above 0. If it comes from an environment variable, convert it: Number(process.env.NAME).',
    ],
    [
      'a promise',
      { signature: Promise.resolve({ secret: 'x' }) },
      'The option signature of createVoiceApp must be false, or an object with the signature secret of the account, but is a promise.',
      'Await the promise before the app is made. Give it false, or an object with the signature secret of the account.',
    ],
    [
      'an element',
      { event: <Hello /> },
      'The option event of createVoiceApp must be a component, but is an element.',
      'Give it the component itself, such as event: Answer.',
    ],
    [
      'a link among the hooks',
      { hooks: [hook, hook()] },
      'The option hooks[1] of createVoiceApp must be a hook, such as that which onInput(…) returns, but is a link.',
      'Give it the hook itself, without calling it.',
    ],
    [
      'a hook instead of an array',
      { hooks: hook },
      'The option hooks of createVoiceApp must be an array of hooks, such as those that onInput(…) returns, but is a function.',
      'Give it an array of hooks, such as those that onInput(…) returns.',
    ],
    [
      'the base of Vite',
      { baseUrl: '/' },
      'The option baseUrl of createVoiceApp must be an absolute URL such as "https://calls.example.com", without query and fragment, but is "/".',
      'Give it an absolute URL such as "https://calls.example.com", without query and fragment. If it comes from process.env.BASE_URL: Vite and Vitest set that variable to "/", so choose another name, such as PUBLIC_URL.',
    ],
    [
      'a base URL with a password',
      { baseUrl: 'ftp://user:password@calls.example.com' },
      'The option baseUrl of createVoiceApp must be an absolute URL such as "https://calls.example.com", without query and fragment, but is a text.',
      'Give it an absolute URL such as "https://calls.example.com", without query and fragment. If it comes from an environment variable, set the variable.',
    ],
    [
      'a missing secret beside hooks',
      { secret: undefined, hooks: [hook] },
      'The option secret of createVoiceApp must be a text of at least 32 characters, or an array of them, but is undefined.',
      'Give it a text of at least 32 characters, or an array of them. If it comes from an environment variable, set the variable.',
    ],
    [
      'a number as secret',
      { signature: { secret: 12345678 } },
      'The option signature.secret of createVoiceApp must be the signature secret of the account, or an object of one for each api_key, but is a number.',
      'Give it the signature secret of the account, or an object of one for each api_key. If it comes from an environment variable, set the variable.',
    ],
  ])('says what it got and what to write for %s', (_, options, wrong, remedy) => {
    const { message } = refused(() => createVoiceApp({ answer: Hello, ...options } as never))
    expect(message.split('\n').slice(0, 2)).toStrictEqual([`bad-option: ${wrong}`, `  ${remedy}`])
  })

  it.each<[string, object, boolean]>([
    ['a text', { signature: { secret: '' } }, true],
    ['a number', { deadline: Number.NaN }, true],
    ['an address', { baseUrl: 'x' }, true],
    ['a function', { onError: 'x' }, false],
    ['hooks', { hooks: {} }, false],
    ['a component', { event: 'x' }, false],
  ])('speaks of environment variables where they give %s', (_, options, speaks) => {
    const { message } = refused(() => createVoiceApp({ answer: Hello, ...options } as never))
    expect(message.includes('environment variable')).toBe(speaks)
  })

  it.each([
    ['chosen', 'it does not start with a slash'],
    ['', 'it does not start with a slash'],
    ['/', 'it ends with a slash'],
    ['/a/', 'it ends with a slash'],
    ['/a?b', 'it has a query or a fragment'],
    ['/a#b', 'it has a query or a fragment'],
    ['/a b', 'it arrives as /a%20b'],
    ['/wähl', 'it arrives as /w%C3%A4hl'],
    ['//a', 'it has two slashes in a row'],
    ['/a//b', 'it has two slashes in a row'],
    ['/a/../b', 'it has a part that is . or ..'],
    ['/./a', 'it has a part that is . or ..'],
    ['/%2e%2e/x', 'it has a part that is . or ..'],
    ['/:id', 'it has a placeholder, which paths of hooks do not take'],
    ['/calls/:id/next', 'it has a placeholder, which paths of hooks do not take'],
    ['/{id}', 'it has a placeholder, which paths of hooks do not take'],
    ['/[id]', 'it has a placeholder, which paths of hooks do not take'],
    ['/a|b', 'it has a character that a URL encodes'],
  ])('refuses a hook at %j and says why: %s', (path, why) => {
    const { code, message } = refused(() => onInput(path, Hello))
    expect(code).toBe('bad-path')
    expect(message).toContain(`The path of a hook cannot be ${JSON.stringify(path)}: ${why}.\n`)
  })

  it('refuses a hook without a path', () => {
    const { message } = refused(() => onInput(undefined as never, Hello))
    expect(message).toMatch(/^bad-path: The path of a hook cannot be this: it is not a text\.\n/)
  })

  it.each(['/a', '/a-b_c.d~e', '/a/b/c', '/a:b', '/w%C3%A4hl', '/a@b,c;d=e'])(
    'takes a hook at %s',
    (path) => {
      expect(onInput(path, Hello).path).toBe(path)
    },
  )

  it('says once, when it is made, that it accepts unsigned calls', async () => {
    const warn = vi.spyOn(console, 'warn').mockImplementation(() => {})
    const app = createVoiceApp({ answer: Hello })
    await app.fetch(got('/answer', answerWebhook))
    expect(warn.mock.calls.flat()).toStrictEqual([
      "ncco-jsx: warning: the app accepts unsigned webhooks, which anybody can send. Add signature: { secret: process.env.SIGNATURE_SECRET ?? '' } to createVoiceApp, beside its answer; the value stands as signature secret in the API settings of Vonage’s dashboard. Only for trials on your own machine: signature: false.",
    ])
    createVoiceApp({ answer: Hello, signature: false })
    createVoiceApp({ answer: Hello, signature: { secret: 'x' } })
    expect(warn).toHaveBeenCalledTimes(1)
    warn.mockRestore()
  })
})
