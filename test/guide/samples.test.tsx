import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { check, type NccoNode, renderAsync } from 'ncco-jsx'
import type { VoiceApp } from 'ncco-jsx/serve'
import { dial } from 'ncco-jsx/simulate'
import { describe, expect, it } from 'vitest'
import { codeFiles, pagesWithCode } from '../../scripts/sample-code'
import { root } from '../../scripts/tools'

const folder = join(root, 'docs/guide/samples')
const samples = readdirSync(folder, { recursive: true, encoding: 'utf8' })
  .map((name) => name.replaceAll('\\', '/'))
  .filter((name) => /\.tsx?$/.test(name) && !name.includes('.test.'))

const signature = {
  secret: process.env.SIGNATURE_SECRET ?? '',
  applicationId: process.env.VONAGE_APPLICATION_ID,
}

type Exports = Readonly<Record<string, unknown>>

const isApp = (value: unknown): value is VoiceApp => value instanceof Object && 'fetch' in value

/** The NCCOs that a sample makes as it is: those of its components, and those that its app answers a call with. */
async function nccosOf(exports: Exports): Promise<unknown[]> {
  const nccos: unknown[] = []
  for (const [name, value] of Object.entries(exports)) {
    if (name === 'Flow') {
      const Flow = value as (props: object) => NccoNode
      nccos.push(await renderAsync(<Flow />))
    }
    if (isApp(value)) {
      const call = await dial(value, { signature, answerMethod: 'POST' })
      for (const { kind, answer } of call.webhooks)
        if (kind === 'answer') nccos.push(JSON.parse(answer?.body ?? ''))
    }
  }
  return nccos
}

// Modules that make no NCCO: servers, texts, stores.
const others = [
  'first-call/server.ts',
  'languages/texts.ts',
  'moving/after-builder.tsx',
  'moving/before-builder.ts',
  'moving/before-json.ts',
  'recordings/download.ts',
  'recordings/messages.ts',
  'voice-agents/agent.ts',
]

describe('a sample of the guide', () => {
  it.each(samples.filter((name) => !others.includes(name)))('%s has no finding', async (name) => {
    const exports: Exports = await import(/* @vite-ignore */ join(folder, name))
    const nccos = await nccosOf(exports)
    expect(nccos).not.toHaveLength(0)
    expect(nccos.flatMap((ncco) => check(ncco))).toStrictEqual([])
  })

  it('stands on a page', () => {
    const shown = pagesWithCode().flatMap((path) => codeFiles(readFileSync(path, 'utf8')))
    const tests = readdirSync(folder, { recursive: true, encoding: 'utf8' })
      .map((name) => name.replaceAll('\\', '/'))
      .filter((name) => /\.test\.tsx?$|\.js$/.test(name))
    const missing = [...samples, ...tests].filter((name) => !shown.includes(`samples/${name}`))
    expect(missing).toStrictEqual([])
  })
})
