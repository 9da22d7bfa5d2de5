import type { Page } from 'playwright-core'

/** Collects what a page asks of other hosts than its own, and what it reports as errors. */
export function watchPage(
  page: Page,
  origin: string,
): { readonly elsewhere: string[]; readonly errors: string[] } {
  const elsewhere: string[] = []
  const errors: string[] = []
  page.on('request', (request) => {
    const { origin: asked, protocol } = new URL(request.url())
    if (asked !== origin && !['data:', 'blob:'].includes(protocol)) elsewhere.push(request.url())
  })
  page.on('pageerror', ({ message }) => errors.push(message))
  page.on('console', (message) => {
    if (message.type() === 'error') errors.push(message.text())
  })
  return { elsewhere, errors }
}
