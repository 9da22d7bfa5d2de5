import { format } from 'node:util'
import { Dtmf, Input, Talk } from 'ncco-jsx'
import { Choice, Menu } from 'ncco-jsx/dialog'
import {
  type InputWebhookProps,
  onInput,
  type VoiceApp,
  type VoiceAppOptions,
} from 'ncco-jsx/serve'
import { beforeEach, describe, expect, it, vi } from 'vitest'
import { origin, posted, quietApp, secret } from '../support/requests'
import { answerWebhook, inputWebhook } from '../support/webhooks'

const written = vi.spyOn(console, 'error')

beforeEach(() => {
  written.mockReset().mockImplementation(() => {})
})

const Hello = () => <Talk>Hello</Talk>
const chosen = onInput('/chosen', ({ dtmf }: InputWebhookProps) => (
  <Talk loop={-Number(dtmf?.digits)}>Hello</Talk>
))

/** An app in production to which no onError was given. */
const silentApp = (options: Partial<VoiceAppOptions> = {}) =>
  quietApp({ answer: Hello, hooks: [chosen], onError: undefined, ...options })

/** The console lines after one app received these requests. */
async function linesAfter(app: VoiceApp, ...requests: readonly Request[]): Promise<string[]> {
  for (const request of requests) await app.fetch(request)
  return written.mock.calls.map((line) => line.join(' '))
}

/** A webhook whose body another parser has read. */
async function readBefore(): Promise<Request> {
  const request = posted('/answer', answerWebhook)
  await request.json()
  return request
}

/** A webhook whose body never arrives. */
function stalled(): Request {
  const headers = { 'content-type': 'application/json' }
  const init = { method: 'POST', headers, body: new ReadableStream(), duplex: 'half' }
  return new Request(`${origin}/answer`, init)
}

