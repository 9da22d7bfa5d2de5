import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { hasBrowser, unlessBrowser } from './support/find-browser'
import { menuApp } from './support/menu-app'
import { callAtOnce, press, transcriptOf } from './support/reading'
import { launchBrowser, openStudio } from './support/studio-page'
import { violations } from './support/violations'

describe.skipIf(!hasBrowser)(`the map in the page${unlessBrowser}`, () => {
  let browser: Browser
  beforeAll(async () => {
    browser = await launchBrowser()
  })
  afterAll(() => browser?.close())

  it('lights up where the caller is, and leads a call to the state that is clicked', async () => {
    const studio = await openStudio(browser, { 'app.tsx': menuApp })
    const { page } = studio
    await callAtOnce(page)
    await page.getByRole('tab', { name: 'Map' }).click()
    await page.getByRole('button', { name: 'Map the app' }).click()
    const map = page.getByRole('region', { name: 'Map' })
    const here = map.locator('[aria-current=step]')
    await here.waitFor()
    expect(await here.innerText()).toContain('Welcome. For sales')
    await press(page, '9')
    await expect.poll(() => here.innerText()).toContain('Sorry. For sales')
    expect(await map.locator('.arrow.taken').count()).toBe(1)
    expect(await violations(page)).toStrictEqual([])
    await map.getByRole('button', { name: 'Sales will answer.' }).click()
    const state = page.getByRole('region', { name: 'State' })
    expect(await state.innerText()).toContain('leg answer')
    await state.getByRole('button', { name: 'Call to here' }).click()
    await expect.poll(() => transcriptOf(page)).toContain('447700900002: is ringing')
    await expect.poll(() => here.innerText()).toContain('Sales will answer.')
    expect(await here.evaluate(isInView)).toBe(true)
    studio.write('app.tsx', menuApp.replace('Welcome.', 'Good morning.'))
    await page.getByText('The app has changed since.').waitFor()
    expect(studio.errors).toStrictEqual([])
  })
})

/** Whether an element is in the part of the map that is shown. Runs in the page. */
function isInView(element: Element): boolean {
  const [part, box] = [element, element.closest('.map-window')].map((one) =>
    one?.getBoundingClientRect(),
  )
  return Boolean(
    part &&
      box &&
      part.left >= box.left &&
      part.right <= box.right &&
      part.top >= box.top &&
      part.bottom <= box.bottom,
  )
}
