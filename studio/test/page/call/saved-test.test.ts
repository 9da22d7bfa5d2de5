import type { LiveAudio } from 'ncco-jsx/simulate'
import { describe, expect, it } from 'vitest'
import { sayLive } from '../../../../test/simulate/media/live'
import { tone } from '../../../../test/simulate/media/tone'
import { eventually } from '../../../../test/support/eventually'
import type { Act } from '../../../page/call/act'
import { CallRun } from '../../../page/call/call-run'
import { literal } from '../../../page/call/literal'
import { replay } from '../../../page/call/replay'
import { parseScript } from '../../../page/call/script'
import { testOf } from '../../../page/call/test-of-run'
import type { CallSettings, TargetState } from '../../../src/protocol'
import { menu } from './support/menu'

const target: TargetState = {
  kind: 'module',
  name: './flows/menu.ts',
  file: 'flows/menu.ts',
  answerUrl: 'https://app.example.com/answer',
  status: 'ready',
  generation: 1,
  changed: [],
  exports: 'app',
}

async function saved(
  acts: readonly Act[],
  from: Partial<TargetState> = {},
  settings: CallSettings = {},
  hasVariables = false,
  prepare: (run: CallRun) => Promise<void> = async () => {},
) {
  const startsAt = '2026-11-27T09:00:00.000Z'
  const fetch = (request: Request) => menu(request)
  const run = new CallRun({ answerUrl: target.answerUrl, fetch, settings: {}, startsAt })
  const dialled = acts.findIndex(({ kind }) => kind === 'dial')
  for (const act of acts.slice(0, Math.max(0, dialled))) await run.perform(act)
  await run.dial()
  await replay(run, acts.slice(dialled + 1), { isWaiting: true, after: 0 })
  await prepare(run)
  const given = { to: '447700900000', ...settings }
  return testOf(run, { ...target, ...from }, given, { startsAt, hasVariables })
}

describe('a call that is saved as a test', () => {
  it('does what the caller did, at a natural pace', async () => {
    expect(
      await saved(parseScript('silence; press 1; leg 1 answer; leg 1 say Hello.')),
    ).toStrictEqual({
      file: 'flows/menu.call.test.ts',
      text: `import { createPlatform, dial } from 'ncco-jsx/simulate'
import { expect, it, vi } from 'vitest'
import target from './menu'

it('silence; press 1; leg 1 answer; leg 1 say Hello.', async () => {
  vi.setSystemTime('2026-11-27T09:00:00.000Z')
  const platform = createPlatform({ startsAt: '2026-11-27T09:00:00.000Z' })
  const call = await dial(target, { platform, to: '447700900000' })
  await call.wait(3)
  await call.press('1')
  await call.legs[0]?.answer()
  await call.legs[0]?.say('Hello.')
  expect(call.heard).toStrictEqual([
    'Welcome.',
    'For sales, press 1.',
    'Sorry. For sales, press 1.',
    'Sales.',
    'Hello.',
  ])
  expect(call.state).toBe('connected')
})
`,
    })
  })

  it('leaves out what a microphone said, which no test says again', async () => {
    const { text } = await saved(
      parseScript('press 1; leg 1 answer'),
      {},
      {},
      false,
      async ({ call }) => {
        const line = call?.legs[0]?.openAudio()
        await sayLive(line as LiveAudio, tone(440, 16_000, 0.2), 16_000)
        await eventually(() => expect(call?.legs[0]?.audio).toHaveLength(1))
        line?.close()
        expect(call?.heard.at(-1)).toMatch(/ s of audio\)$/)
      },
    )
    expect(text).toContain(
      "expect(call.heard).toStrictEqual(['Welcome.', 'For sales, press 1.', 'Sales.'])",
    )
  })

  it('takes the time of the clock where someone interrupted', async () => {
    const { text } = await saved(parseScript('after 0.2 press 9; after 1 press 1'))
    expect(text).toContain("pace: 'manual'")
    expect(text).toContain(`  await call.wait(0.2)
  await call.press('9')
  await call.wait(1)
  await call.press('1')`)
  })

  it('has the faults, before the call and in it', async () => {
    const { text } = await saved(parseScript('fault status 503; dial; fault closed; press 1'))
    expect(text).toContain(`  let fault: DeliveryFault | undefined
  fault = { status: 503 }
  const call = await dial(target, {
    platform,
    to: '447700900000',
    faults: () => {`)
    expect(text).toContain("  fault = 'closed'\n  await call.press('1')")
  })

  it('wraps a component in an app, and dials a server by its URL', async () => {
    const { text } = await saved([], { exports: 'component' })
    expect(text).toContain(`import Flow from './menu'

const target = createVoiceApp({ answer: Flow, secret: 'x'.repeat(32), signature: false })`)
    const server = await saved([], { kind: 'server', file: undefined })
    expect(server.text).not.toContain('vi.setSystemTime')
    expect(server.file).toBe('call.call.test.ts')
    expect(server.text).toContain("await dial('https://app.example.com/answer', {")
  })
})

