import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import * as core from 'ncco-jsx'
import * as convert from 'ncco-jsx/convert'
import * as dialog from 'ncco-jsx/dialog'
import * as node from 'ncco-jsx/node'
import * as serve from 'ncco-jsx/serve'
import * as simulate from 'ncco-jsx/simulate'
import * as vitest from 'ncco-jsx/vitest'
import { describe, expect, it } from 'vitest'
import { writeModule } from '../support/generated'

const src = fileURLToPath(new URL('../../src', import.meta.url))

/** Imports of everything that the package exports. */
const imports = Object.entries({ core, convert, dialog, node, serve, simulate, vitest })
  .map(([name, module]) => {
    const entry = name === 'core' ? 'ncco-jsx' : `ncco-jsx/${name}`
    return `import { ${Object.keys(module).join(', ')} } from '${entry}'`
  })
  .join('\n')

/** The names that the examples take as given. */
const given = `
import { createServer } from 'node:http'
${imports}
import { expect } from 'vitest'
import { applicationId as id, ask, order, publicKey, restPlatform } from '../rest'
const platform = restPlatform()
const remind = () => ask(platform, 'POST', '/v1/calls', order([{ action: 'talk', text: 'Hello.' }]))
const Answer = ({ from }) => <Talk>{from}</Talk>
const body = '[]'
const code = '1234'
const Account = ({ pin }) => <Talk>{pin}</Talk>
const Sales = () => <Talk>Sales.</Talk>
const Support = Sales
const Operator = Sales
const book = async () => ({ time: 'nine' })
const loadCart = async () => []
const place = async () => ({ number: 7 })
const from = '447700900001'
const nameOf = async () => 'Ada'
const app = createVoiceApp({ answer: Answer, signature: false })
const webhook = 'https://example.com/answer?to=447700900000&uuid=leg-1&conversation_uuid=CON-1&from=1'
const request = Object.assign(new Request(webhook), { query: { from } })
const baseUrl = 'https://calls.example.com'
const secret = 'a secret of more than 32 characters, only for tests'
const question = { rate: 16_000, samples: new Int16Array(320) }
const signatureSecret = 'the signature secret of the dashboard'
const store = async () => {}
const response = { json: (ncco) => ncco, type: () => ({ send: (text) => text }) }
`

interface Example {
  readonly name: string
  readonly text: string
}

function readExamples(): Example[] {
  const files = readdirSync(src, { recursive: true, encoding: 'utf8' })
  return files
    .filter((file) => file.endsWith('.ts'))
    .flatMap((file) => {
      const text = readFileSync(join(src, file), 'utf8')
      const found = [...text.matchAll(/@example\n[ *]*```tsx?\n([\s\S]*?)```/g)]
      return found.map(([, code = ''], index) => ({
        name: `${file.replaceAll(/[\\/]/g, '-').replace('.ts', '')}-${index + 1}`,
        text: code.replaceAll(/^ *\* ?/gm, ''),
      }))
    })
}

describe('the examples in TSDoc', () => {
  const examples = readExamples()

  it('stand on every action, endpoint and part', () => {
    expect(examples.length).toBeGreaterThan(25)
  })

  it.each(examples)('$name runs', async ({ name, text }) => {
    const code = text.startsWith('<')
      ? `export const flow = <>${text}</>`
      : `export const run = async () => {\n${text}\n}`
    const file = writeModule(`${name}.tsx`, given + code)
    const module: { flow?: core.NccoNode; run?: () => Promise<void> } = await import(
      /* @vite-ignore */ file
    )
    if (module.flow && name.startsWith('dialog-')) {
      expect((await simulate.dial(module.flow)).heard.length).toBeGreaterThan(0)
    } else if (module.flow) expect(core.render(module.flow).length).toBeGreaterThan(0)
    else await module.run?.()
  })
})
