import { existsSync, readFileSync } from 'node:fs'
import { dirname } from 'node:path'
import { fileURLToPath } from 'node:url'
import { Connect, NCCOBuilder, Talk } from '@vonage/voice'
import { check, render } from 'ncco-jsx'
import type { VoiceApp } from 'ncco-jsx/serve'
import { dial, explore } from 'ncco-jsx/simulate'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { formatMapText } from '../../src/cli/map-text'
import { caught } from '../support/errors'
import { codeBlocks, writeModule } from '../support/generated'

const path = fileURLToPath(new URL('../../README.md', import.meta.url))
const readme = readFileSync(path, 'utf8')
const blocks = [...codeBlocks(readme, 'tsx'), ...codeBlocks(readme, 'ts')]
const [finding = '', message = ''] = codeBlocks(readme, 'text')
const [environment = ''] = codeBlocks(readme, 'ini')
const variables = Object.fromEntries(
  environment
    .trim()
    .split('\n')
    .map((line) => line.split('=') as [string, string]),
)
const signature = { secret: variables.SIGNATURE_SECRET ?? '' }

/** The code of a file, whose name is in its first line. */
function codeOf(name: string): string {
  const code = blocks.find((block) => block.startsWith(`// ${name}\n`))
  if (code === undefined) throw new Error(`README.md has no ${name}.`)
  return code
}

/** Writes and imports a module; the import is not analysed, because the file is only now written. */
async function load<T>(name: string, folder = 'readme'): Promise<{ module: T; folder: string }> {
  for (const file of ['answer.tsx', 'app.ts']) writeModule(`${folder}/${file}`, codeOf(file))
  const file = writeModule(`${folder}/${name}`, codeOf(name))
  return { module: await import(/* @vite-ignore */ file), folder: `${dirname(file)}/` }
}

beforeEach(() => {
  for (const [name, value] of Object.entries(variables)) vi.stubEnv(name, value)
})
afterEach(() => void vi.unstubAllEnvs())

describe('README', () => {
  it('begins with a flow of twelve lines', () => {
    const [, ...lines] = codeOf('answer.tsx').trimEnd().split('\n')
    expect(lines.length).toBeLessThanOrEqual(13)
  })

  it('shows an app that carries a call, with the secrets that it shows', async () => {
    const { default: app } = (await load<{ default: VoiceApp }>('app.ts')).module
    const call = await dial(app, { signature })
    await call.press('2')
    expect(call.heard).toStrictEqual([
      'For sales, press 1. For our opening hours, press 2.',
      'We are open from nine to five.',
    ])
    expect((await dial(app)).webhooks[0]?.answer?.status).toBe(503)
  })

  it('shows what the map says of that app', async () => {
    const { default: app } = (await load<{ default: VoiceApp }>('app.ts')).module
    expect(formatMapText(await explore(app, { signature }))).toContain(finding)
  })

  it('shows the message for a mistake', async () => {
    const { module, folder } = await load<{ Prompt: () => never }>('prompt.tsx')
    const error = caught(() => render(<module.Prompt />))
    expect(`${error.message.replaceAll(folder, '')}\n`).toBe(message)
  })

  it.each([
    ['barge-in-without-input', [new Talk('For sales, press 1.', true)]],
    ['ssml-malformed', [new Talk('<speak>Dear AT&T</speak>')]],
    ['not-e164', [new Connect({ type: 'phone', number: '+44 7700 900001' }, '447700900000')]],
  ])('names %s, which the builder of the SDK sends', (code, actions) => {
    const ncco = actions.reduce((builder, action) => builder.addAction(action), new NCCOBuilder())
    expect(readme).toContain(`\`${code}\``)
    expect(check(ncco.build()).map((issue) => issue.code)).toStrictEqual([code])
  })

  it('names two commands, and both exist', () => {
    const commands = codeBlocks(readme, 'sh').filter((command) => command.startsWith('npm ci'))
    expect(commands).toStrictEqual(['npm ci && npm start\n', 'npm ci && npm test\n'])
  })

  it('has no paragraph of more than five lines', () => {
    const prose = readme.replace(/^```[\s\S]*?^```$/gm, '')
    const paragraphs = prose.split(/\n\n+/).filter((text) => !/^[|#]/.test(text.trim()))
    expect(paragraphs.filter((text) => text.trim().split('\n').length > 5)).toStrictEqual([])
  })

  it('links to files that exist', () => {
    const links = [...readme.matchAll(/(?:\]\(|src=")(?!https?:)([^)"#]+)/g)]
    expect(links.length).toBeGreaterThan(8)
    for (const [, link = ''] of links)
      expect(existsSync(new URL(`../../${link}`, import.meta.url)), link).toBe(true)
  })
})