describe('a call with REST requests that is saved as a test', () => {
  const order = {
    to: [{ type: 'phone', number: '447700900002' }],
    from: { type: 'phone', number: '447700900000' },
    ncco: [
      { action: 'talk', text: 'Your order is ready.' },
      { action: 'wait', timeout: 60 },
    ],
  }

  it('makes them at their moments, about the calls of the test', async () => {
    const run = new CallRun({
      answerUrl: 'https://app.example.com/voice/answer',
      fetch: async (request) => menu(request),
      settings: {},
      startsAt: '2026-11-27T09:00:00.000Z',
      rest: { url: 'http://localhost:4400', application: { id: 'a', publicKey: false } },
    })
    const request = (path: string, method: string, body: object) =>
      new Request(`http://localhost:4400${path}`, {
        method,
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify(body),
      })
    await run.answer(request('/v1/calls', 'POST', order), 'anybody')
    await run.perform({ kind: 'call', call: 1, does: { kind: 'answer' } })
    await run.passUntil(3)
    const { uuid } = run.subject?.leg ?? {}
    await run.answer(request(`/v1/calls/${uuid}/talk`, 'PUT', { text: `\`${uuid}\`` }), 'anybody')
    await run.passUntil(20)
    await run.answer(request(`/v1/calls/${uuid}`, 'PUT', { action: 'hangup' }), 'anybody')
    const answerUrl = 'https://app.example.com/voice/answer'
    const { text } = testOf(
      run,
      { ...target, answerUrl },
      {},
      {
        startsAt: '2026-11-27T09:00:00.000Z',
        hasVariables: false,
        applicationId: 'a',
      },
    )
    expect(text).toContain("import { createPlatform } from 'ncco-jsx/simulate'")
    expect(text).toContain(`  const platform = createPlatform({
    startsAt: '2026-11-27T09:00:00.000Z',
    limits: false,
    application: {
      id: 'a',
      publicKey: false,
      target,
      pace: 'manual',
      eventUrl: '/voice/event',
    },
  })
`)
    expect(text).toContain(`  expect(await ask('POST', '/v1/calls', {
    to: [{ type: 'phone', number: '447700900002' }],
    from: { type: 'phone', number: '447700900000' },
    ncco: [
      { action: 'talk', text: 'Your order is ready.' },
      { action: 'wait', timeout: 60 },
    ],
  })).toBe(true)
  await platform.calls[0]?.leg.answer()
  await platform.wait(3)
  expect(await ask('PUT', \`/v1/calls/\${platform.calls[0]?.leg.uuid}/talk\`, { text: \`\\\`\${platform.calls[0]?.leg.uuid}\\\`\` })).toBe(true)
  await platform.wait(17)
  expect(await ask('PUT', \`/v1/calls/\${platform.calls[0]?.leg.uuid}\`, { action: 'hangup' })).toBe(true)
  expect(platform.calls[0]?.heard).toStrictEqual([`)
    expect(text).toContain("expect(platform.calls[0]?.ended?.reason).toBe('hung-up-by-app')")
  })
})

describe('a call of an app that wants more', () => {
  it('is signed with the secret in the variable, never with the secret itself', async () => {
    const { text } = await saved([], {}, { signature: 'VOICE_SECRET' }, true)
    expect(text).toContain(
      '// Before the app is imported, which reads them.\nvi.hoisted(() => process.loadEnvFile())',
    )
    expect(text).toContain("signature: { secret: process.env['VOICE_SECRET'] ?? '' }")
  })

  it('has the headers of every webhook', async () => {
    const headers = { 'X-Tenant': '7' }
    const { text } = await saved([], {}, { headers })
    expect(text).toContain(`const target = (request: Request) => {
  request.headers.set('X-Tenant', '7')
  return app.fetch(request)
}`)
    const server = await saved([], { kind: 'server', file: undefined }, { headers })
    expect(server.text).toContain(`    fetch: (request, init) => {
      request.headers.set('X-Tenant', '7')
      return fetch(request, init)
    },`)
  })
})

describe('a literal', () => {
  it.each([
    ["it's", '"it\'s"'],
    ['say "hi"', `'say "hi"'`],
    ['a\\b\n', "'a\\\\b\\n'"],
    [{ 'x-a': [1, null] }, "{ 'x-a': [1, null] }"],
  ])('of %j reads back', (value, source) => {
    expect(literal(value)).toBe(source)
    expect(new Function(`return ${source}`)()).toStrictEqual(value)
  })
})
