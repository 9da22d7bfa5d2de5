import { execFileSync, spawn } from 'node:child_process'
import { createRequire } from 'node:module'
import { beforeAll, describe, expect, it, onTestFinished } from 'vitest'
import { installServers, root } from '../../../scripts/tools'
import { callThrough } from '../support/call-through'
import { freePort } from '../support/free-port'
import { makeProject } from '../support/project'
import { openStudio } from '../support/studio'

// The example servers with the real frameworks, each behind a studio.

const secret = 'the signature secret of the dashboard'
const env = {
  ...process.env,
  SIGNATURE_SECRET: secret,
  LINK_SECRET: 'a secret of more than 32 characters, only for tests',
  NEXT_TELEMETRY_DISABLED: '1',
}
const tsx = createRequire(import.meta.url).resolve('tsx/cli')
let folder: string

beforeAll(() => {
  folder = installServers()
}, 300_000)

/** Starts a server until the test ends, and waits until it says that it listens. Returns its origin. */
async function start(args: readonly string[], cwd: string, ready: string): Promise<string> {
  const port = await freePort()
  const server = spawn(process.execPath, [...args], { cwd, env: { ...env, PORT: String(port) } })
  // A signal that tsx passes on to the process that it starts.
  onTestFinished(() => void server.kill())
  await new Promise<void>((resolve, reject) => {
    let text = ''
    const read = (chunk: unknown) => {
      text += chunk
      if (text.includes(ready)) resolve()
    }
    server.stdout.on('data', read)
    server.stderr.on('data', read)
    server.on('close', () => reject(new Error(text)))
  })
  return `http://localhost:${port}`
}

async function callSales(origin: string): Promise<void> {
  const project = makeProject({ '.env': `SIGNATURE_SECRET=${secret}\n` })
  const flags = { envFile: `${project.folder}/.env` }
  const { page } = await openStudio(`${origin}/voice/answer`, flags)
  const call = await callThrough(page, {}, page.hello.settings)
  await call.press('1')
  expect(call.heard).toStrictEqual([
    'For sales, press 1, or say sales. For support, press 2, or say support.',
    'I will connect you to sales.',
  ])
  await call.legs[0]?.answer()
  expect(call.state).toBe('connected')
  const unsigned = await callThrough(page)
  expect(unsigned.ended?.reason).toBe('no-ncco')
}

describe('an example server behind a studio', () => {
  it.each(['node-http', 'express', 'fastify', 'hono'])('on %s', async (name) => {
    const args = [
      tsx,
      '--tsconfig',
      'examples/servers/tsconfig.json',
      `examples/servers/${name}.ts`,
    ]
    await callSales(await start(args, root, 'listening'))
  })

  it('on Next', async () => {
    const next = createRequire(`${folder}package.json`).resolve('next/dist/bin/next')
    const cwd = `${folder}next`
    execFileSync(process.execPath, [next, 'build'], { cwd, env, stdio: 'pipe' })
    await callSales(await start([next, 'start'], cwd, 'Ready'))
  }, 300_000)
})
