import assert from 'node:assert/strict'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { table } from '../scripts/markdown'
import { launchBrowser } from '../studio/test/page/browser/support/studio-page'
import buildPlayground from '../studio/test/support/build-playground'
import { playgroundFolder, servePlayground } from '../studio/test/support/serve-playground'
import { kilobytes, seconds, verdict, writeSection } from './page'
import { spread } from './spread'

// The time from opening the playground, with nothing in the cache, to a call that listens; then that of a first change, for which the compiler
// is loaded; and what is loaded.

const rounds = 9
const aim = 3

const loads: Readonly<Record<string, string>> = {
  index: 'the page: the simulator, the phone, the transcript',
  'app-worker': 'the worker of the flow: `ncco-jsx`, `dialog`, `serve`',
  'code-editor': 'the editor',
  'compiler-worker': 'the compiler, once the flow is changed',
}

buildPlayground()
const { url, close } = await servePlayground()
const browser = await launchBrowser()
const painted: number[] = []
const listening: number[] = []
const changed: number[] = []
for (let round = 0; round < rounds; round++) {
  const context = await browser.newContext()
  const page = await context.newPage()
  const begun = performance.now()
  await page.goto(url)
  await page.getByRole('radio', { name: 'At once' }).check({ force: true })
  await page.getByRole('button', { name: 'Call', exact: true }).click()
  await page.getByText('listens for keys and speech').waitFor()
  listening.push((performance.now() - begun) / 1000)
  await page.getByRole('textbox', { name: 'Flow', exact: true }).click()
  const change = performance.now()
  await page.keyboard.insertText(' ')
  await page
    .getByText('the call so far was played again')
    .or(page.getByText('the call began again'))
    .waitFor()
  changed.push((performance.now() - change) / 1000)
  const paint = await page.evaluate(
    () => performance.getEntriesByName('first-contentful-paint')[0]?.startTime,
  )
  assert(paint !== undefined, 'Nothing was painted.')
  painted.push(paint / 1000)
  await context.close()
}
await browser.close()
close()

const assets = join(playgroundFolder, 'assets')
const rows = Object.entries(loads).map(([name, what]) => {
  const file = readdirSync(assets).find((one) => one.startsWith(`${name}-`) && one.endsWith('.js'))
  assert(file, `The playground has no ${name}.`)
  const bytes = readFileSync(join(assets, file))
  return [what, kilobytes(bytes.length), kilobytes(gzipSync(bytes).length)]
})

const call = spread(listening)
writeSection({
  title: 'The playground',
  command: 'npm run bench:playground',
  versions: { Chromium: browser.version() },
  paragraphs: [
    'On the clock of the wall, from a server on the same machine, with nothing in the cache: the first paint, and a first call that listens, to a flow of the menu, which is compiled already. A first change loads the compiler, waits for a pause of 0.35 s, and plays the call again.',
    table(
      ['', 'time', 'aim'],
      [
        ['first paint', seconds(spread(painted)), ''],
        ['first call', seconds(call), verdict(call.median <= aim, `at most ${aim} s`)],
        ['first change', seconds(spread(changed)), ''],
      ],
    ),
    table(['what is loaded', 'minified', 'gzip'], rows),
  ],
})
