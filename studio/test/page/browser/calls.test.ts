import { existsSync, mkdirSync, symlinkSync } from 'node:fs'
import { join } from 'node:path'
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { root } from '../../../../scripts/tools'
import { privateKey } from '../../../../test/support/rest'
import { hasBrowser, unlessBrowser } from './support/find-browser'
import { transcriptOf } from './support/reading'
import { launchBrowser, openStudio } from './support/studio-page'
import { violations } from './support/violations'

const room = `export default [
  { action: 'talk', text: 'Welcome to the standup.' },
  { action: 'conversation', name: 'standup' },
]`

/** An app that calls its colleague by REST when its caller presses a key. */
const callingBack = `import { Vonage } from '@vonage/server-sdk'
import { Dtmf, Input, Talk } from 'ncco-jsx'
import { createVoiceApp, onInput } from 'ncco-jsx/serve'
const { voice } = new Vonage(
  { applicationId: 'an application', privateKey: process.env.KEY },
  { apiHost: process.env.VONAGE_API_HOST },
)
const chosen = onInput('/chosen', async () => {
  await voice.createOutboundCall({
    to: [{ type: 'phone', number: '447700900002' }],
    from: { type: 'phone', number: '447700900000' },
    ncco: [{ action: 'talk', text: 'A customer waits.' }],
  })
  return <Talk>We will call you back.</Talk>
})
export default createVoiceApp({
  answer: () => <Input eventUrl={chosen()}><Dtmf maxDigits={1} /></Input>,
  hooks: [chosen],
  secret: 'a secret of at least thirty-two characters',
  signature: false,
})
`

