import { execFileSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { type Browser, chromium, type Page } from 'playwright-core'
import { findBrowser } from '../studio/test/page/browser/support/find-browser'
import { root } from './tools'

// Makes the pictures of the studio in `docs` anew, from the built studio.

const surgery = `import { Connect, Phone, Talk } from 'ncco-jsx'
import { Choice, Menu } from 'ncco-jsx/dialog'

export default function Surgery({ to }: { to: string }) {
  return (
    <>
      <Talk>Oak Street Surgery.</Talk>
      <Menu
        prompt="To book, press 1. For the nurse, press 2."
        noMatch="That is not one of the choices."
        otherwise={<Talk>Please call again.</Talk>}
      >
        <Choice digit="1" phrases={['book']}>
          <Talk>A message with a link is on its way to you.</Talk>
        </Choice>
        <Choice digit="2" phrases={['nurse']}>
          <Talk>The nurse will answer.</Talk>
          <Connect from={to} timeout={30}>
            <Phone number="447700900002" />
          </Connect>
        </Choice>
      </Menu>
      <Talk>Goodbye.</Talk>
    </>
  )
}
`

/** A call that was passed on to the nurse, who rings. */
async function call(page: Page): Promise<void> {
  await page.getByRole('radio', { name: 'At once' }).check({ force: true })
  await page.getByRole('button', { name: 'Call', exact: true }).click()
  for (const key of ['9', '2']) {
    await page.getByRole('button', { name: 'Silence' }).and(page.locator(':enabled')).waitFor()
    const keypad = page.getByRole('group', { name: 'Keypad', exact: true })
    await keypad.getByRole('button', { name: key, exact: true }).click()
  }
  await page.getByRole('region', { name: 'Leg 1' }).waitFor()
  await page.mouse.move(0, 0)
}

async function drawMap(page: Page): Promise<void> {
  await page.getByRole('tab', { name: 'Map' }).click()
  await page.getByRole('button', { name: 'Map the app' }).click()
  await page.locator('.map-state.current').waitFor()
  for (const _ of ['100 %', '80 %']) await page.getByRole('button', { name: 'Smaller' }).click()
  await page.mouse.move(0, 0)
}

interface Picture {
  readonly width: number
  readonly height: number
  readonly colorScheme: 'light' | 'dark'
  readonly prepare: (page: Page) => Promise<void>
}

const pictures: Readonly<Record<string, Picture>> = {
  light: { width: 1360, height: 820, colorScheme: 'light', prepare: call },
  dark: {
    width: 1360,
    height: 820,
    colorScheme: 'dark',
    prepare: async (page: Page) => {
      await call(page)
      await drawMap(page)
    },
  },
  narrow: { width: 360, height: 1000, colorScheme: 'light', prepare: call },
}

async function take(browser: Browser, url: string): Promise<void> {
  for (const [name, { width, height, colorScheme, prepare }] of Object.entries(pictures)) {
    const context = await browser.newContext({ viewport: { width, height }, colorScheme })
    const page = await context.newPage()
    await page.goto(url)
    await prepare(page)
    // A button that was pointed at changes its colour slowly.
    await sleep(300)
    await page.screenshot({ path: join(root, `docs/studio-${name}.png`) })
    await context.close()
  }
}

const folder = mkdtempSync(join(tmpdir(), 'ncco-jsx-pictures-'))
mkdirSync(join(folder, 'node_modules'))
symlinkSync(root, join(folder, 'node_modules/ncco-jsx'), 'junction')
symlinkSync(join(root, 'node_modules/tsx'), join(folder, 'node_modules/tsx'), 'junction')
writeFileSync(join(folder, 'package.json'), '{ "type": "module" }')
writeFileSync(join(folder, 'tsconfig.json'), '{}')
writeFileSync(join(folder, 'surgery.tsx'), surgery)
const built = new URL('../studio/dist/index.js', import.meta.url).href
const { runStudio }: typeof import('../studio/src/index') = await import(built)
process.chdir(folder)
const studio = await runStudio('surgery.tsx', { port: '0' })
await studio.started
const executablePath = String(
  execFileSync('sh', ['-c', `command -v ${findBrowser() ?? 'chromium'}`]),
).trim()
const browser = await chromium.launch({ executablePath, args: ['--no-sandbox'] })
try {
  await take(browser, studio.url)
} finally {
  await browser.close()
  await studio.close()
  process.chdir(root)
  rmSync(folder, { recursive: true, force: true })
}
