import { Dtmf, Input, Talk } from 'ncco-jsx'
import {
  type AnswerWebhookProps,
  createVoiceApp,
  onAnswer,
  onInput,
  useWebhook,
  type VoiceAppOptions,
} from 'ncco-jsx/serve'
import { describe, expect, it, vi } from 'vitest'
import { rejected } from '../support/errors'
import { got, quietApp, read, secret } from '../support/requests'
import { codeOf, refusal } from '../support/serve-errors'
import { answerWebhook } from '../support/webhooks'

const baseUrl = 'https://calls.example.com/a'
const reminder = onAnswer('/reminder', ({ params }: AnswerWebhookProps<{ day: string }>) => (
  <Talk>See you on {params.day}.</Talk>
))
const chosen = onInput('/chosen', () => <Talk>Thank you.</Talk>)
const hooks = [reminder, chosen]
const appWith = (options: Partial<VoiceAppOptions> = {}) =>
  quietApp({ hooks, baseUrl, secret, basePath: '/voice', ...options })

describe('app.link', () => {
  it('writes the whole URL of a link, which the app answers', async () => {
    const link = await appWith().link(reminder({ day: 'Monday' }))
    expect(link).toMatch(/^https:\/\/calls\.example\.com\/a\/voice\/reminder\?sealed=[\w.-]+$/)
    const request = got(link.replace('/a/', '/'), answerWebhook)
    expect(await read(appWith().fetch(request))).toStrictEqual([
      200,
      [{ action: 'talk', text: 'See you on Monday.' }],
    ])
  })

  it('writes the plain URL in an app without a secret', async () => {
    const app = appWith({ secret: undefined })
    expect(await app.link(chosen())).toBe('https://calls.example.com/a/voice/chosen')
  })

  it.each<[string, Partial<VoiceAppOptions>, unknown, string]>([
    ['without a baseUrl', { baseUrl: undefined }, chosen(), 'no-base-url'],
    ['to a hook of another app', { hooks: [] }, chosen(), 'unknown-hook'],
    ['that is a hook', {}, chosen, 'not-a-link'],
    ['that is a text', {}, '/chosen', 'not-a-link'],
    ['whose params are not JSON', {}, reminder({ day: 1n as never }), 'params-not-json'],
    [
      'with params in an app without a secret',
      { secret: undefined },
      reminder({ day: '' }),
      'link-without-secret',
    ],
  ])('refuses a link %s', async (_, options, link, code) => {
    expect((await refusal(appWith(options).link(link as never))).code).toBe(code)
  })

  it('says why it needs a baseUrl', async () => {
    const { message } = await refusal(appWith({ baseUrl: undefined }).link(chosen()))
    expect(message).toBe(
      `no-base-url: app.link needs a whole URL outside of a call, but the app has no baseUrl.
  Give the app the public address of its server: createVoiceApp({ baseUrl: "https://calls.example.com" }).
  docs/errors.md#no-base-url`,
    )
  })
})

describe('app.render', () => {
  const flow = (
    <Input eventUrl={chosen()}>
      <Dtmf />
    </Input>
  )

  it('renders a flow with its links', async () => {
    const ncco = await appWith({ secret: undefined }).render(flow)
    expect(ncco).toStrictEqual([
      {
        action: 'input',
        type: ['dtmf'],
        eventUrl: ['https://calls.example.com/a/voice/chosen'],
      },
    ])
  })

  it('waits for async components', async () => {
    const Later = async () => <Talk>Hello</Talk>
    expect(await appWith().render(<Later />)).toStrictEqual([{ action: 'talk', text: 'Hello' }])
  })

  it('renders a flow without links in an app without a baseUrl', async () => {
    const app = appWith({ baseUrl: undefined })
    expect(await app.render(<Talk>Hello</Talk>)).toStrictEqual([{ action: 'talk', text: 'Hello' }])
  })

  it('refuses a link in an app without a baseUrl, with its place', async () => {
    const error = await refusal(appWith({ baseUrl: undefined }).render(flow))
    expect(error.code).toBe('no-base-url')
    expect(error.message).toMatch(/^no-base-url: Input\.eventUrl needs [\s\S]*\n {2}at <Input> \(/)
  })

  it('refuses what render refuses', async () => {
    expect((await rejected(appWith().render(null))).code).toBe('empty-flow')
    expect((await rejected(appWith().render(<Talk loop={-1}>Hello</Talk>))).code).toBe(
      'out-of-range',
    )
  })

  it('has no webhook', async () => {
    const Caller = () => <Talk>{useWebhook().from}</Talk>
    const error = await rejected(appWith().render(<Caller />))
    expect(codeOf(error.cause)).toBe('no-webhook')
  })

  it('tells the options of warnings, or else the console in development', async () => {
    const warn = vi.spyOn(console, 'warn').mockImplementation(() => {})
    const onWarning = vi.fn()
    const warned = <Talk language={'xx-XX' as never}>Hello</Talk>
    await appWith().render(warned, { onWarning })
    await appWith({ development: true }).render(warned)
    const written = warn.mock.calls.flat()
    warn.mockRestore()
    expect(onWarning.mock.calls.map(([{ code }]) => code)).toStrictEqual(['unknown-language'])
    expect(written).toStrictEqual([expect.stringMatching(/^warning unknown-language: /)])
  })
})

describe('an app that a build of Next loads', () => {
  const options = { answer: () => <Talk>Hello</Talk>, secret: '', signature: { secret: '' } }

  it('needs no secrets until its first request', async () => {
    const write = vi.spyOn(console, 'error').mockImplementation(() => {})
    vi.stubEnv('NEXT_PHASE', 'phase-production-build')
    const app = createVoiceApp(options)
    const error = await refusal(
      Promise.resolve().then(() => app.fetch(got('/answer', answerWebhook))),
    )
    vi.unstubAllEnvs()
    write.mockRestore()
    expect(error.code).toBe('bad-option')
    expect(() => createVoiceApp(options)).toThrow('bad-option')
  })
})
