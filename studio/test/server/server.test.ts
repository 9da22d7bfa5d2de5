import { once } from 'node:events'
import { existsSync, mkdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs'
import { request } from 'node:http'
import { createServer } from 'node:net'
import { join } from 'node:path'
import { describe, expect, it, onTestFinished } from 'vitest'
import { WebSocket } from 'ws'
import { socketUrl, TestPage } from '../support/page'
import { makeProject } from '../support/project'
import { openStudio } from '../support/studio'

const flow = { 'app.mjs': `export default [{ action: 'talk', text: 'Hello.' }]` }

/** A studio whose target plays no part. */
function openWith(flags: Parameters<typeof openStudio>[1] = {}) {
  return openStudio('http://localhost:9/answer', flags)
}

/** The status of a GET, whose headers nobody corrects, and its text. */
function get(
  url: string,
  headers: Record<string, string> = {},
): Promise<{ status: number | undefined; text: string; headers: Record<string, unknown> }> {
  const { hostname, port } = new URL(url)
  const path = url.slice(url.indexOf('/', 'http://'.length))
  return new Promise((resolve, reject) => {
    request({ hostname, port, path, headers }, async (response) => {
      let text = ''
      for await (const chunk of response) text += chunk
      resolve({ status: response.statusCode, text, headers: response.headers })
    })
      .on('error', reject)
      .end()
  })
}

/** Whether a websocket opens. */
async function connects(url: string, headers: Record<string, string> = {}): Promise<boolean> {
  const socket = new WebSocket(url, { headers })
  const isOpen = await new Promise<boolean>((resolve) => {
    socket.on('open', () => resolve(true))
    socket.on('error', () => resolve(false))
  })
  socket.terminate()
  return isOpen
}

describe('the server of the studio', () => {
  it('serves the page, which loads nothing from elsewhere and is shown in no other', async () => {
    const { url } = await openWith()
    const { status, text, headers } = await get(url)
    expect(status).toBe(200)
    expect(text).toContain('<!doctype html>')
    expect(headers['content-security-policy']).toContain(`default-src 'self'`)
    expect(headers['content-security-policy']).toContain(`frame-ancestors 'none'`)
    expect(headers['x-content-type-options']).toBe('nosniff')
  })

  it.each(['/../package.json', '/..%2f..%2fpackage.json', '/%2e%2e/index.js', '/index.js.map'])(
    'serves nothing beside the page: %s',
    async (path) => {
      const { url } = await openWith()
      const { text } = await get(url.slice(0, -1) + path)
      expect(text).not.toContain('ncco-jsx-studio')
      expect(text).not.toContain('runStudio')
    },
  )

  it('listens at loopback only', async () => {
    const { url } = await openWith()
    expect(new URL(url).hostname).toBe('localhost')
    const port = Number(new URL(url).port)
    // Another address of the same machine.
    const refused = await get(`http://127.0.0.2:${port}/`).catch(({ code }) => code)
    expect(refused).toBe('ECONNREFUSED')
  })

  it.each([
    ['a name that leads here (DNS rebinding)', { host: 'evil.example.com' }, 403, false],
    ['a page of another origin', { origin: 'https://evil.example.com' }, 403, false],
    ['a page of another port', { origin: 'http://localhost:1' }, 403, false],
    ['a page without an origin', { origin: 'null' }, 403, false],
    ['the page itself', {}, 200, true],
  ])('answers %s as it should', async (_, headers, status, isOpen) => {
    const { url } = await openWith()
    expect((await get(url, headers)).status).toBe(status)
    expect(await connects(socketUrl(url), headers)).toBe(isOpen)
  })

  it('lets its page connect under each name of loopback', async () => {
    const { url } = await openWith()
    const { port } = new URL(url)
    for (const host of [`localhost:${port}`, `127.0.0.1:${port}`]) {
      const headers = { host, origin: `http://${host}` }
      expect(await connects(`ws://127.0.0.1:${port}/socket`, headers)).toBe(true)
    }
    expect(await connects(`ws://127.0.0.1:${port}/other`)).toBe(false)
  })

  it('wants the token of its URL where other machines can connect', async () => {
    const { url } = await openWith({ host: '0.0.0.0' })
    const { port, searchParams } = new URL(url)
    const token = searchParams.get('token')
    expect(token).toMatch(/^[\da-f]{32}$/)
    const socket = `ws://127.0.0.1:${port}/socket`
    expect(await connects(socket)).toBe(false)
    expect(await connects(`${socket}?token=`)).toBe(false)
    expect(await connects(`${socket}?token=${'0'.repeat(32)}`)).toBe(false)
    expect(await connects(`${socket}?token=${token}`)).toBe(true)
    const origin = 'https://evil.example.com'
    expect(await connects(`${socket}?token=${token}`, { origin })).toBe(false)
  })

  it('closes the websocket of whoever speaks another language', async () => {
    const { url } = await openWith()
    for (const text of ['Hello', '5', 'null', '{}']) {
      const socket = new WebSocket(socketUrl(url))
      await once(socket, 'open')
      socket.send(text)
      const [code] = await once(socket, 'close')
      expect(code).toBe(1007)
    }
  })

  it('serves several pages, and tells each', async () => {
    const project = makeProject(flow)
    const { url, page } = await openStudio(join(project.folder, 'app.mjs'))
    const other = await TestPage.open(url)
    onTestFinished(() => other.close())
    await Promise.all([page.settled(), other.settled()])
    project.write('app.mjs', 'export default []')
    const states = await Promise.all([page.settled(1), other.settled(1)])
    expect(states.map(({ generation }) => generation)).toStrictEqual([2, 2])
  })

  it('takes another port if the usual one is in use, unless it is named', async () => {
    const { url } = await openWith()
    const { port } = new URL(url)
    await expect(openWith({ port })).rejects.toThrow(
      `Port ${port} is in use. Name another one: --port ${Number(port) + 1}`,
    )
    const blocker = createServer().listen(4400, '127.0.0.1')
    // Somebody else may have it.
    await Promise.race([once(blocker, 'listening'), once(blocker, 'error')])
    onTestFinished(() => void blocker.close())
    const next = await openStudio('http://localhost:9/answer', {}, {}, 'usual')
    expect(Number(new URL(next.url).port)).toBeGreaterThan(4400)
  })

  it.each([
    [{ port: 'x' }, '--port must be a number from 0 to 65535.'],
    [{ port: '70000' }, '--port must be a number from 0 to 65535.'],
    [{ host: '192.0.2.1' }, '192.0.2.1 is not an address of this machine. Leave out --host.'],
  ])('refuses %j', async (flags, message) => {
    await expect(openWith(flags)).rejects.toThrow(message)
  })
})

describe('a file', () => {
  it('is saved in the project, never over another', async () => {
    const project = makeProject(flow)
    const { page } = await openStudio(join(project.folder, 'app.mjs'))
    const file = 'calls/sales.test.ts'
    expect(await page.ask({ type: 'save', file, text: 'first' })).toMatchObject({
      type: 'saved',
      file,
    })
    const second = 'calls/sales-2.test.ts'
    expect(await page.ask({ type: 'save', file, text: 'second' })).toMatchObject({
      type: 'saved',
      file: second,
    })
    const texts = [file, second].map((name) => readFileSync(join(project.folder, name), 'utf8'))
    expect(texts).toStrictEqual(['first', 'second'])
  })

  it('is not saved outside of the project, nor through a link out of it', async () => {
    const project = makeProject(flow)
    const outside = makeProject()
    symlinkSync(outside.folder, join(project.folder, 'link'))
    const { page } = await openStudio(join(project.folder, 'app.mjs'))
    const files = [
      '../stolen.test.ts',
      join(outside.folder, 'stolen.test.ts'),
      'link/stolen.test.ts',
      'link/new/stolen.test.ts',
      'calls/../../stolen.test.ts',
    ]
    for (const file of files) {
      expect(await page.ask({ type: 'save', file, text: '' })).toMatchObject({
        type: 'refused',
        problem: {
          code: 'not-saved',
          message: 'The file was not saved: it is not in the folder of the project.',
        },
      })
    }
    expect(existsSync(join(outside.folder, 'stolen.test.ts'))).toBe(false)
    expect(existsSync(join(project.folder, '../stolen.test.ts'))).toBe(false)
  })

  it.each(['.env', 'package.json', 'app.mjs', 'x.test.ts/../.npmrc', '.git/hooks/post-commit'])(
    'is not saved as anything but a test: %s',
    async (file) => {
      const project = makeProject(flow)
      const { page } = await openStudio(join(project.folder, 'app.mjs'))
      expect(await page.ask({ type: 'save', file, text: '' })).toMatchObject({
        type: 'refused',
        problem: { message: 'The file was not saved: its name does not end in .test.ts.' },
      })
    },
  )

  it('is not saved where it cannot be', async () => {
    const project = makeProject(flow)
    const { page } = await openStudio(join(project.folder, 'app.mjs'))
    expect(await page.ask({ type: 'save', file: 'app.mjs/x.test.ts', text: '' })).toMatchObject({
      type: 'refused',
      problem: { code: 'not-saved', message: expect.stringMatching(/EEXIST|ENOTDIR/) },
    })
  })

  it('opens in the editor at its place', async () => {
    const project = makeProject(flow)
    const log = join(project.folder, 'opened.txt')
    const editor = join(project.folder, 'editor.sh')
    writeFileSync(editor, `#!/bin/sh\nprintf '%s\\n' "$@" >"${log}"\n`, { mode: 0o755 })
    process.env.LAUNCH_EDITOR = editor
    onTestFinished(() => void delete process.env.LAUNCH_EDITOR)
    const { page } = await openStudio(join(project.folder, 'app.mjs'))
    const file = join(project.folder, 'app.mjs')
    const source = { file, line: 1, column: 16 }
    expect(await page.ask({ type: 'open', source })).toMatchObject({ type: 'opened' })
    expect(readFileSync(log, 'utf8')).toContain(file)
    mkdirSync(join(project.folder, 'empty'))
    process.env.LAUNCH_EDITOR = join(project.folder, 'empty')
    expect(await page.ask({ type: 'open', source })).toMatchObject({
      type: 'refused',
      problem: { code: 'not-opened' },
    })
    const other = { file: '/etc/passwd', line: 1 }
    expect(await page.ask({ type: 'open', source: other })).toMatchObject({
      type: 'refused',
      problem: { message: 'The file was not opened: it is not in the folder of the project.' },
    })
  })
})
