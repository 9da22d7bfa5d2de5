import { createHash } from 'node:crypto'
import { existsSync, readFileSync } from 'node:fs'
import { dirname } from 'node:path'
import { fileURLToPath } from 'node:url'
import jwt from 'jsonwebtoken'
import { type NccoNode, render } from 'ncco-jsx'
import type { VoiceApp } from 'ncco-jsx/serve'
import type { Call } from 'ncco-jsx/simulate'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { caught } from '../support/errors'
import { codeBlocks, writeModule } from '../support/generated'
import { posted, read } from '../support/requests'
import { answerWebhook, inputWebhook } from '../support/webhooks'

const path = fileURLToPath(new URL('../../README.md', import.meta.url))
const readme = readFileSync(path, 'utf8')
const [flow = '', app = ''] = codeBlocks(readme, 'tsx')
const [test = ''] = codeBlocks(readme, 'ts')
const [ncco = ''] = codeBlocks(readme, 'json')
const [message = ''] = codeBlocks(readme, 'text')

/** Writes and imports the module; the import is not analysed, because the file is only now written. */
async function load<T>(name: string, text: string): Promise<{ module: T; folder: string }> {
  const file = writeModule(name, text)
  return { module: await import(/* @vite-ignore */ file), folder: `${dirname(file)}/` }
}

interface Flow {
  Answer: (props: { from?: string }) => NccoNode
}

afterEach(() => {
  vi.unstubAllEnvs()
})

describe('README', () => {
  it('shows the NCCO that its flow makes', async () => {
    const { module } = await load<Flow>('answer.tsx', flow)
    expect(render(<module.Answer />)).toStrictEqual(JSON.parse(ncco))
  })

  it('shows the message for the flow without its input', async () => {
    const without = flow.replace(/^ *<Input[\s\S]*<\/Input>\n/m, '')
    expect(without).not.toContain('<Input')
    const { module, folder } = await load<Flow>('without-input/answer.tsx', without)
    const error = caught(() => render(<module.Answer />))
    expect(`${error.message.replaceAll(folder, '')}\n`).toBe(message)
  })

  it('shows an app that carries a call', async () => {
    vi.stubEnv('SIGNATURE_SECRET', 'the signature secret')
    vi.stubEnv('LINK_SECRET', 'a secret of more than 32 characters, only for tests')
    const { module } = await load<{ default: VoiceApp }>('app.tsx', app)
    const send = (path: string, webhook: object) => {
      const { url, headers } = posted(path, webhook)
      const body = JSON.stringify(webhook)
      const payload_hash = createHash('sha256').update(body).digest('hex')
      headers.set('authorization', `Bearer ${jwt.sign({ payload_hash }, 'the signature secret')}`)
      return read(module.default.fetch(new Request(url, { method: 'POST', headers, body })))
    }
    const [, menu] = await send('/answer', answerWebhook)
    const [, input] = menu as [object, { eventUrl: [string] }]
    const wrongKey = { ...inputWebhook, dtmf: { digits: '9', timed_out: false } }
    const [, again] = await send(input.eventUrl[0], wrongKey)
    expect(again).toMatchObject([{ text: 'Sorry, I did not get that. For sales, press 1.' }, {}])
    expect(await send(input.eventUrl[0], inputWebhook)).toStrictEqual([
      200,
      [
        {
          action: 'connect',
          from: '447700900000',
          timeout: 30,
          endpoint: [{ type: 'phone', number: '447700900002' }],
        },
      ],
    ])
  })

  it('shows a call of that app', async () => {
    vi.stubEnv('SIGNATURE_SECRET', 'the signature secret')
    vi.stubEnv('LINK_SECRET', 'a secret of more than 32 characters, only for tests')
    const log = vi.spyOn(console, 'log').mockImplementation(() => {})
    await load('call/app.tsx', app)
    const { module } = await load<{ call: Call }>('call/call.ts', test)
    expect(module.call.heard).toStrictEqual([
      'For sales, press 1.',
      'Sorry, I did not get that. For sales, press 1.',
    ])
    expect(module.call.ended?.reason).toBe('completed')
    expect(log).toHaveBeenCalledWith(module.call.transcript())
    log.mockRestore()
  })

  it('names two commands, and both exist', () => {
    const commands = codeBlocks(readme, 'sh').filter((command) => command.startsWith('npm '))
    expect(commands).toStrictEqual(['npm ci && npm start\n', 'npm ci && npm test\n'])
  })

  it('links to files that exist', () => {
    const links = [...readme.matchAll(/\]\((?!https?:)([^)#]+)/g)].map(([, link = '']) => link)
    expect(links.length).toBeGreaterThan(8)
    for (const link of links)
      expect(existsSync(new URL(`../../${link}`, import.meta.url))).toBe(true)
  })
})
