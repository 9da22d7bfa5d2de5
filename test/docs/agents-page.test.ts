import { readFileSync } from 'node:fs'
import type { Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { fileURLToPath } from 'node:url'
import { check } from 'ncco-jsx'
import { dial, withTranscript } from 'ncco-jsx/simulate'
import { describe, expect, it, vi } from 'vitest'
import { codeBlocks, writeModule } from '../support/generated'

const page = readFileSync(fileURLToPath(new URL('../../AGENTS.md', import.meta.url)), 'utf8')
const files = [...codeBlocks(page, 'tsx'), ...codeBlocks(page, 'ts')].map((code) => {
  const [, name = ''] = /^\/\/ (\S+)/.exec(code) ?? []
  return { name, path: writeModule(`agents-page/${name}`, code) }
})

const signature = { secret: 'the signature secret of the dashboard' }
const baseUrl = 'https://app.example.com'

// The files read them when they are imported.
vi.stubEnv('LINK_SECRET', 'a secret of more than 32 characters, only for tests')
vi.stubEnv('SIGNATURE_SECRET', signature.secret)
vi.stubEnv('BASE_URL', baseUrl)
vi.stubEnv('PORT', '0')

async function load<T>(name: string): Promise<T> {
  const path = files.find((file) => file.name === name)?.path ?? ''
  return import(/* @vite-ignore */ path)
}

describe('AGENTS.md', () => {
  it('names every file', () => {
    const names = files.map(({ name }) => name).sort()
    expect(names).toStrictEqual(['app.test.ts', 'app.tsx', 'restaurant.ts', 'server.ts'])
  })

  it('shows a server whose NCCOs have no finding', async () => {
    const { server } = await load<{ server: Server }>('server.ts')
    const { port } = server.address() as AddressInfo
    const call = await dial(`http://127.0.0.1:${port}/answer`, { signature, baseUrl })
    for (const key of ['3', '2']) await call.press(key)
    await call.legs[0]?.unavailable()
    server.close()
    const answers = call.webhooks.map(({ answer }) => JSON.parse(answer?.body || '[]'))
    withTranscript(call, () => {
      expect(answers).toHaveLength(3)
      expect(answers.flatMap((ncco) => check(ncco))).toStrictEqual([])
      expect(call.heard.at(-1)).toBe('Nobody answers in the kitchen.')
    })
  })
})

describe('the test in AGENTS.md', async () => {
  await load('app.test.ts')
})
