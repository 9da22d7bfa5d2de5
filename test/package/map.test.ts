import { symlinkSync } from 'node:fs'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import { text } from 'node:stream/consumers'
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from 'vitest'
import { root } from '../../scripts/tools'
import { foreignApp } from '../support/foreign-app'
import { obeyed } from '../support/terminal'
import { makeUserProject, type UserProject } from '../support/user-project'

let user: UserProject

beforeAll(() => {
  user = makeUserProject()
})

afterAll(() => user.remove())

const map = (args: readonly string[], env?: NodeJS.ProcessEnv) => user.run(['map', ...args], env)

/** Serves the pizzeria on a free port until the test ends. Returns its answer URL. */
async function serve(): Promise<string> {
  let origin = ''
  const server = createServer(foreignApp(() => origin)).listen(0, '127.0.0.1')
  onTestFinished(() => void server.close())
  await new Promise((resolve) => server.once('listening', resolve))
  origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  return `${origin}/answer`
}

const app = `
  import { createElement as h, Dtmf, Input, Talk } from 'ncco-jsx'
  import { createVoiceApp, onInput } from 'ncco-jsx/serve'
  const chosen = onInput('/chosen', ({ dtmf }) => h(Talk, null, 'Key ', dtmf.digits))
  const lost = onInput('/lost', () => null)
  console.log('printed by the app')
  export default createVoiceApp({
    answer: () => [h(Talk, { bargeIn: true }, 'Press 1.'), h(Input, { eventUrl: chosen() }, h(Dtmf, { maxDigits: 1 }))],
    hooks: [chosen, lost],
    secret: 'a secret of more than 32 characters, only for tests',
    signature: { secret: process.env.SIGNATURE_SECRET },
  })
  setInterval(() => {}, 1000)`

const env = { SIGNATURE_SECRET: 'the signature secret of the dashboard' }

describe('ncco-jsx map', () => {
  it('maps a server in any language as text', async () => {
    const { stdout, stderr, status } = await map([await serve()])
    expect(stdout).toContain('s1  listens for a key and speech\n    “Welcome to Example Pizza.”\n')
    expect(stdout).toMatch(/\n {6}press 1, say order +→ s3 {2,}\S/)
    expect(stdout).toMatch(
      /\n10 states, \d+ edges, 1 finding\.\nAs of \S+; map with --now <time> for another\.\n$/,
    )
    expect(status).toBe(0)
    expect(stderr).toContain('This does at the running server what callers do, again and again')
    expect(stderr).not.toContain('Error')
  })

  it('maps an app that wants signatures as JSON, and nothing else goes to the standard output', async () => {
    const module = user.write('app.mjs', app)
    const args = [module, '--sign', '--format', 'json', '--keys', '12']
    const { stdout, stderr, status } = await map(args, env)
    const { states, findings } = JSON.parse(stdout)
    expect(states.map(({ heard }: { heard: string[] }) => heard[0])).toStrictEqual([
      ...['Press 1.', 'Key 1', 'Key 2', 'Key'],
    ])
    expect(findings.map(({ code }: { code: string }) => code)).toContain('hook-never-reached')
    expect(stderr).toContain('printed by the app')
    expect(status).toBe(0)
    expect((await map(args, env)).stdout).toBe(stdout)
  })

  it('fails for the findings that are named', async () => {
    const module = user.write('app.mjs', app)
    const failed = await map([module, '--sign', '--fail-on', 'hook-never-reached,no-way-out'], env)
    expect(failed.status).toBe(1)
    expect(failed.stderr).toContain(
      'The map has a finding that --fail-on names: hook-never-reached.\n',
    )
    const passed = await map([module, '--sign', '--fail-on', 'no-way-out'], env)
    expect(passed.status).toBe(0)
  })

  it('draws SVG if Graphviz is installed, and says what to install', async () => {
    const module = user.write('ncco.mjs', `export default [{ action: 'talk', text: 'Goodbye.' }]`)
    const missing = await map([module, '--format', 'svg'])
    expect(missing.status).toBe(1)
    expect(missing.stderr).toContain('npm install --save-dev @viz-js/viz')
    symlinkSync(
      join(root, 'node_modules/@viz-js'),
      join(user.folder, 'node_modules/@viz-js'),
      'junction',
    )
    const { stdout, status } = await map([module, '--format', 'svg'])
    expect(stdout).toMatch(/<svg[\s\S]*Goodbye\.[\s\S]*<\/svg>/)
    expect(status).toBe(0)
  })

  it.each([
    [
      'nothing that answers',
      ['http://127.0.0.1:9/answer'],
      'There is no NCCO from http://127.0.0.1:9/answer.',
    ],
    ['a finding that does not exist', ['x.mjs', '--fail-on', 'nope'], 'There is no finding nope.'],
    ['keys of no telephone', ['x.mjs', '--keys', 'abc'], 'Write keys of a telephone'],
    [
      'an outcome that no leg has',
      ['x.mjs', '--legs', 'busy,gone'],
      'Name some of: answered, busy',
    ],
    ['a call without time', ['x.mjs', '--seconds', '0'], 'Write a number of more than 0.'],
    ['a wrong bound', ['x.mjs', '--calls', 'many'], 'Write a whole number of 1 or more.'],
    ['a module that does not exist', ['missing.mjs'], 'There is no module missing.mjs.'],
    ['--sign without a secret', ['ncco.mjs', '--sign'], 'SIGNATURE_SECRET is not set.'],
  ])('refuses %s', async (_, args, message) => {
    user.write('ncco.mjs', 'export default []')
    const { stdout, stderr, status } = await map(args, { SIGNATURE_SECRET: '' })
    expect({ stdout, status }).toStrictEqual({ stdout: '', status: 1 })
    expect(stderr).toContain(message)
  })

  it.each(['text', 'mermaid', 'dot', 'json'])(
    'prints nothing that a terminal obeys, as %s',
    async (format) => {
      const text = '\\u001b]0;title\\u0007\\u009b2J\\u202e'
      const module = user.write(
        'hostile.mjs',
        `export default [{ action: 'talk', text: '${text}' }]`,
      )
      const { stdout } = await map([module, '--format', format])
      expect(stdout).toContain('title')
      expect(stdout).not.toMatch(obeyed)
    },
  )

  it('ends at the first interruption with what it has found', async () => {
    const module = user.write(
      'endless.mjs',
      `export default { fetch: async (request) => {
        const count = Number(new URL(request.url).searchParams.get('count')) + 1
        const eventUrl = ['https://app.example.com/next?count=' + count]
        return Response.json([{ action: 'talk', text: 'Number ' + count }, { action: 'input', type: ['dtmf'], dtmf: { maxDigits: 1 }, eventUrl }])
      } }`,
    )
    const bounds = ['--depth', '100000', '--calls', '1000000']
    const child = user.start(['map', module, '--format', 'json', ...bounds])
    let told = ''
    const interrupt = (data: Buffer) => {
      told += data
      if (!told.includes('states')) return
      child.stderr.off('data', interrupt)
      // Goes on reading.
      child.stderr.resume()
      child.kill('SIGINT')
    }
    child.stderr.on('data', interrupt)
    const [stdout, status] = await Promise.all([
      text(child.stdout),
      new Promise((resolve) => child.on('close', resolve)),
    ])
    expect(JSON.parse(stdout).left[0].why).toBe('stopped')
    expect(status).toBe(0)
  })
})
