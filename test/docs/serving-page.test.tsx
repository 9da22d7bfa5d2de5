import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import type { VoiceApp } from 'ncco-jsx/serve'
import { dial } from 'ncco-jsx/simulate'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { codeBlocks, writeModule } from '../support/generated'

const page = readFileSync(fileURLToPath(new URL('../../docs/serving.md', import.meta.url)), 'utf8')
const [app = ''] = codeBlocks(page, 'tsx')
const signature = { secret: 'the signature secret of the dashboard' }

afterEach(() => void vi.unstubAllEnvs())

describe('docs/serving.md', () => {
  it('shows an app that carries a call by hand', async () => {
    vi.stubEnv('SIGNATURE_SECRET', signature.secret)
    vi.stubEnv('LINK_SECRET', 'a secret of more than 32 characters, only for tests')
    const module: { default: VoiceApp } = await import(
      /* @vite-ignore */ writeModule('serving-page/app.tsx', app)
    )
    const call = await dial(module.default, { signature })
    await call.press('9')
    await call.press('1')
    expect(call.heard).toStrictEqual([
      'For sales, press 1.',
      'Sorry, I did not get that. For sales, press 1.',
    ])
    expect(call.legs.map(({ endpoint }) => endpoint.number)).toStrictEqual(['447700900002'])
  })
})
