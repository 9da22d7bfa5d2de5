import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { starts } from '../../../page/playground/start/starts'
import { hasBrowser, unlessBrowser } from './support/find-browser'
import { openPlayground } from './support/playground-page'
import { callAtOnce, callIsOver, press, transcriptOf } from './support/reading'
import { launchBrowser } from './support/studio-page'
import { editor, findingsOf, writeFlow } from './support/write-flow'

const tea = (attributes: string) => `import { Talk } from 'ncco-jsx'
import { Choice, Menu } from 'ncco-jsx/dialog'

export default function Answer() {
  return (
    <Menu prompt="For tea, press 1.">
      <Choice digit="1"><Talk ${attributes}>Tea it is.</Talk></Choice>
    </Menu>
  )
}
`

/** Loops in the second answer of a call. */
const endless = tea('language="en-GB"')
  .replace('<Talk language="en-GB">Tea it is.</Talk>', '<Tea />')
  .concat('\nfunction Tea() {\n  for (;;);\n}\n')

describe.skipIf(!hasBrowser)(`the playground${unlessBrowser}`, () => {
  let browser: Browser
  beforeAll(async () => {
    browser = await launchBrowser()
  })
  afterAll(() => browser?.close())

  it('plays a whole call, and tells how long the first answer took', async () => {
    const begun = performance.now()
    const playground = await openPlayground(browser)
    const { page } = playground
    await callAtOnce(page)
    const lines = () => transcriptOf(page)
    await expect.poll(lines, { interval: 20 }).toContain('input: listens for keys and speech')
    console.info(`The first call listens after ${Math.round(performance.now() - begun)} ms.`)
    // The flows of the menu are compiled already.
    const compilers = () => page.workers().filter((one) => one.url().includes('compiler'))
    expect(compilers()).toStrictEqual([])
    await press(page, '2')
    const party = page.getByRole('region', { name: 'Leg 1' })
    await party.getByRole('button', { name: 'Answer' }).click()
    await party.getByRole('button', { name: 'Leg hangs up' }).click()
    await expect.poll(lines).toContain('call: ended: completed')
    expect(await lines()).toStrictEqual([
      '447700900001: calls 447700900000',
      '→ answer: GET /answer: 200, 2 actions',
      'NCCO: 2 actions from /answer',
      '447700900001: is answered',
      'prompt: For sales, press 1, or say sales. For support, press 2, or say support. (en-GB)',
      'input: listens for keys and speech',
      '447700900001: presses 2',
      '→ input: POST /answer: 200, 2 actions',
      'NCCO: 2 actions from /answer',
      'prompt: I will connect you to support.',
      'connect: calls 447700900003',
      '447700900003: is ringing',
      '447700900003: is answered',
      '447700900003: is completed',
      'call: ended: completed',
    ])
    const pane = page.getByRole('tabpanel')
    expect(await pane.innerText()).toMatch(/talk\s*<Department> in <Choice>\s*flow\.tsx:34/)
    await editor(page).click()
    await expect.poll(compilers).toHaveLength(1)
    expect(playground.errors).toStrictEqual([])
    expect(playground.elsewhere).toStrictEqual([])
  })

  it('begins with each flow of its menu', async () => {
    const playground = await openPlayground(browser)
    const { page } = playground
    await page.getByRole('radio', { name: 'At once' }).check({ force: true })
    for (const { id, title } of starts) {
      await page.getByLabel('Flow to begin with').selectOption(title)
      await expect.poll(() => new URL(page.url()).hash).toBe(`#start=${id}`)
      expect(await transcriptOf(page)).toStrictEqual([])
      await page.getByRole('button', { name: 'Call', exact: true }).click()
      await expect.poll(() => transcriptOf(page)).toContainEqual(expect.stringMatching(/^prompt: /))
      expect(await findingsOf(page)).toStrictEqual([])
    }
    expect(playground.errors).toStrictEqual([])
  })

  it('tells a mistake with its column; mended, the call goes on', async () => {
    const playground = await openPlayground(browser)
    const { page } = playground
    await writeFlow(page, tea('language="en-GB"'))
    await callAtOnce(page)
    const lines = () => transcriptOf(page)
    await expect.poll(lines).toContain('prompt: For tea, press 1.')
    await press(page, '1')
    await expect.poll(lines).toContain('prompt: Tea it is. (en-GB)')
    await writeFlow(page, tea('langage="en-GB"'))
    await page.getByRole('button', { name: 'flow.tsx:7:25' }).click()
    expect(await findingsOf(page)).toStrictEqual([
      expect.stringMatching(/^flow\.tsx:7:25 unknown-option .*"langage".* Write language/),
    ])
    await expect.poll(() => editor(page).evaluate((node) => node.matches(':focus'))).toBe(true)
    await page.keyboard.type('Well,')
    await expect.poll(() => editor(page).innerText()).toContain('digit="1">Well,<Talk')
    await writeFlow(page, tea('language="en-GB" loop={2}'))
    await expect.poll(() => findingsOf(page)).toStrictEqual([])
    await expect.poll(lines).toContain('prompt: new Tea it is. (2 times) (en-GB)')
    expect(playground.errors).toStrictEqual([])
  })

  it('shows beside the NCCOs why a flow is not rendered, with its place and the stack', async () => {
    const playground = await openPlayground(browser)
    const { page } = playground
    const flow = `import { Talk } from 'ncco-jsx'
const Greeting = () => {
  throw new Error('no database')
}
export default () => <><Greeting /><Talk>Hello.</Talk></>`
    await writeFlow(page, flow)
    await expect
      .poll(() => findingsOf(page))
      .toStrictEqual([expect.stringMatching(/^flow\.tsx:5:\d+ component-threw/)])
    await callAtOnce(page)
    const article = page.getByRole('tabpanel').getByRole('article').first()
    await expect.poll(() => article.innerText()).toMatch(/not rendered/)
    await callIsOver(page)
    expect(await article.innerText()).toMatch(/component-threw.*<Greeting>/)
    expect(await article.innerText()).toMatch(/<Greeting> in <_default>\s*flow\.tsx:5/)
    await article.getByText('The stack').click()
    expect(await article.innerText()).toContain('Error: no database')
    await article.getByRole('button', { name: /^flow\.tsx:5/ }).click()
    await expect.poll(() => editor(page).evaluate((node) => node.matches(':focus'))).toBe(true)
    expect(playground.errors).toStrictEqual([])
  })

  it('tells where a flow does not compile, or imports what is not there', async () => {
    const playground = await openPlayground(browser)
    const { page } = playground
    await writeFlow(page, 'export default (\n  <Talk>')
    await expect.poll(() => findingsOf(page)).toStrictEqual(['flow.tsx:2:9 error Unexpected token'])
    expect(await page.getByRole('button', { name: 'Call', exact: true }).isEnabled()).toBe(false)
    await writeFlow(page, "import { useState } from 'react'\nexport default useState")
    await expect
      .poll(() => findingsOf(page))
      .toStrictEqual([expect.stringContaining('The playground has no module "react".')])
    await writeFlow(page, 'const a = 1\n\na()\nexport default []')
    await expect
      .poll(() => findingsOf(page))
      .toStrictEqual(['flow.tsx:3 error TypeError: a is not a function'])
    expect(playground.errors).toStrictEqual([])
  })

  it('ends an endless loop, wherever it is, and goes on with the next flow', async () => {
    const playground = await openPlayground(browser)
    const { page } = playground
    const isStuck = [
      expect.stringMatching(/^error flow\.tsx did nothing else for 2 s.*without an end/),
    ]
    await writeFlow(page, 'while (true);\nexport default []')
    await expect.poll(() => findingsOf(page)).toStrictEqual(isStuck)
    await writeFlow(page, endless)
    await expect.poll(() => findingsOf(page)).toStrictEqual([])
    await callAtOnce(page)
    await press(page, '1')
    await expect.poll(() => findingsOf(page)).toStrictEqual(isStuck)
    await expect
      .poll(() => transcriptOf(page))
      .toContainEqual(expect.stringMatching(/input: .*app-stuck/))
    await expect.poll(() => transcriptOf(page)).toContain('call: ended: completed')
    await writeFlow(page, tea('language="en-GB"'))
    await expect.poll(() => findingsOf(page)).toStrictEqual([])
    await callAtOnce(page)
    await expect.poll(() => transcriptOf(page)).toContain('prompt: For tea, press 1.')
    expect(playground.errors).toStrictEqual([])
  })

  it('maps the flow, and calls to a point of it', async () => {
    const playground = await openPlayground(browser)
    const { page } = playground
    await page.getByRole('tab', { name: 'Map' }).click()
    await page.getByRole('button', { name: 'Map the app' }).click()
    await page.getByText(/\d+ states, \d+ acts, whole/).waitFor()
    const map = page.getByRole('region', { name: 'Map' })
    await map.getByRole('button', { name: 'I will connect you to support.' }).click()
    await page.getByRole('button', { name: 'Call to here' }).click()
    await expect.poll(() => transcriptOf(page)).toContain('447700900003: is ringing')
    await expect
      .poll(() => map.locator('[aria-current=step]').innerText())
      .toContain('I will connect you to support.')
    expect(playground.errors).toStrictEqual([])
  })

  it('is opened again by its link, with the flow, the options and the call', async () => {
    const { page, url } = await openPlayground(browser)
    const source = tea('language="en-GB"')
    await writeFlow(page, source)
    await page.getByText('Call options').click()
    await page.getByLabel('The caller withholds the number').check()
    await callAtOnce(page)
    const lines = () => transcriptOf(page)
    await expect.poll(lines).toContain('prompt: For tea, press 1.')
    await page.getByRole('button', { name: 'Hang up' }).click()
    await callAtOnce(page)
    await expect.poll(lines).toContain('prompt: For tea, press 1.')
    await press(page, '1')
    await expect.poll(lines).toContain('call: ended: completed')
    const before = await transcriptOf(page)
    await page.getByRole('button', { name: 'Copy link' }).click()
    await expect.poll(() => page.getByText('The link has this call.').count()).toBe(1)
    const link = await page.evaluate(() => navigator.clipboard.readText())
    expect(link.startsWith(`${url}#flow=`)).toBe(true)
    const other = await page.context().newPage()
    await other.goto(link)
    await expect.poll(() => editor(other).innerText()).toContain('Tea it is.')
    expect(await transcriptOf(other)).toStrictEqual([])
    await other.getByRole('button', { name: 'Play it' }).click()
    await expect.poll(() => transcriptOf(other)).toStrictEqual(before)
  })
})
