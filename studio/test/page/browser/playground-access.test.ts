import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { hasBrowser, unlessBrowser } from './support/find-browser'
import { openPlayground } from './support/playground-page'
import { callAtOnce, tabTo, transcriptOf } from './support/reading'
import { launchBrowser } from './support/studio-page'
import { violations } from './support/violations'
import { editor, findingsOf, writeFlow } from './support/write-flow'

const broken = `import { Talk } from 'ncco-jsx'
export default () => <Talk levle={1}>Hello</Talk>`

/** A flow that says what it can reach. */
const curious = `import { Talk } from 'ncco-jsx'

const scope: any = globalThis
const tries = {
  fetch: () => scope.fetch('https://example.com/'),
  socket: () => new scope.WebSocket('wss://example.com/'),
  module: () => scope.eval("import('https://example.com/a.js')"),
  storage: () => scope.indexedDB.open('a'),
  caches: () => scope.caches.open('a'),
  files: () => scope.navigator.storage.getDirectory(),
  channel: () => new scope.BroadcastChannel('a'),
  page: () => scope.postMessage('a'),
  worker: () => new scope.Worker('data:,1'),
  font: async () => {
    const face = new scope.FontFace('a', 'url(https://example.com/a.woff2)')
    return face.load()
  },
}

async function reached() {
  const names = []
  for (const [name, attempt] of Object.entries(tries)) {
    try {
      await attempt()
      names.push(name)
    } catch {}
  }
  return names
}

export default async function Answer() {
  return <Talk>Reached: {(await reached()).join(', ') || 'nothing'}.</Talk>
}
`

describe.skipIf(!hasBrowser)(`the page of the playground${unlessBrowser}`, () => {
  let browser: Browser
  beforeAll(async () => {
    browser = await launchBrowser()
  })
  afterAll(() => browser?.close())

  it.each(['light', 'dark'] as const)('has nothing that axe finds, in %s', async (colorScheme) => {
    const { page } = await openPlayground(browser, { colorScheme })
    await editor(page).waitFor()
    expect(await violations(page)).toStrictEqual([])
    await callAtOnce(page)
    await expect.poll(() => transcriptOf(page)).toContain('input: listens for keys and speech')
    expect(await violations(page)).toStrictEqual([])
    await writeFlow(page, broken)
    await expect.poll(() => findingsOf(page)).toHaveLength(1)
    expect(await violations(page)).toStrictEqual([])
  })

  it.each([360, 768, 1280, 1920])('fits a screen of %i pixels', async (width) => {
    const { page } = await openPlayground(browser, { viewport: { width, height: 800 } })
    await writeFlow(page, broken)
    await expect.poll(() => findingsOf(page)).toHaveLength(1)
    const overflow = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)
    expect(overflow).toBeLessThanOrEqual(0)
  })

  it('is left by Tab from the editor', async () => {
    const { page } = await openPlayground(browser)
    await editor(page).click()
    await page.keyboard.press('Tab')
    await tabTo(page, 'Call')
  })

  it('lets a flow reach nothing but its page', async () => {
    const playground = await openPlayground(browser)
    const { page } = playground
    await writeFlow(page, curious)
    await callAtOnce(page)
    await expect.poll(() => transcriptOf(page)).toContain('prompt: Reached: nothing.')
    expect(playground.elsewhere).toStrictEqual([])
  })

  it('has a policy that workers made of blobs have too', async () => {
    const { page, url } = await openPlayground(browser)
    // The page itself would answer.
    const outcome = await page.evaluate((own) => {
      const code = `fetch(${JSON.stringify(own)}).then(() => postMessage('reached'), () => postMessage('refused'))`
      const worker = new Worker(URL.createObjectURL(new Blob([code])))
      return new Promise((resolve) => {
        worker.onmessage = ({ data }) => resolve(data)
      })
    }, url)
    expect(outcome).toBe('refused')
  })

  it('writes nothing of a flow as HTML', async () => {
    const { page } = await openPlayground(browser)
    const text = '<img src=x onerror=alert(1)><b>bold</b>'
    await writeFlow(page, `export default [{ action: 'talk', txt: ${JSON.stringify(text)} }]`)
    await expect.poll(() => findingsOf(page)).not.toStrictEqual([])
    await writeFlow(
      page,
      `console.log(${JSON.stringify(text)})\nthrow new Error(${JSON.stringify(text)})`,
    )
    await expect.poll(() => findingsOf(page)).toContainEqual(expect.stringContaining(text))
    await page.getByRole('tab', { name: 'Output' }).click()
    expect(await page.locator('img, b').count()).toBe(0)
  })
})
