import assert from 'node:assert/strict'
import { symlinkSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { table } from '../scripts/markdown'
import { root } from '../scripts/tools'
import { TestPage } from '../studio/test/support/page'
import { milliseconds, verdict, writeSection } from './page'
import { inProject } from './project'
import { spread } from './spread'

// The time from a change of a file to the first answer of the app that the studio has loaded anew, on the clock of the wall.

const rounds = 15
const aim = 50

/** Long enough for a process to be warm before the next change. In milliseconds. */
const pause = 1500

const answer =
  'https://app.example.com/answer?from=447700900001&to=447700900000&uuid=u&conversation_uuid=c&endpoint_type=phone'

const app = (words: string) => `import { Talk } from 'ncco-jsx'
import { Choice, Menu } from 'ncco-jsx/dialog'
import { createVoiceApp } from 'ncco-jsx/serve'

const Flow = () => (
  <Menu prompt="${words} For sales, press 1.">
    <Choice digit="1"><Talk>Sales.</Talk></Choice>
  </Menu>
)

export default createVoiceApp({ answer: Flow, secret: '${'0'.repeat(32)}', signature: false })
`

const built = new URL('../studio/dist/index.js', import.meta.url).href
const { runStudio }: typeof import('../studio/src/index') = await import(built)

const noticed: number[] = []
const loaded: number[] = []
const answered: number[] = []

await inProject(async (folder) => {
  symlinkSync(join(root, 'node_modules/tsx'), join(folder, 'node_modules/tsx'), 'junction')
  writeFileSync(join(folder, 'package.json'), '{ "private": true, "type": "module" }')
  const file = join(folder, 'app.tsx')
  writeFileSync(file, app('Welcome.'))
  const studio = await runStudio(file, { port: '0' }, { log: { onState() {}, onLine() {} } })
  const page = await TestPage.open(studio.url)
  await page.settled()
  await page.fetch(answer)
  for (let round = 1; round <= rounds; round++) {
    await sleep(pause)
    const { generation } = page.target
    const words = `Round ${round}.`
    const begun = performance.now()
    writeFileSync(file, app(words))
    await page.until(() => page.target.generation > generation)
    noticed.push(performance.now() - begun)
    await page.settled(generation)
    loaded.push(performance.now() - begun)
    const fetched = await page.fetch(answer)
    answered.push(performance.now() - begun)
    assert(fetched.type === 'fetched' && fetched.body.includes(words), 'An old app has answered.')
  }
  page.close()
  await studio.close()
})

const first = spread(answered)
writeSection({
  title: 'A change in the studio',
  command: 'npm run bench:reload',
  paragraphs: [
    'The time from a change of a file to the first answer of the app that the studio has loaded anew. A process that is warm before the change loads it.',
    table(
      ['the change is noticed', 'the app is loaded', 'its first answer', 'aim'],
      [
        [
          milliseconds(spread(noticed)),
          milliseconds(spread(loaded)),
          milliseconds(first),
          verdict(first.median <= aim, `at most ${aim} ms`),
        ],
      ],
    ),
  ],
})