describe.skipIf(!hasBrowser)(`several calls in the page${unlessBrowser}`, () => {
  let browser: Browser
  beforeAll(async () => {
    browser = await launchBrowser()
  })
  afterAll(() => browser?.close())

  it('meet in a conversation, each with a phone of its own', async () => {
    const studio = await openStudio(browser, { 'app.ts': room })
    const { page } = studio
    const lines = () => transcriptOf(page)
    await page.getByRole('radio', { name: 'At once' }).check({ force: true })
    await page.getByRole('button', { name: 'Call', exact: true }).click()
    await expect.poll(lines).toContain('447700900001: entered “standup”')
    await page.getByText('Another caller', { exact: true }).click()
    await page.getByRole('button', { name: 'Calls too' }).click()
    await expect.poll(lines).toContain('#2 447700900032: entered “standup”')
    const other = page.getByRole('region', { name: 'Call 2' })
    await other.getByRole('textbox', { name: 'What call 2 says' }).fill('Good morning.')
    await other.getByRole('button', { name: 'Say' }).click()
    await expect.poll(lines).toContain('#2 447700900032: says “Good morning.”')
    await page.getByRole('textbox', { name: 'What the caller says' }).fill('Hello.')
    await page.getByRole('button', { name: 'Say', exact: true }).first().click()
    await expect.poll(() => other.innerText()).toContain('hears: Hello.')
    expect(await violations(page)).toStrictEqual([])
    await other.getByRole('button', { name: 'Caller hangs up' }).click()
    await page.getByRole('button', { name: 'Hang up', exact: true }).click()
    await expect.poll(lines).toContain('call: ended: hung-up')
    await page.getByRole('button', { name: 'Save as test' }).click()
    await expect.poll(() => page.getByRole('status').innerText()).toContain('app.call.test.ts')
    expect(studio.read('app.call.test.ts')).toContain("from: '447700900032'")
    expect(studio.errors).toStrictEqual([])
  })

  it('ring where the app calls out with the official client, also while its webhook is answered', async () => {
    const key = JSON.stringify(privateKey)
    const studio = await openStudio(
      browser,
      { 'app.tsx': callingBack, '.env': `KEY=${key}` },
      {},
      (folder) => {
        const modules = join(folder, 'node_modules')
        if (!existsSync(modules)) mkdirSync(modules)
        symlinkSync(join(root, 'node_modules/@vonage'), join(modules, '@vonage'), 'junction')
      },
    )
    const { page } = studio
    const lines = () => transcriptOf(page)
    await page.getByRole('radio', { name: 'At once' }).check({ force: true })
    await page.getByRole('button', { name: 'Call', exact: true }).click()
    await page.getByRole('button', { name: 'Silence' }).and(page.locator(':enabled')).waitFor()
    await page.keyboard.press('1')
    const other = page.getByRole('region', { name: 'Call 2' })
    await other.getByRole('button', { name: 'Answer' }).click()
    await expect.poll(lines).toContain('#2 prompt: A customer waits.')
    expect(await lines()).toContain('#2 ← call: POST /v1/calls: 201')
    await expect.poll(lines).toContain('prompt: We will call you back.')
    await expect.poll(lines).toContain('#2 call: ended: completed')
    await page.getByRole('button', { name: 'Save as test' }).click()
    await expect.poll(() => page.getByRole('status').innerText()).toContain('app.call.test.ts')
    const test = studio.read('app.call.test.ts')
    expect(test).toContain("server.on('request', toNodeHandler(platform.api))")
    // The app asks for the call once more, and nobody else does.
    studio.write('app.tsx', callingBack.replace('A customer waits.', 'Ada waits.'))
    await expect.poll(() => page.getByRole('status').innerText()).toContain('was played again')
    await expect.poll(lines).toContain('#2 prompt: new Ada waits.')
    expect((await lines()).filter((line) => line.includes('POST /v1/calls'))).toStrictEqual([
      '#2 ← call: POST /v1/calls: 201',
    ])
    await expect.poll(() => page.getByRole('region', { name: 'Call 3' }).count()).toBe(0)
    expect(studio.errors).toStrictEqual([])
  })

  it('begin with one that the app makes, while nobody has called', async () => {
    const studio = await openStudio(browser, { 'app.ts': room })
    const { page } = studio
    const lines = () => transcriptOf(page)
    await page.getByRole('radio', { name: 'At once' }).check({ force: true })
    await page
      .getByRole('button', { name: 'Call', exact: true })
      .and(page.locator(':enabled'))
      .waitFor()
    const { origin } = new URL(page.url())
    const ask = async (path: string, body: object) => {
      const headers = { 'content-type': 'application/json' }
      const init = { method: 'POST', headers, body: JSON.stringify(body) }
      return (await fetch(origin + path, init)).status
    }
    const ncco = [{ action: 'talk', text: 'Your order is ready.' }]
    const to = [{ type: 'phone', number: '447700900002' }]
    expect(
      await ask('/v1/calls', { to, from: { type: 'phone', number: '447700900000' }, ncco }),
    ).toBe(201)
    await page
      .getByRole('region', { name: 'Call 1' })
      .getByRole('button', { name: 'Answer' })
      .click()
    await expect.poll(lines).toContain('#1 prompt: Your order is ready.')
    await expect.poll(lines).toContain('#1 call: ended: completed')
    expect(await ask('/v1/nothing', {})).toBe(404)
    await expect.poll(lines).toContain('← REST: POST /v1/nothing: 404')
    const before = (await lines()).filter((line) => line.startsWith('#1'))
    studio.write('app.ts', `${room}\n// Changed.`)
    await expect
      .poll(() => page.getByRole('status').innerText())
      .toContain('app.ts changed; the call so far was played again.')
    await expect
      .poll(async () => (await lines()).filter((line) => line.startsWith('#1')))
      .toStrictEqual(before)
    await page.getByRole('button', { name: 'Save as test' }).click()
    await expect.poll(() => page.getByRole('status').innerText()).toContain('app.call.test.ts')
    expect(studio.read('app.call.test.ts')).toContain("await ask('POST', '/v1/calls', {")
    expect(studio.errors).toStrictEqual([])
  })
})
