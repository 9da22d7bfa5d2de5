import { execFileSync } from 'node:child_process'
import { createRequire } from 'node:module'
import { beforeAll, describe, expect, it } from 'vitest'
import { installServers, root } from '../../../scripts/tools'
import {
  serverEnv,
  signatureSecret,
  startServer,
  withTsx,
} from '../../../test/support/example-server'
import { callThrough } from '../support/call-through'
import { makeProject } from '../support/project'
import { openStudio } from '../support/studio'

// The example servers with the real frameworks, each behind a studio.

let folder: string

beforeAll(() => {
  folder = installServers()
}, 300_000)

async function callSales(origin: string): Promise<void> {
  const project = makeProject({ '.env': `SIGNATURE_SECRET=${signatureSecret}\n` })
  const flags = { env: `${project.folder}/.env` }
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
    const args = [...withTsx, `examples/servers/${name}.ts`]
    await callSales(await startServer(args, root, 'listening'))
  })

  it('on Next', async () => {
    const next = createRequire(`${folder}package.json`).resolve('next/dist/bin/next')
    const cwd = `${folder}next`
    execFileSync(process.execPath, [next, 'build'], { cwd, env: serverEnv, stdio: 'pipe' })
    await callSales(await startServer([next, 'start'], cwd, 'Ready'))
  }, 300_000)
})
