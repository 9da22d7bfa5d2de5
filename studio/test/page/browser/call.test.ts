import { readFileSync } from 'node:fs'
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { isAudible } from '../../../../src/simulate/media/pcm'
import { parseWav, type Wave } from '../../../../src/simulate/media/wav'
import { hasBrowser, unlessBrowser } from './support/find-browser'
import { menuApp } from './support/menu-app'
import { callAtOnce, callIsOver, press, tabTo, transcriptOf } from './support/reading'
import { launchBrowser, openStudio } from './support/studio-page'
import { violations } from './support/violations'

describe.skipIf(!hasBrowser)(`a call in the page${unlessBrowser}`, () => {
  let browser: Browser
  beforeAll(async () => {
    browser = await launchBrowser()
  })
  afterAll(() => browser?.close())

  it('is made by keyboard alone, and written down as it happens', async () => {
    const studio = await openStudio(browser, { 'app.tsx': menuApp })
    const { page } = studio
    const { keyboard } = page
    const lines = () => transcriptOf(page)
    await tabTo(page, 'Real time')
    for (let step = 0; step < 3; step++) await keyboard.press('ArrowRight')
    await tabTo(page, 'Call')
    await keyboard.press('Enter')
    await expect.poll(lines).toContain('prompt: For sales, press 1. For support, press 2. (en-GB)')
    await expect.poll(() => page.getByRole('button', { name: 'Silence' }).isEnabled()).toBe(true)
    await keyboard.press('9')
    await expect.poll(lines).toContain('prompt: Sorry. For sales, press 1. For support, press 2.')
    await tabTo(page, 'What the caller says')
    await keyboard.type('support')
    await keyboard.press('Enter')
    await expect.poll(lines).toContain('call: ended: completed')
    expect(await lines()).toStrictEqual([
      '447700900001: calls 447700900000',
      '→ answer: GET /answer: 200, 3 actions',
      'NCCO: 3 actions from /answer',
      '447700900001: is answered',
      'prompt: Welcome.',
      'prompt: For sales, press 1. For support, press 2. (en-GB)',
      'input: listens for keys and speech',
      '447700900001: presses 9',
      '→ input: POST /chosen: 200, 2 actions',
      'NCCO: 2 actions from /chosen',
      'prompt: Sorry. For sales, press 1. For support, press 2.',
      'input: listens for keys and speech',
      '447700900001: says “support”',
      '→ input: POST /chosen: 200, 1 action',
      'NCCO: 1 action from /chosen',
      'prompt: Support is closed. (en-US)',
      'call: ended: completed',
    ])
    expect(studio.errors).toStrictEqual([])
    expect(studio.elsewhere).toStrictEqual([])
  })

  it('rings a second party, which answers, talks and hangs up', async () => {
    const studio = await openStudio(browser, { 'app.tsx': menuApp })
    const { page } = studio
    await callAtOnce(page)
    await press(page, '1')
    const party = page.getByRole('region', { name: 'Leg 1' })
    await party.getByRole('button', { name: 'Answer' }).click()
    await party.getByRole('textbox', { name: 'What leg 1 says' }).fill('Sales, hello.')
    await party.getByRole('button', { name: 'Say' }).click()
    const lines = () => transcriptOf(page)
    await expect.poll(lines).toContain('447700900002: says “Sales, hello.”')
    await party.getByRole('button', { name: 'Leg hangs up' }).click()
    await expect.poll(lines).toContain('call: ended: completed')
    expect((await lines()).slice(-6)).toStrictEqual([
      '447700900002: is ringing',
      '447700900002: is answered',
      '447700900002: says “Sales, hello.”',
      '447700900001: hears 447700900002',
      '447700900002: is completed',
      'call: ended: completed',
    ])
  })

  it('meets a fault that is asked for, and shows each request with its answer', async () => {
    const studio = await openStudio(browser, { 'app.tsx': menuApp })
    const { page } = studio
    const fault = page.getByLabel('The next webhook')
    await fault.selectOption('is cut off')
    await fault.selectOption('arrives')
    await callAtOnce(page)
    await expect.poll(() => transcriptOf(page)).toContain('→ answer: GET /answer: 200, 3 actions')
    await page.getByRole('button', { name: 'Hang up', exact: true }).click()
    await fault.selectOption('gets status 503')
    await page.getByRole('button', { name: 'Call', exact: true }).click()
    await page.getByRole('tab', { name: 'Webhooks' }).click()
    const rows = page.getByRole('tabpanel').getByRole('listitem')
    await expect.poll(() => rows.count()).toBe(2)
    expect(await rows.nth(1).locator('summary').innerText()).toContain('503')
    await rows.nth(0).locator('summary').click()
    expect(await rows.nth(0).innerText()).toContain('"action": "talk"')
    await rows.nth(0).getByRole('button', { name: 'Copy as curl' }).click()
    const copied = await page.evaluate(() => navigator.clipboard.readText())
    expect(copied).toMatch(/^# Replace https:\/\/app\.example\.com by .*\ncurl --include 'http/)
    await rows.nth(0).getByRole('button', { name: 'Send again' }).click()
    await expect.poll(() => page.getByRole('status').innerText()).toContain('status 200')
  })

  it('shows where each action comes from, and the TSX', async () => {
    const studio = await openStudio(browser, { 'app.tsx': menuApp })
    const { page } = studio
    await callAtOnce(page)
    const pane = page.getByRole('tabpanel')
    await expect.poll(() => pane.innerText()).toMatch(/talk\s*done\s*<answer>\s*app\.tsx:32/)
    await page.getByRole('radio', { name: 'TSX' }).check({ force: true })
    await expect.poll(() => pane.innerText()).toContain('export function Flow()')
  })

  it('shows what is wrong with an NCCO, and what to write instead', async () => {
    const app = "export default [{ action: 'talk', text: 'Hello.', levle: 1 }]"
    const studio = await openStudio(browser, { 'app.ts': app })
    const { page } = studio
    await callAtOnce(page)
    const pane = page.getByRole('tabpanel')
    await expect.poll(() => pane.innerText()).toContain('unknown-option')
    expect(await pane.innerText()).toContain('level')
  })

  it('leads to what the app has printed, if there is no NCCO', async () => {
    const broken = "export default { fetch() { throw new Error('no database') } }"
    const { page } = await openStudio(browser, { 'app.tsx': broken })
    await callAtOnce(page)
    const details = page.getByRole('tabpanel')
    await details.getByText('The app gave no NCCO.').waitFor()
    await page.getByRole('button', { name: 'Call', exact: true }).hover()
    expect(await violations(page)).toStrictEqual([])
    await page.getByRole('tab', { name: /Output.*new errors/ }).click()
    await expect.poll(() => details.innerText()).toContain('no database')
    expect(await page.getByText('new errors').count()).toBe(0)
  })

  it('begins at the time of day that is asked for', async () => {
    const clock = `import { Talk } from 'ncco-jsx'
export default () => <Talk>It is {new Date().getHours()} o'clock.</Talk>`
    const { page, errors } = await openStudio(browser, { 'app.tsx': clock })
    await page.getByText('Call options').click()
    const time = page.getByLabel('Begins at')
    await time.fill('25:00')
    await time.press('Tab')
    expect(await time.evaluate((field: HTMLInputElement) => field.validationMessage)).toBe(
      'Write a time, such as 18:30 or 2026-12-24T18:30:00Z.',
    )
    await time.fill('7:05')
    await time.press('Tab')
    await callAtOnce(page)
    await expect.poll(() => transcriptOf(page)).toContain("prompt: It is 7 o'clock.")
    expect(errors).toStrictEqual([])
  })

  it('shows why a flow is not rendered, with its place and the stack', async () => {
    const app = `import { Talk } from 'ncco-jsx'
const Greeting = () => {
  throw new Error('no database')
}
export default () => <><Greeting /><Talk>Hello.</Talk></>`
    const studio = await openStudio(browser, { 'app.tsx': app })
    const { page } = studio
    await callAtOnce(page)
    const pane = page.getByRole('tabpanel')
    const article = pane.getByRole('article').first()
    await expect.poll(() => article.innerText()).toMatch(/component-threw.*<Greeting>/)
    await callIsOver(page)
    expect(await article.innerText()).toMatch(/<Greeting> in <default>\s*app\.tsx:5/)
    await article.getByText('The stack').click()
    expect(await article.innerText()).toContain('no database')
    expect(await violations(page)).toStrictEqual([])
    studio.write(
      'app.tsx',
      app.replace("throw new Error('no database')", 'return <Talk>Welcome.</Talk>'),
    )
    // What is new in a call that is played again is marked.
    const lines = async () => (await transcriptOf(page)).join('\n')
    await expect.poll(lines).toMatch(/prompt: (new )?Welcome\./)
    expect(await pane.innerText()).not.toContain('component-threw')
  })

  it('lists what was recorded', async () => {
    const app = `export default [
      { action: 'talk', text: 'Leave a message.' },
      { action: 'record', endOnKey: '#', beepStart: true },
    ]`
    const studio = await openStudio(browser, { 'app.ts': app })
    const { page } = studio
    await callAtOnce(page)
    await expect.poll(() => transcriptOf(page)).toContain('recording: started')
    await page.getByRole('textbox', { name: 'What the caller says' }).fill('It is Ada.')
    await page.getByRole('button', { name: 'Say', exact: true }).click()
    await press(page, '#')
    await expect.poll(() => transcriptOf(page)).toContain('call: ended: completed')
    const recordings = page.getByRole('region', { name: 'Recordings' })
    expect(await recordings.innerText()).toContain('It is Ada.')
    await recordings.getByRole('button', { name: 'Say the words of recording 1' }).click()
    const player = recordings.locator('audio')
    const told = recordings.getByText(/mp3, \d+\.\d s/)
    const seconds = Number(/(\d+\.\d) s/.exec(await told.innerText())?.[1])
    const duration = () => player.evaluate((audio: HTMLAudioElement) => audio.duration)
    await expect.poll(async () => Math.round((await duration()) * 10) / 10).toBe(seconds)
    await player.evaluate((audio: HTMLAudioElement) => audio.play())
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      recordings.getByRole('link', { name: 'Download' }).click(),
    ])
    expect(download.suggestedFilename()).toBe('recording-1.wav')
    const file = parseWav(readFileSync(await download.path())) as Wave
    expect(file.samples.length).toBe(Math.round((await duration()) * file.rate))
    expect(isAudible(file.samples)).toBe(true)
    expect(studio.errors).toStrictEqual([])
  })

  it('is offered again when the page is loaded again', async () => {
    const { page } = await openStudio(browser, { 'app.tsx': menuApp })
    await callAtOnce(page)
    await press(page, '9')
    await expect.poll(() => transcriptOf(page)).toContain('447700900001: presses 9')
    // The key is kept once the app has answered.
    await expect
      .poll(async () => (await transcriptOf(page)).at(-1))
      .toBe('input: listens for keys and speech')
    await page.reload()
    const offer = page.getByRole('region', { name: 'The call before' })
    expect(await offer.innerText()).toContain('press 9')
    await offer.getByRole('button', { name: 'Play it' }).click()
    await expect.poll(() => transcriptOf(page)).toContain('447700900001: presses 9')
    expect(await offer.count()).toBe(0)
    await page.reload()
    await callAtOnce(page)
    expect(await offer.count()).toBe(0)
  })

  it('is played again by its link', async () => {
    const studio = await openStudio(browser, { 'app.tsx': menuApp })
    const { page } = studio
    await callAtOnce(page)
    await press(page, '2')
    await expect.poll(() => transcriptOf(page)).toContain('call: ended: completed')
    const before = await transcriptOf(page)
    await page.getByRole('button', { name: 'Copy link' }).click()
    await expect.poll(() => page.getByRole('status').innerText()).toContain('link')
    const link = await page.evaluate(() => navigator.clipboard.readText())
    expect(new URL(link).hash).toBe('#call=press+2')
    const other = await page.context().newPage()
    await other.goto(link)
    const offer = other.getByRole('region', { name: 'The call of the link' })
    expect(await offer.innerText()).toContain('press 2')
    expect(await transcriptOf(other)).toStrictEqual([])
    await offer.getByRole('button', { name: 'Play it' }).click()
    await expect.poll(() => transcriptOf(other), { timeout: 10_000 }).toStrictEqual(before)
  })
})
