import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { describe, expect, it, vi } from 'vitest'
import { codeBlocks, writeModule } from '../support/generated'

const path = fileURLToPath(new URL('../../docs/simulator.md', import.meta.url))
const examples = codeBlocks(readFileSync(path, 'utf8'), 'ts')

/** The names that the examples take as given: an IVR. */
const given = `
import { expect } from 'vitest'
import { applicationId, ask, order, publicKey } from '../rest'
import { createPlatform, dial, withTranscript } from 'ncco-jsx/simulate'
import { startBot } from '../../simulate/media/bot-server'
import { parrot } from '../../simulate/media/parrot'
import { tone } from '../../simulate/media/tone'
import { writeWav } from '../../../src/simulate/media/wav'
const menu = [
  { action: 'talk', text: 'Welcome.', bargeIn: true },
  { action: 'talk', text: 'For sales, press 1. For support, press 2.' },
  { action: 'input', type: ['dtmf'], dtmf: { maxDigits: 1 }, eventUrl: ['https://app.example.com/chosen'] },
]
const remind = async (fetch) => {
  const ncco = [{ action: 'talk', text: 'Your order is ready.' }]
  await ask({ api: { fetch } }, 'POST', '/v1/calls', order(ncco))
}
const call = { heard: ['Welcome.', 'For sales, press 1.'], transcript: () => '' }
const sales = [{ action: 'connect', from: '447700900000', endpoint: [{ type: 'phone', number: '447700900002' }] }]
const app = async (request) => Response.json(request.url.endsWith('/chosen') ? sales : menu)
const readFile = async () => writeWav({ rate: 16_000, samples: tone(440, 16_000, 0.5) })
const writeFile = async (name, wav) => expect(wav.length).toBeGreaterThan(16_000)
const connectTo = ({ uri }) => [
  { action: 'connect', endpoint: [{ type: 'websocket', uri, 'content-type': 'audio/l16;rate=16000' }] },
]
`

/** Runs with the server of an agent. */
const withAgent = (example: string) => `
const agentServer = await startBot(parrot(0.1))
const agentApp = async () => Response.json(connectTo(agentServer))
${example}
await agentServer.close()
`

/** Makes an assertion of each line that says what a value is. */
function assert(example: string): string {
  return example
    .replaceAll(/^import .*\n/gm, '')
    .replaceAll(/^(call\.\S+) \/\/ ([[{].*)$/gm, 'expect($1).toStrictEqual($2)')
}

describe('docs/simulator.md', () => {
  it('has examples', () => {
    expect(examples.length).toBeGreaterThan(3)
  })

  it.each(examples.map((text, index) => ({ text, name: `simulator-page-${index + 1}` })))(
    '$name runs, and is right',
    async ({ text, name }) => {
      const log = vi.spyOn(console, 'log').mockImplementation(() => {})
      const example = text.includes('agentApp') ? withAgent(assert(text)) : assert(text)
      const code = `${given}\nexport const run = async () => {\n${example}\n}`
      const module = await import(/* @vite-ignore */ writeModule(`${name}.ts`, code))
      await module.run()
      log.mockRestore()
    },
  )
})
