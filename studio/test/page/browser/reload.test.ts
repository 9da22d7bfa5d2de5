import { execFile } from 'node:child_process'
import { join } from 'node:path'
import { promisify } from 'node:util'
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { hasBrowser, unlessBrowser } from './support/find-browser'
import { menuApp } from './support/menu-app'
import { callAtOnce, press, transcriptOf } from './support/reading'
import { launchBrowser, openStudio } from './support/studio-page'

const run = promisify(execFile)

/** An app that takes a second for each answer. */
const slowApp = menuApp
  .replace(
    'export default createVoiceApp',
    `const slowly = (app: { fetch(request: Request): Promise<Response> }) => ({
  async fetch(request: Request) {
    await new Promise((resolve) => setTimeout(resolve, 1000))
    return app.fetch(request)
  },
})

export default slowly(createVoiceApp`,
  )
  .replace(/\}\)\n$/, '}))\n')

describe.skipIf(!hasBrowser)(`an app that changes in the middle of a call${unlessBrowser}`, () => {
  let browser: Browser
  beforeAll(async () => {
    browser = await launchBrowser()
  })
  afterAll(() => browser?.close())

  it('goes on where the caller was, and shows what has changed', async () => {
    const studio = await openStudio(browser, { 'app.tsx': menuApp })
    const { page } = studio
    await callAtOnce(page)
    await press(page, '9')
    await expect
      .poll(() => transcriptOf(page))
      .toContain('prompt: Sorry. For sales, press 1. For support, press 2.')
    studio.write('app.tsx', menuApp.replace('Welcome.', 'Good morning.'))
    await expect
      .poll(() => page.getByRole('status').innerText())
      .toContain('app.tsx changed; the call so far was played again.')
    expect((await transcriptOf(page)).filter((line) => line.startsWith('prompt'))).toStrictEqual([
      'prompt: was Welcome.',
      'prompt: new Good morning.',
      'prompt: For sales, press 1. For support, press 2. (en-GB)',
      'prompt: Sorry. For sales, press 1. For support, press 2.',
    ])
    await press(page, '2')
    await expect.poll(() => transcriptOf(page)).toContain('call: ended: completed')
  })

  it('stops before the act that no longer fits, and says so', async () => {
    const studio = await openStudio(browser, { 'app.tsx': menuApp })
    const { page } = studio
    await callAtOnce(page)
    await press(page, '91')
    await expect.poll(() => transcriptOf(page)).toContain('447700900002: is ringing')
    studio.write(
      'app.tsx',
      menuApp.replace(
        'return <Menu attempt',
        'return params.attempt > 0 ? <Talk>Goodbye.</Talk> : <Menu attempt',
      ),
    )
    await expect
      .poll(() => page.getByRole('status').innerText())
      .toContain('stops before “press 1”, which no longer fits')
    expect((await transcriptOf(page)).at(-1)).toBe('call: new ended: completed')
  })

  it('stands still while the app is broken, and goes on once it is mended', async () => {
    const studio = await openStudio(browser, { 'app.tsx': menuApp })
    const { page } = studio
    await page.getByRole('button', { name: 'Call', exact: true }).click()
    await expect.poll(() => transcriptOf(page)).toContain('447700900001: is answered')
    studio.write('app.tsx', `${menuApp}\nconst = 3`)
    await page.getByText('the time stands still until the app is ready').waitFor()
    studio.write('app.tsx', menuApp)
    await expect
      .poll(() => page.getByRole('status').innerText())
      .toContain('app.tsx changed; the call began again.')
    await expect.poll(() => page.getByRole('button', { name: 'Silence' }).isEnabled()).toBe(true)
    expect((await transcriptOf(page)).filter((line) => line.includes('→'))).toStrictEqual([
      '→ answer: GET /answer: 200, 3 actions',
    ])
  })

  it('keeps what is done while it is loaded and the call is played again', async () => {
    const studio = await openStudio(browser, { 'app.tsx': slowApp })
    const { page } = studio
    await callAtOnce(page)
    await press(page, '9')
    await expect
      .poll(() => transcriptOf(page))
      .toContain('prompt: Sorry. For sales, press 1. For support, press 2.')
    studio.write('app.tsx', slowApp.replace('Welcome.', 'Good morning.'))
    await page.getByText('the call is being played again').waitFor()
    await page.getByRole('button', { name: 'Hang up', exact: true }).click()
    await expect.poll(() => transcriptOf(page)).toContain('call: ended: hung-up')
    expect(await transcriptOf(page)).toContain('prompt: new Good morning.')
    await callAtOnce(page)
    await press(page, '1')
    // Its answer is on the way when the app is ended.
    studio.write('app.tsx', slowApp)
    await expect.poll(() => transcriptOf(page)).toContain('447700900002: is ringing')
    await page.getByRole('status').getByText('the call so far was played again').waitFor()
    expect(await transcriptOf(page)).toContain('447700900002: is ringing')
  })

  it('stays as it was if it breaks again before the call was played to its end', async () => {
    const studio = await openStudio(browser, { 'app.tsx': slowApp })
    const { page } = studio
    await callAtOnce(page)
    await press(page, '91')
    await expect.poll(() => transcriptOf(page)).toContain('447700900002: is ringing')
    const before = await transcriptOf(page)
    studio.write('app.tsx', slowApp.replace('Welcome.', 'Good morning.'))
    await page.getByText('the call is being played again').waitFor()
    studio.write('app.tsx', `${slowApp}\nconst = 3`)
    await page.getByRole('alert').waitFor()
    await page.getByText('the call is being played again').waitFor({ state: 'hidden' })
    expect(await transcriptOf(page)).toStrictEqual(before)
    studio.write('app.tsx', slowApp)
    await page.getByRole('status').getByText('the call so far was played again').waitFor()
    expect(await transcriptOf(page)).toStrictEqual(before)
  })

  it('is there again after the studio was gone, with the call and the options of the page', async () => {
    const studio = await openStudio(browser, { 'app.tsx': menuApp })
    const { page } = studio
    const number = page.getByRole('textbox', { name: 'Number to call' })
    await number.fill('447700900099')
    await callAtOnce(page)
    await press(page, '9')
    await expect.poll(() => transcriptOf(page)).toContain('447700900001: calls 447700900099')
    await studio.restart()
    await expect
      .poll(() => page.getByRole('status').innerText())
      .toContain('the call so far was played again.')
    expect(await number.inputValue()).toBe('447700900099')
    await press(page, '2')
    await expect.poll(() => transcriptOf(page)).toContain('call: ended: completed')
  })

  it('is mended after an error, and the call goes on', async () => {
    const broken = menuApp.replace("'447700900002'", "'not a number'")
    const studio = await openStudio(browser, {
      'app.tsx': menuApp.replace('<Phone number="447700900002" />', '<Phone number="12" />'),
    })
    const { page } = studio
    await callAtOnce(page)
    await press(page, '1')
    await expect
      .poll(() => page.getByRole('button', { name: 'Hang up', exact: true }).isDisabled())
      .toBe(true)
    expect((await transcriptOf(page)).some((line) => line.includes(': 5'))).toBe(true)
    // A module that does not even load, then one that is right.
    studio.write('app.tsx', `${broken}\nconst = 3`)
    await expect.poll(() => page.getByRole('alert').innerText()).toContain('app.tsx')
    studio.write('app.tsx', menuApp)
    await expect.poll(() => transcriptOf(page)).toContain('447700900002: is ringing')
    await page.getByRole('region', { name: 'Leg 1' }).getByRole('button', { name: 'Busy' }).click()
    await expect.poll(() => transcriptOf(page)).toContain('447700900002: is busy')
  })
})

