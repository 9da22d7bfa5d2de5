import { cpSync, mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { build } from 'esbuild'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { npm, run } from '../../scripts/tools'
import { makeUserProject, type UserProject } from '../support/user-project'

const library = fileURLToPath(new URL('fragment-library', import.meta.url))

let user: UserProject

beforeAll(async () => {
  user = makeUserProject()
  const folder = join(user.folder, 'library')
  mkdirSync(folder)
  cpSync(join(library, 'package.json'), join(folder, 'package.json'))
  for (const [format, outfile] of [
    ['esm', 'fragments.js'],
    ['cjs', 'fragments.cjs'],
  ] as const) {
    await build({
      entryPoints: [join(library, 'fragments.tsx')],
      outfile: join(folder, outfile),
      format,
      bundle: true,
      packages: 'external',
      jsx: 'automatic',
      jsxImportSource: 'ncco-jsx',
    })
  }
  const [{ filename }] = JSON.parse(
    npm(['pack', '--json', '--pack-destination', user.folder], folder),
  )
  npm(['install', '--no-audit', '--no-fund', join(user.folder, filename)], user.folder)
})

afterAll(() => user.remove())

/** An app that is written in the fragments, knows none of their questions, and answers in three processes by turns. */
const app = `
  const { createElement: h, Talk } = core
  const { PinEntry, Ticket, WithStar, YesOrNo } = fragments
  let tickets = 0
  const Answer = () =>
    h(WithStar, null,
      h(PinEntry, { isRight: async (pin) => pin === '2468' }, (pin) =>
        h(YesOrNo, {
          question: 'Do you want a ticket?',
          yes: h(Ticket, { next: () => ++tickets }),
          no: h(Talk, null, 'No ticket.'),
        })),
      h(YesOrNo, { question: 'Anything else?', yes: h(Talk, null, 'Please hold.'), no: h(Talk, null, 'Goodbye.') }))
  const secret = 'a secret of more than 32 characters, only for tests'
  const apps = [1, 2, 3].map(() => serve.createVoiceApp({ answer: Answer, secret, signature: false }))
  let turn = 0
  const call = await simulate.dial((request) => apps[turn++ % 3].fetch(request))
  for (const keys of ['1111', '2468', '1', '*', '2468', '1', '2']) await call.press(keys)
  console.log(JSON.stringify(call.heard))`

const heard = [
  'Please key in your PIN.',
  'That is not right.',
  'Please key in your PIN.',
  'Do you want a ticket? Press 1 for yes, 2 for no.',
  'Ticket 1 for 2468.',
  'Anything else? Press 1 for yes, 2 for no.',
  'Please key in your PIN.',
  'Do you want a ticket? Press 1 for yes, 2 for no.',
  'Ticket 1 for 2468.',
  'Anything else? Press 1 for yes, 2 for no.',
  'Goodbye.',
]

function runApp(name: string, text: string): unknown {
  writeFileSync(join(user.folder, name), text)
  return JSON.parse(run(process.execPath, [name], user.folder))
}

const imports = `
  import * as core from 'ncco-jsx'
  import * as serve from 'ncco-jsx/serve'
  import * as simulate from 'ncco-jsx/simulate'`

describe('a library of fragments, packed and installed', () => {
  it('asks its questions in an app that knows nothing of them', () => {
    expect(
      runApp('esm.mjs', `${imports}\nimport * as fragments from 'call-fragments'\n${app}`),
    ).toStrictEqual(heard)
  })

  it('asks them by another copy of the package than the app has', () => {
    const required = `
      import { createRequire } from 'node:module'
      const fragments = createRequire(import.meta.url)('call-fragments')`
    expect(runApp('mixed.mjs', `${imports}\n${required}\n${app}`)).toStrictEqual(heard)
  })
})