describe('the console of an app in production', () => {
  it('names a flow that fails each time', async () => {
    const app = silentApp({ answer: () => new Promise<never>(() => {}), deadline: 100 })
    const request = () => posted('/answer', answerWebhook)
    expect(await linesAfter(app, request(), request())).toStrictEqual(
      Array(2).fill(
        `ncco-jsx: deadline-exceeded: The flow gave no answer within 100 ms.
  Move slow work before or after the call, or do less of it. Vonage waits at most 5 seconds.
  at <answer>
  docs/errors.md#deadline-exceeded`,
      ),
    )
  })

  it('names the first body that did not arrive, and the first that was read before', async () => {
    const requests = [stalled(), stalled(), await readBefore(), await readBefore(), stalled()]
    const lines = await linesAfter(silentApp({ deadline: 100 }), ...requests)
    expect(lines).toStrictEqual([
      `ncco-jsx: body-too-slow: The body of a POST did not arrive within 100 ms.
  Check the network and the proxies in front of the app.
  docs/errors.md#body-too-slow
  No other body-too-slow is written. Give the app an onError to hear of all.`,
      expect.stringMatching(/^ncco-jsx: body-already-read: /),
    ])
  })

  it('names the first refusal of each code', async () => {
    const app = silentApp({ signature: { secret: 'x' }, maxBody: 1000 })
    const unsigned = () => posted('/answer', answerWebhook)
    const forged = () => posted('/answer', answerWebhook, { authorization: 'Bearer a.b.c' })
    const large = posted('/answer', { ...answerWebhook, region_url: 'x'.repeat(1000) })
    const lines = await linesAfter(
      app,
      ...[unsigned(), forged(), unsigned(), large, forged(), unsigned()],
    )
    expect(lines).toHaveLength(3)
    expect(lines[0]).toBe(
      `ncco-jsx: missing-signature: A webhook is not signed: there is no Authorization header.
  If every webhook from Vonage is unsigned, turn on signed webhooks for the application, and check whether a proxy removes the header.
  docs/errors.md#missing-signature
  No other missing-signature is written. Give the app an onError to hear of all.`,
    )
    expect(lines[1]).toBe(
      `ncco-jsx: bad-signature: The signature of a webhook is refused: the token is malformed.
  If Vonage sent it, compare the signature secret and the ids in createVoiceApp({ signature }) with those in the dashboard.
  docs/errors.md#bad-signature
  No other bad-signature is written. Give the app an onError to hear of all.`,
    )
    expect(lines[2]).toMatch(/^ncco-jsx: body-too-large: /)
    written.mockClear()
    expect(await linesAfter(silentApp({ signature: { secret: 'x' } }), unsigned())).toHaveLength(1)
  })

  it('shows where a rule is broken, but not by what', async () => {
    const pressed = { ...inputWebhook, dtmf: { digits: '4929' } }
    const [line = '', ...others] = await linesAfter(silentApp(), posted('/chosen', pressed))
    expect(others).toStrictEqual([])
    expect(line).not.toContain('4929')
    expect(line).toMatch(
      /^ncco-jsx: out-of-range\n {2}at <Talk> \(.*console\.test\.tsx:\d+:\d+\) in <hook at \/chosen>.*\n {2}docs\/errors\.md#out-of-range\n {2}Give the app an onError to learn why\.$/,
    )
  })

  it('counts what else is wrong', async () => {
    const answer = () => (
      <>
        <Talk loop={-1}>Hello</Talk>
        <Talk loop={-2}>Hello</Talk>
        <Talk level={7}>Hello</Talk>
      </>
    )
    const [line] = await linesAfter(silentApp({ answer }), posted('/answer', answerWebhook))
    expect(line).toMatch(/\n {2}and 2 more\n/)
  })

  it('says how to learn what a component threw', async () => {
    const Broken = (): never => {
      throw new Error('for 447700900001')
    }
    const [line] = await linesAfter(silentApp({ answer: Broken }), posted('/answer', answerWebhook))
    expect(line).toMatch(
      /^ncco-jsx: component-threw\n {2}at <Broken>.*\n {2}docs\/errors\.md#component-threw\n {2}Give the app an onError to learn why\.$/,
    )
    expect(line).not.toContain('4477')
  })

  it('names a link that cannot be written, with its place', async () => {
    const Menu = () => (
      <Input eventUrl={onInput('/elsewhere', Hello)()}>
        <Dtmf />
      </Input>
    )
    const [line] = await linesAfter(silentApp({ answer: Menu }), posted('/answer', answerWebhook))
    expect(line).toMatch(/^ncco-jsx: unknown-hook: .*\n.*\n {2}at <Input> .* in <Menu>/)
  })

  it('names the first refusal of each code of which onError failed to hear', async () => {
    const onError = () => {
      throw new Error('for 447700900001')
    }
    const app = quietApp({ answer: onError, onError })
    const nowhere = () => posted('/nowhere', answerWebhook)
    const answered = () => posted('/answer', answerWebhook)
    const lines = await linesAfter(app, nowhere(), nowhere(), answered(), answered(), nowhere())
    const told = lines.map((line) => /failed itself, given ([\w-]+)/.exec(line)?.[1])
    expect(told.filter((code) => code !== undefined)).toStrictEqual([
      'unknown-path',
      'component-threw',
      'component-threw',
    ])
  })

  it('stays empty if there is an onError', async () => {
    const onError = vi.fn()
    const app = quietApp({ answer: Hello, hooks: [chosen], secret, onError })
    expect(
      await linesAfter(app, await readBefore(), posted('/chosen', inputWebhook)),
    ).toStrictEqual([])
    expect(onError).toHaveBeenCalledTimes(2)
  })
})

describe('the console of an app in development', () => {
  const Menus = () => (
    <Menu prompt="For sales, press 1.">
      <Choice digit="1" />
      <Choice digit="1" />
    </Menu>
  )

  it('says once what a dialog lacks, and has what a component threw', async () => {
    const developed = (answer: VoiceAppOptions['answer']) =>
      silentApp({ answer, secret, development: true })
    const [line = '', ...more] = await linesAfter(
      developed(Menus),
      posted('/answer', answerWebhook),
    )
    expect(more).toStrictEqual([])
    expect(line).toMatch(/^same-choice: /)
    expect(line).not.toContain('NccoError')
    const thrown = new Error('The calendar is closed.')
    const throwing = () => {
      throw thrown
    }
    await developed(throwing).fetch(posted('/answer', answerWebhook))
    const lines = format(...(written.mock.calls.at(-1) ?? [])).split('\n')
    expect(lines[0]).toContain('component-threw')
    expect(lines).toContain(`Error: ${thrown.message}`)
  })
})
