import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { hasBrowser, unlessBrowser } from './support/find-browser'
import { menuApp } from './support/menu-app'
import { callAtOnce, press, transcriptOf } from './support/reading'
import { launchBrowser, openStudio } from './support/studio-page'
import { violations } from './support/violations'

const keys = ['1', '2', '3', '4', '5', '6', '7', '8', '9', '*', '0', '#']

describe.skipIf(!hasBrowser)(`the page${unlessBrowser}`, () => {
  let browser: Browser
  beforeAll(async () => {
    browser = await launchBrowser()
  })
  afterAll(() => browser?.close())

  it.each(['light', 'dark'] as const)('has nothing that axe finds, in %s', async (colorScheme) => {
    const studio = await openStudio(browser, { 'app.tsx': menuApp }, { colorScheme })
    const { page } = studio
    expect(await violations(page)).toStrictEqual([])
    await callAtOnce(page)
    await press(page, '1')
    await page
      .getByRole('region', { name: 'Leg 1' })
      .getByRole('button', { name: 'Answer' })
      .waitFor()
    await page.getByText('Call options').click()
    for (const tab of ['NCCO', 'Webhooks', 'Map', 'Output']) {
      await page.getByRole('tab', { name: tab }).click()
      expect(await violations(page)).toStrictEqual([])
    }
  })

  it('names its controls as a screen reader would want them', async () => {
    const studio = await openStudio(browser, { 'app.tsx': menuApp })
    const { page } = studio
    for (const name of ['Call', 'Hang up', ...keys])
      expect(await page.getByRole('button', { name, exact: true }).count()).toBe(1)
    expect(await page.getByRole('log', { name: 'Transcript' }).count()).toBe(1)
  })

  it.each([360, 768, 1920])('fits a screen of %i pixels', async (width) => {
    const viewport = { width, height: 800 }
    const studio = await openStudio(browser, { 'app.tsx': menuApp }, { viewport })
    const { page } = studio
    await callAtOnce(page)
    await press(page, '1')
    await page.getByRole('region', { name: 'Leg 1' }).waitFor()
    for (const tab of ['NCCO', 'Webhooks', 'Map', 'Output']) {
      await page.getByRole('tab', { name: tab }).click()
      const overflow = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)
      expect(overflow).toBeLessThanOrEqual(0)
    }
  })

  it('writes nothing of the app as HTML', async () => {
    const text = '<img src=x onerror=alert(1)><b>bold</b>'
    const app = `export default [{ action: 'talk', text: ${JSON.stringify(text)} }]`
    const studio = await openStudio(browser, { 'app.ts': app })
    const { page } = studio
    await callAtOnce(page)
    await expect.poll(() => transcriptOf(page)).toContain(`prompt: ${text}`)
    for (const tab of ['NCCO', 'Webhooks', 'Output']) {
      await page.getByRole('tab', { name: tab }).click()
      expect(await page.locator('img, b').count()).toBe(0)
    }
  })

  it('uses the microphone only once it was asked to, and says what browsers do with it', async () => {
    const studio = await openStudio(browser, { 'app.tsx': menuApp })
    const { page } = studio
    await callAtOnce(page)
    expect(await page.getByRole('button', { name: 'Speak' }).count()).toBe(0)
    await page.getByText('Speech recognition', { exact: true }).click()
    await page.getByText('Some browsers send the audio to their maker').waitFor()
    await page.getByRole('button', { name: 'Use the microphone' }).click()
    await page.getByRole('button', { name: 'Speak' }).waitFor()
  })

  it('holds a key as long as it is held', async () => {
    const studio = await openStudio(browser, { 'app.tsx': menuApp })
    const { page } = studio
    await callAtOnce(page)
    await page.getByRole('button', { name: 'Silence' }).and(page.locator(':enabled')).waitFor()
    const key = page.getByRole('button', { name: '9', exact: true })
    await page.keyboard.down('9')
    await expect.poll(() => key.getAttribute('class')).toBe('key held')
    await page.keyboard.up('9')
    await expect.poll(() => key.getAttribute('class')).toBe('key')
    expect((await transcriptOf(page)).filter((line) => line.endsWith('presses 9'))).toHaveLength(1)
  })
})
