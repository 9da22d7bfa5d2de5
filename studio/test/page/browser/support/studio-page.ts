import { execFileSync } from 'node:child_process'
import { readFileSync, symlinkSync } from 'node:fs'
import { join } from 'node:path'
import { type Browser, type BrowserContextOptions, chromium, type Page } from 'playwright-core'
import { onTestFinished } from 'vitest'
import { root } from '../../../../../scripts/tools'
import { makeProject } from '../../../support/project'
import { findBrowser } from './find-browser'
import { watchPage } from './watch-page'

/** A browser with a microphone that nobody speaks into, but which sounds. */
export function launchBrowser(): Promise<Browser> {
  const path = execFileSync('sh', ['-c', `command -v ${findBrowser() ?? 'chromium'}`])
  return chromium.launch({
    executablePath: String(path).trim(),
    args: [
      // Chromium has no sandbox for root, which is who runs tests in containers.
      '--no-sandbox',
      '--use-fake-device-for-media-stream',
      '--use-fake-ui-for-media-stream',
    ],
  })
}

/** A project with a studio that runs beside it, and its page, until the test ends. */
export interface StudioPage {
  readonly page: Page
  readonly folder: string
  /** The requests that went to other hosts. */
  readonly elsewhere: readonly string[]
  /** What the page has reported as errors. */
  readonly errors: readonly string[]
  write(file: string, text: string): void
  read(file: string): string
  /** Ends the studio, and runs it again at the same port. */
  restart(): Promise<void>
}

/**
 * Makes a project of files, runs a studio beside it, and opens its page.
 *
 * @param prepare does more to the folder of the project, before the studio runs
 */
export async function openStudio(
  browser: Browser,
  files: Readonly<Record<string, string>>,
  options: BrowserContextOptions = {},
  prepare: (folder: string) => void = () => {},
): Promise<StudioPage> {
  const [target = ''] = Object.keys(files)
  const { folder, write } = makeProject(files)
  for (const name of ['vitest', 'vite'])
    symlinkSync(join(root, 'node_modules', name), join(folder, 'node_modules', name))
  prepare(folder)
  // Built, because its parts find each other beside it.
  const built = new URL('../../../../dist/index.js', import.meta.url).href
  const { runStudio }: typeof import('../../../../src/index') = await import(built)
  const log = { onState() {}, onLine() {} }
  const run = (port: string) => runStudio(join(folder, target), { port }, { log })
  let studio = await run('0')
  const context = await browser.newContext({
    permissions: ['clipboard-read', 'clipboard-write', 'microphone'],
    ...options,
  })
  onTestFinished(async () => {
    await context.close()
    await studio.close()
  })
  const page = await context.newPage()
  const { elsewhere, errors } = watchPage(page, new URL(studio.url).origin)
  await page.goto(studio.url)
  await studio.started
  const read = (file: string) => readFileSync(join(folder, file), 'utf8')
  const restart = async () => {
    const { port } = new URL(studio.url)
    await studio.close()
    await page.getByText('the studio does not run').waitFor()
    studio = await run(port)
    await studio.started
  }
  return { page, folder, elsewhere, errors, write, read, restart }
}
