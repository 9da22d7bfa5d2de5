import { type ChildProcess, spawn, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { join, relative } from 'node:path'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'
import { describe, expect, it, onTestFinished } from 'vitest'
import { freePort } from '../../../test/support/free-port'
import { listen } from '../../../test/support/servers'
import { callThrough } from '../support/call-through'
import { makeProject } from '../support/project'
import { openStudio } from '../support/studio'

const script = fileURLToPath(new URL('../support/answering.py', import.meta.url))

// In CI a missing one is a failure.
const hasPython = Boolean(process.env.CI) || spawnSync('python3', ['--version']).status === 0

/** Starts the server in Python, until the test ends. Returns it with its port. */
async function startPython(port = 0): Promise<{ child: ChildProcess; port: number }> {
  const child = spawn('python3', [script, String(port)], { stdio: ['ignore', 'pipe', 'inherit'] })
  onTestFinished(() => void child.kill('SIGKILL'))
  const [line] = await once(createInterface({ input: child.stdout }), 'line')
  return { child, port: Number(line) }
}

describe.skipIf(!hasPython)(
  `a server in Python${hasPython ? '' : ' (skipped: python3 is not installed)'}`,
  () => {
    it('is called through the studio', async () => {
      const { port } = await startPython()
      const { page } = await openStudio(`http://127.0.0.1:${port}/answer`)
      const call = await callThrough(page)
      await call.press('7')
      expect(call.heard).toStrictEqual(['For sales, press 1.', 'You pressed 7.'])
      expect(call.ended?.reason).toBe('completed')
    })

    it('may be started after the studio, and again', async () => {
      const port = await freePort()
      const { page } = await openStudio(`http://127.0.0.1:${port}/answer`)
      const unanswered = await callThrough(page)
      expect(unanswered.transcript()).toContain('Connection closed. (ECONNREFUSED)')
      expect(page.target).toMatchObject({
        status: 'broken',
        problem: {
          code: 'server-unreachable',
          message: `Nothing answers at http://127.0.0.1:${port} (ECONNREFUSED).`,
        },
      })
      for (let round = 0; round < 2; round++) {
        const { child } = await startPython(port)
        const call = await callThrough(page)
        expect(call.heard).toStrictEqual(['For sales, press 1.'])
        expect(page.target).toMatchObject({ status: 'ready' })
        expect(page.target).not.toHaveProperty('problem')
        child.kill('SIGKILL')
        await once(child, 'exit')
      }
    })
  },
)

describe('a server elsewhere', () => {
  it('gets what the page sends, signed by the clock of this machine', async () => {
    const asked: unknown[] = []
    const origin = await listen((request, response) => {
      const { method, url, headers } = request
      const [, claims = ''] = headers.authorization?.split('.') ?? []
      const { iat } = JSON.parse(Buffer.from(claims, 'base64url').toString())
      asked.push({ method, url, tenant: headers['x-tenant'], age: Date.now() / 1000 - iat })
      response.setHeader('x-mark', 'seen')
      response.writeHead(302, { location: 'http://localhost:1/' }).end('moved')
    })
    const { folder } = makeProject({ '.env': 'SIGNATURE_SECRET=a secret of the dashboard\n' })
    const env = join(folder, '.env')
    const { page } = await openStudio(`${origin}/answer`, { env })
    const fetched = await page.fetch(`${origin}/answer?from=1`, {
      headers: [['x-tenant', '7']],
      time: Date.UTC(2020, 0, 1),
      signature: 'SIGNATURE_SECRET',
    })
    expect(fetched).toMatchObject({ status: 302, body: 'moved', generation: 1 })
    expect(fetched.type === 'fetched' && fetched.headers).toContainEqual(['x-mark', 'seen'])
    const [{ age, ...request }] = asked as [{ age: number }]
    expect(request).toStrictEqual({ method: 'GET', url: '/answer?from=1', tenant: '7' })
    expect(age).toBeLessThan(3600)
  })

  it('is another one after a change of the files that are watched', async () => {
    const project = makeProject({ 'flow/menu.py': 'one' })
    const flags = { watch: [join(project.folder, 'flow')] }
    const { page, started } = await openStudio('http://127.0.0.1:9/answer', flags)
    await started
    project.write('flow/menu.py', 'two')
    expect(await page.settled(1)).toMatchObject({
      generation: 2,
      changed: [relative(process.cwd(), join(project.folder, 'flow/menu.py'))],
    })
  })

  it('that cannot be reached is told by its code', async () => {
    const { page } = await openStudio('http://127.0.0.1:9/answer')
    expect(await page.fetch('http://does-not-exist.invalid/')).toMatchObject({
      type: 'unfetched',
      code: expect.stringMatching(/ENOTFOUND|EAI_AGAIN/),
    })
    expect(page.target.status).toBe('ready')
  })
})