describe.skipIf(!hasBrowser)(`a call that is saved as a test${unlessBrowser}`, () => {
  let browser: Browser
  beforeAll(async () => {
    browser = await launchBrowser()
  })
  afterAll(() => browser?.close())

  it('passes when Vitest runs it, and fails once the flow says something else', async () => {
    const studio = await openStudio(browser, { 'app.tsx': menuApp })
    const { page } = studio
    await callAtOnce(page)
    await press(page, '91')
    const party = page.getByRole('region', { name: 'Leg 1' })
    await party.getByRole('button', { name: 'Answer' }).click()
    await party.getByRole('button', { name: 'Leg hangs up' }).click()
    await expect.poll(() => transcriptOf(page)).toContain('call: ended: completed')
    await page.getByRole('button', { name: 'Save as test' }).click()
    await expect
      .poll(() => page.getByRole('status').innerText())
      .toContain('Saved as app.call.test.ts.')
    expect(studio.read('app.call.test.ts')).toContain(
      "await call.press('9')\n  await call.press('1')",
    )
    const vitest = () =>
      run(
        process.execPath,
        [join(studio.folder, 'node_modules/vitest/vitest.mjs'), 'run', '--reporter=json'],
        { cwd: studio.folder },
      )
    const { stdout } = await vitest()
    expect(JSON.parse(stdout)).toMatchObject({ success: true, numPassedTests: 1 })
    studio.write('app.tsx', menuApp.replace('Welcome.', 'Good morning.'))
    await expect(vitest()).rejects.toThrow()
  })
})
