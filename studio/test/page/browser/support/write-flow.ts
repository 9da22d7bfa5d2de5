import type { Locator, Page } from 'playwright-core'

/** The editor of the playground. */
export function editor(page: Page): Locator {
  return page.getByRole('textbox', { name: 'Flow', exact: true })
}

/** Writes a flow into the editor instead of the one that is there, as its reader would, and waits until the page begins to load it. */
export async function writeFlow(page: Page, source: string): Promise<void> {
  const before = page.url()
  await editor(page).click()
  await page.keyboard.press('ControlOrMeta+a')
  await page.keyboard.insertText(source)
  // A click on Call that comes just before would meet a button that is disabled meanwhile.
  await page.waitForURL((url) => url.href !== before)
}

/** What the page has found in the flow, in words. */
export async function findingsOf(page: Page): Promise<string[]> {
  const rows = page.getByRole('region', { name: 'Findings' }).getByRole('listitem')
  return (await rows.allInnerTexts()).map((text) => text.replace(/\s+/g, ' ').trim())
}
