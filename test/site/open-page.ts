import type { Browser, BrowserContextOptions, Page } from 'playwright-core'
import sirv from 'sirv'
import { inject, onTestFinished } from 'vitest'
import { listen } from '../support/servers'

/** A page of the site, until the test ends. */
export interface SitePage {
  readonly page: Page
  /** Where the site is, with its base path. */
  readonly url: string
  /** The requests that went to other hosts. */
  readonly elsewhere: readonly string[]
  /** What the page has reported as errors. */
  readonly errors: readonly string[]
}

/** Serves the site that is built for this base path. Returns its URL. */
async function serveSite(base: string): Promise<string> {
  const files = sirv(inject('sites')[base] ?? '')
  const origin = await listen((request, response) => {
    const notFound = () => void response.writeHead(404).end()
    if (!request.url?.startsWith(base)) return notFound()
    request.url = `/${request.url.slice(base.length)}`
    files(request, response, notFound)
  })
  return `${origin}${base}`
}

/** Opens a page of the site in a new context of the browser. */
export async function openPage(
  browser: Browser,
  path: string,
  { base = '/', ...options }: BrowserContextOptions & { readonly base?: string } = {},
): Promise<SitePage> {
  const url = await serveSite(base)
  const context = await browser.newContext(options)
  onTestFinished(() => context.close())
  const page = await context.newPage()
  const elsewhere: string[] = []
  const errors: string[] = []
  page.on('request', (request) => {
    if (!request.url().startsWith(url) && !/^(data|blob):/.test(request.url()))
      elsewhere.push(request.url())
  })
  page.on('pageerror', ({ message }) => errors.push(message))
  page.on('console', (message) => {
    if (['error', 'warning'].includes(message.type())) errors.push(message.text())
  })
  await page.goto(`${url}${path}`, { waitUntil: 'networkidle' })
  return { page, url, elsewhere, errors }
}
