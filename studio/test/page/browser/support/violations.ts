import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import type { AxeResults, RunOptions } from 'axe-core'
import type { Page } from 'playwright-core'

const source = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')

declare const axe: { run(context: Document, options: RunOptions): Promise<AxeResults> }

/** What axe finds in the page as it is. */
export async function violations(page: Page): Promise<string[]> {
  await page.evaluate(source)
  const results = await page.evaluate(() => axe.run(document, { resultTypes: ['violations'] }))
  return results.violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html}`))
}
