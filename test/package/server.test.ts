import { type ChildProcess, spawn } from 'node:child_process'
import { createServer } from 'node:http'
import { createRequire } from 'node:module'
import type { AddressInfo } from 'node:net'
import { afterEach, describe, expect, it } from 'vitest'
import { root } from '../../scripts/tools'
import { freePort } from '../support/free-port'

const tsx = createRequire(import.meta.url).resolve('tsx/cli')
const running: ChildProcess[] = []

afterEach(() => {
  for (const server of running.splice(0)) server.kill()
})

/** Starts what `npm start` starts after its build. */
function start(port: string): ChildProcess {
  const args = [tsx, '--tsconfig', 'examples/tsconfig.json', 'examples/server.ts']
  const server = spawn(process.execPath, args, { cwd: root, env: { ...process.env, PORT: port } })
  running.push(server)
  return server
}

/** The output of a server, until it prints this or ends. */
function printed(server: ChildProcess, until = '\u0000'): Promise<string> {
  return new Promise((resolve) => {
    let text = ''
    const read = (chunk: unknown) => {
      text += chunk
      if (text.includes(until)) resolve(text)
    }
    server.stdout?.on('data', read)
    server.stderr?.on('data', read)
    server.on('close', () => resolve(text))
  })
}

describe('npm start', () => {
  it('prints where it is, a line to paste, and what that call answers', async () => {
    const port = await freePort()
    const text = await printed(start(String(port)), '/fragments/answer')
    expect(text).toContain(`ncco-jsx examples on http://localhost:${port}\n`)
    const url = /curl "([^"]+)"/.exec(text)?.[1] ?? ''
    const response = await fetch(url)
    const answer = await response.text()
    expect(response.headers.get('content-type')).toBe('application/json')
    expect(JSON.parse(answer)).toMatchObject([{ action: 'talk' }, { action: 'input' }])
    // The link in it is sealed, and no seal is like another.
    const unsealed = (text: string) => text.replace(/sealed=[\w.-]+/, 'sealed')
    expect(unsealed(text)).toContain(unsealed(answer))
  })

  it('prints a second line to paste, which presses the key', async () => {
    const text = await printed(start(String(await freePort())), '/fragments/answer')
    const [, url = '', body = ''] = /curl "([^"]+)" --json '([^']+)'/.exec(text) ?? []
    const headers = { 'content-type': 'application/json' }
    const response = await fetch(url, { method: 'POST', headers, body })
    expect(await response.json()).toMatchObject([{ action: 'talk' }, { action: 'connect' }])
  })

  it('can be dialled while it runs', async () => {
    const port = await freePort()
    const text = await printed(start(String(port)), '/fragments/answer')
    const [, url = ''] = /npm run dial -- (\S+)/.exec(text) ?? []
    const caller = spawn(process.execPath, ['dist/cli.js', 'dial', url], { cwd: root })
    running.push(caller)
    caller.stdin.end('9\nSupport\n/answer\n/answer\nGood morning.\n/drop\n')
    const shown = await printed(caller)
    expect(shown).toContain('hears “I will connect you to support.”')
    expect(shown).toContain('leg-not-ringing: The leg 447700900003 does not ring')
    expect(shown).toContain('447700900003    hears 447700900001: “Good morning.”')
    expect(shown.trimEnd().endsWith('call            ended: completed')).toBe(true)
    expect(caller.exitCode).toBe(0)
  })

  it('says what to do when the port is busy', async () => {
    const other = createServer()
    await new Promise<void>((resolve) => other.listen(0, resolve))
    const { port } = other.address() as AddressInfo
    const server = start(String(port))
    expect(await printed(server)).toBe(
      `Port ${port} is in use. Stop what listens there, or set PORT to another one: PORT=${port + 1} npm start\n`,
    )
    expect(server.exitCode).toBe(1)
    other.close()
  })

  it('says what is wrong with a PORT that is not a port', async () => {
    const server = start('http')
    expect(await printed(server)).toBe(
      'PORT must be a whole number from 1 to 65535, but is "http".\n',
    )
    expect(server.exitCode).toBe(1)
  })
})
