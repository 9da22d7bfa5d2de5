import type { Browser, BrowserContextOptions, Page } from 'playwright-core'
import { onTestFinished } from 'vitest'
import { servePlayground } from '../../../support/serve-playground'
import { watchPage } from './watch-page'

/** The playground, until the test ends. */
export interface PlaygroundPage {
  readonly page: Page
  readonly url: string
  /** The requests that went to other hosts. */
  readonly elsewhere: readonly string[]
  /** What the page has reported as errors. */
  readonly errors: readonly string[]
}

/** Opens the built playground. */
export async function openPlayground(
  browser: Browser,
  options: BrowserContextOptions = {},
): Promise<PlaygroundPage> {
  const { url, close } = await servePlayground()
  const context = await browser.newContext({
    permissions: ['clipboard-read', 'clipboard-write'],
    ...options,
  })
  onTestFinished(async () => {
    await context.close()
    close()
  })
  const page = await context.newPage()
  const watched = watchPage(page, new URL(url).origin)
  await page.goto(url)
  return { page, url, ...watched }
}
