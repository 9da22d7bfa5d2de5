import { existsSync, readFileSync } from 'node:fs'
import { dirname } from 'node:path'
import { fileURLToPath } from 'node:url'
import { type NccoNode, render } from 'ncco-jsx'
import { describe, expect, it } from 'vitest'
import { caught } from '../support/errors'
import { codeBlocks, writeModule } from '../support/generated'

const path = fileURLToPath(new URL('../../README.md', import.meta.url))
const readme = readFileSync(path, 'utf8')
const [flow = '', handler = ''] = codeBlocks(readme, 'tsx')
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

  it('shows a handler that answers with the NCCO', async () => {
    await load<Flow>('answer.tsx', flow)
    type Handler = { handler: (request: Request) => Response }
    const { module } = await load<Handler>('handler.tsx', handler)
    const response = module.handler(new Request('https://example.com/answer?from=447700900001'))
    expect(response.headers.get('content-type')).toBe('application/json')
    expect(await response.json()).toStrictEqual([
      {
        action: 'connect',
        from: '447700900000',
        timeout: 20,
        endpoint: [{ type: 'phone', number: '447700900002' }],
      },
    ])
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
