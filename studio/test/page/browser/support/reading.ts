import type { Page } from 'playwright-core'

/** The lines of the transcript, without their times. */
export async function transcriptOf(page: Page): Promise<string[]> {
  const lines = page.getByRole('log', { name: 'Transcript' }).locator('li.line')
  return lines.evaluateAll((items) =>
    items.map((item) => {
      const text = (part: string) => item.querySelector(part)?.firstChild?.textContent ?? ''
      const what = [...(item.querySelector('.what')?.childNodes ?? [])]
        .map((node) => node.textContent)
        .join(' ')
      return `${text('.who')}: ${what}`
    }),
  )
}

/** Presses Tab until the control of this name has the focus. */
export async function tabTo(page: Page, name: string): Promise<void> {
  for (let pressed = 0; pressed < 80; pressed++) {
    const focused = await page.evaluate(() => {
      const element = document.activeElement
      return element?.getAttribute('aria-label') ?? element?.textContent?.trim()
    })
    if (focused === name) return
    await page.keyboard.press('Tab')
  }
  throw new Error(`Tab does not lead to ${name}.`)
}

/** Calls, and lets time pass at once whenever nobody is waited for. */
export async function callAtOnce(page: Page): Promise<void> {
  await page.getByRole('radio', { name: 'At once' }).check({ force: true })
  await page.getByRole('button', { name: 'Call', exact: true }).click()
}

/** Waits until the call is over. Until then a request that failed comes again. */
export async function callIsOver(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Hang up' }).and(page.locator(':disabled')).waitFor()
}

/** Presses keys of the keypad, each once the call listens. */
export async function press(page: Page, keys: string): Promise<void> {
  const keypad = page.getByRole('group', { name: 'Keypad', exact: true })
  for (const key of keys) {
    await page.getByRole('button', { name: 'Silence' }).and(page.locator(':enabled')).waitFor()
    await keypad.getByRole('button', { name: key, exact: true }).click()
  }
}
