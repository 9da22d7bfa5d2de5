import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { fileURLToPath } from 'node:url'
import type { Browser, BrowserContextOptions, Page } from 'playwright-core'
import sirv from 'sirv'
import { onTestFinished } from 'vitest'
import { watchPage } from './watch-page'

const folder = fileURLToPath(new URL('../../../../dist/playground', import.meta.url))

/** Where the playground is served: below a path, as a site would have it. */
const base = '/voice/playground/'

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
  { fragment = '', ...options }: BrowserContextOptions & { readonly fragment?: string } = {},
): Promise<PlaygroundPage> {
  const serve = sirv(folder)
  const server = createServer((request, response) => {
    if (!request.url?.startsWith(base)) return void response.writeHead(404).end()
    request.url = request.url.slice(base.length - 1)
    serve(request, response)
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  const url = `http://localhost:${port}${base}`
  const context = await browser.newContext({
    permissions: ['clipboard-read', 'clipboard-write'],
    ...options,
  })
  onTestFinished(async () => {
    await context.close()
    server.closeAllConnections()
    server.close()
  })
  const page = await context.newPage()
  const watched = watchPage(page, new URL(url).origin)
  await page.goto(url + fragment)
  return { page, url, ...watched }
}
