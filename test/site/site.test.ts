import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { hasBrowser, unlessBrowser } from '../../studio/test/page/browser/support/find-browser'
import { launchBrowser } from '../../studio/test/page/browser/support/studio-page'
import { violations } from '../../studio/test/page/browser/support/violations'
import { openPage } from './open-page'

const ofReference = ['reference/elements/connect.html', 'reference/api/serve.html']
const pages = ['', 'dialogs.html', 'errors.html', 'outbound.html', '404.html', ...ofReference]

describe.skipIf(!hasBrowser)(`the site${unlessBrowser}`, () => {
  let browser: Browser
  beforeAll(async () => {
    browser = await launchBrowser()
  })
  afterAll(() => browser?.close())

  it.each(pages.flatMap((path) => [[path, 'light'] as const, [path, 'dark'] as const]))(
    'has nothing that axe finds at /%s, in %s',
    async (path, colorScheme) => {
      const { page, errors, elsewhere } = await openPage(browser, path, { colorScheme })
      expect(await violations(page)).toStrictEqual([])
      expect(errors).toStrictEqual([])
      expect(elsewhere).toStrictEqual([])
    },
  )

  it.each(ofReference)('keeps /%s within the width of a phone', async (path) => {
    const { page } = await openPage(browser, path, { viewport: { width: 390, height: 844 } })
    const widths = await page.evaluate(() => [document.documentElement.scrollWidth, innerWidth])
    expect(widths).toStrictEqual([390, 390])
    expect(await violations(page)).toStrictEqual([])
  })

  it.each(['/', '/ncco-jsx/'])('finds a page by its words, below %s', async (base) => {
    const { page, url, errors } = await openPage(browser, '', { base })
    await page.getByRole('button', { name: 'Search' }).click()
    await page.getByRole('searchbox').fill('barge-in-without-input')
    await page.getByRole('option').first().click()
    await page.waitForURL(`${url}errors.html#barge-in-without-input`)
    expect(errors).toStrictEqual([])
  })
})
