import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { hasBrowser, unlessBrowser } from '../../studio/test/page/browser/support/find-browser'
import { launchBrowser } from '../../studio/test/page/browser/support/studio-page'
import { violations } from '../../studio/test/page/browser/support/violations'
import { openPage } from './open-page'

const pages = [
  '',
  'guide/first-call.html',
  'guide/deploying.html',
  'dialogs.html',
  'examples/',
  'reference/elements/connect.html',
  'reference/api/serve.html',
  '404.html',
]

describe.skipIf(!hasBrowser)(`the site${unlessBrowser}`, () => {
  let browser: Browser
  beforeAll(async () => {
    browser = await launchBrowser()
  })
  afterAll(() => browser?.close())

  it.each(pages)('has nothing that axe finds at /%s, and fits the screen', async (path) => {
    const { page, errors, elsewhere } = await openPage(browser, path)
    for (const colorScheme of ['light', 'dark'] as const) {
      await page.emulateMedia({ colorScheme })
      expect(await violations(page)).toStrictEqual([])
    }
    for (const width of [360, 768, 1920]) {
      await page.setViewportSize({ width, height: 800 })
      const overflow = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)
      expect(overflow).toBeLessThanOrEqual(0)
    }
    expect(errors).toStrictEqual([])
    expect(elsewhere).toStrictEqual([])
  })

  it.each(['/', '/ncco-jsx/'])('finds a code and an option by search, below %s', async (base) => {
    const { page, url, errors, elsewhere } = await openPage(browser, '', { base })
    await page.getByRole('button', { name: 'Search' }).click()
    const box = page.getByRole('combobox', { name: 'Search' })
    await box.fill('barge-in-without-input')
    await page.getByRole('option').first().click()
    await page.waitForURL(`${url}errors.html#barge-in-without-input`)
    await page.keyboard.press('Control+k')
    await box.fill('musicOnHoldUrl')
    await page.getByRole('option', { name: 'Conversation' }).first().waitFor()
    expect(errors).toStrictEqual([])
    expect(elsewhere).toStrictEqual([])
  })

  it('has a search in which axe finds nothing, with results and without', async () => {
    const { page, errors } = await openPage(browser, 'dialogs.html')
    await page.keyboard.press('Control+k')
    const dialog = page.getByRole('dialog', { name: 'Search' })
    const box = dialog.getByRole('combobox', { name: 'Search' })
    await box.waitFor()
    for (const colorScheme of ['light', 'dark'] as const) {
      await page.emulateMedia({ colorScheme })
      await box.fill('')
      expect(await violations(page)).toStrictEqual([])
      await box.fill('musicOnHoldUrl')
      await dialog.getByRole('option').first().waitFor()
      expect(await violations(page)).toStrictEqual([])
      await box.fill('qxqxqxqxqx')
      await dialog.getByText('No results for').waitFor()
      expect(await violations(page)).toStrictEqual([])
    }
    expect(errors).toStrictEqual([])
  })

  it('names the result that the arrow keys have reached', async () => {
    const { page } = await openPage(browser, 'dialogs.html')
    await page.keyboard.press('Control+k')
    const box = page.getByRole('combobox', { name: 'Search' })
    await box.fill('musicOnHoldUrl')
    await page.getByRole('option').nth(2).waitFor()
    await box.press('ArrowDown')
    const reached = page.getByRole('option', { selected: true })
    const id = await reached.getAttribute('id')
    expect(id).toMatch(/^localsearch-item-\d+$/)
    await expect.poll(() => box.getAttribute('aria-activedescendant')).toBe(id)
  })

  it('has a menu for narrow screens that a keyboard opens, and axe accepts', async () => {
    const viewport = { width: 360, height: 800 }
    const { page, url, errors } = await openPage(browser, 'guide/first-call.html', { viewport })
    await page.getByRole('button', { name: 'Menu', exact: true }).press('Enter')
    await page.getByRole('link', { name: 'Security checklist' }).waitFor()
    expect(await violations(page)).toStrictEqual([])
    await page.getByRole('link', { name: 'Security checklist' }).press('Enter')
    await page.waitForURL(`${url}guide/security.html`)
    expect(errors).toStrictEqual([])
  })

  it('keeps the colours that a reader chose', async () => {
    const { page } = await openPage(browser, 'dialogs.html', { colorScheme: 'light' })
    const background = () => page.evaluate(() => getComputedStyle(document.body).backgroundColor)
    const light = await background()
    await page.getByRole('switch').first().click()
    const dark = await background()
    expect(dark).not.toBe(light)
    await page.reload()
    expect(await background()).toBe(dark)
  })

  it.each(['/', '/ncco-jsx/'])('leads to the playground, below %s', async (base) => {
    const { page, url, errors, elsewhere } = await openPage(browser, '', { base })
    await page.getByRole('link', { name: 'Playground' }).first().click()
    await page.waitForURL(`${url}playground/**`)
    await page.getByRole('button', { name: 'Call', exact: true }).waitFor()
    expect(errors).toStrictEqual([])
    expect(elsewhere).toStrictEqual([])
  })
})
