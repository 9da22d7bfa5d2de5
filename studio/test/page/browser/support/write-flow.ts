import type { Locator, Page } from 'playwright-core'

/** The editor of the playground. */
export function editor(page: Page): Locator {
  return page.getByRole('textbox', { name: 'Flow', exact: true })
}

/** Writes a flow into the editor instead of the one that is there, as its reader would. */
export async function writeFlow(page: Page, source: string): Promise<void> {
  await editor(page).click()
  await page.keyboard.press('ControlOrMeta+a')
  await page.keyboard.insertText(source)
}

/** What the page has found in the flow, in words. */
export async function findingsOf(page: Page): Promise<string[]> {
  const rows = page.getByRole('region', { name: 'Findings' }).getByRole('listitem')
  return (await rows.allInnerTexts()).map((text) => text.replace(/\s+/g, ' ').trim())
}
