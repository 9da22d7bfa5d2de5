import { execFileSync } from 'node:child_process'
import {
  mkdirSync,
  mkdtempSync,
  readFileSync,
  realpathSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { type Browser, type BrowserContextOptions, chromium, type Page } from 'playwright-core'
import { findBrowser } from './find-browser'

const root = fileURLToPath(new URL('../../../../../', import.meta.url))
const studioModule = new URL('../../../../dist/index.js', import.meta.url).href

interface RunningStudio {
  readonly url: string
  readonly started: Promise<void>
  close(): Promise<void>
}

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

/** A project with a studio that runs beside it, and its page. */
export interface StudioPage {
  readonly page: Page
  readonly url: string
  readonly folder: string
  /** The requests that went to other hosts. */
  readonly elsewhere: readonly string[]
  /** What the page has reported as errors. */
  readonly errors: readonly string[]
  write(file: string, text: string): void
  read(file: string): string
  close(): Promise<void>
}

/** Makes a project of files, runs a studio beside it, and opens its page. */
export async function openStudio(
  browser: Browser,
  files: Readonly<Record<string, string>>,
  { target = 'app.tsx', ...options }: BrowserContextOptions & { readonly target?: string } = {},
): Promise<StudioPage> {
  const folder = makeProject(files)
  const { runStudio } = (await import(studioModule)) as {
    runStudio(named: string, flags: object): Promise<RunningStudio>
  }
  const named = target.startsWith('http') ? target : join(folder, target)
  const studio = await runStudio(named, { port: '0' })
  const context = await browser.newContext({
    permissions: ['clipboard-read', 'clipboard-write', 'microphone'],
    ...options,
  })
  const page = await context.newPage()
  const elsewhere: string[] = []
  const errors: string[] = []
  page.on('request', (request) => {
    if (
      !/^(data|blob):/.test(request.url()) &&
      new URL(request.url()).origin !== new URL(studio.url).origin
    )
      elsewhere.push(request.url())
  })
  page.on('pageerror', ({ message }) => errors.push(message))
  page.on('console', (message) => {
    if (message.type() === 'error') errors.push(message.text())
  })
  await page.goto(studio.url)
  await studio.started
  return {
    page,
    url: studio.url,
    folder,
    elsewhere,
    errors,
    write: (file, text) => writeFileSync(join(folder, file), text),
    read: (file) => readFileSync(join(folder, file), 'utf8'),
    close: async () => {
      await context.close()
      await studio.close()
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

/** A folder outside the repository, whose packages are those of the repository. */
function makeProject(files: Readonly<Record<string, string>>): string {
  const folder = realpathSync(mkdtempSync(join(tmpdir(), 'ncco-jsx-studio-')))
  const link = (name: string, target: string) => {
    const path = join(folder, 'node_modules', name)
    mkdirSync(dirname(path), { recursive: true })
    symlinkSync(target, path, 'dir')
  }
  link('ncco-jsx', root)
  for (const name of ['tsx', 'vitest', 'vite']) link(name, join(root, 'node_modules', name))
  const compilerOptions = {
    jsx: 'react-jsx',
    jsxImportSource: 'ncco-jsx',
    module: 'esnext',
    moduleResolution: 'bundler',
  }
  const all = {
    'package.json': JSON.stringify({ type: 'module' }),
    'tsconfig.json': JSON.stringify({ compilerOptions }),
    ...files,
  }
  for (const [file, text] of Object.entries(all)) writeFileSync(join(folder, file), text)
  return folder
}
