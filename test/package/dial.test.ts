import { rmSync, symlinkSync } from 'node:fs'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from 'vitest'
import { root } from '../../scripts/tools'
import { obeyed } from '../support/terminal'
import { makeUserProject, type UserProject } from '../support/user-project'

let user: UserProject

beforeAll(() => {
  user = makeUserProject()
})

afterAll(() => user.remove())

/** Dials in the project of a user, where the lines are typed. */
const dial = (args: readonly string[], lines: readonly string[], env?: NodeJS.ProcessEnv) =>
  user.run(['dial', ...args], env, lines)

describe('ncco-jsx dial', () => {
  it('calls an NCCO', async () => {
    const module = user.write('ncco.mjs', `export default [{ action: 'talk', text: 'Goodbye.' }]`)
    const { stdout, stderr, status } = await dial([module], [])
    expect(stdout).toContain('hears “Goodbye.”\n')
    expect(stdout.trimEnd().endsWith('ended: completed')).toBe(true)
    expect({ stderr, status }).toStrictEqual({ stderr: '', status: 0 })
  })

  it('calls the NCCO of a JSON file, and an export that is named', async () => {
    const file = user.write('flow.json', '[{ "action": "talk", "text": "From JSON" }]')
    expect((await dial([file], [])).stdout).toContain('hears “From JSON”\n')
    const module = user.write(
      'named.mjs',
      `export const Sales = () => ({ action: 'talk' })\nexport const flow = [{ action: 'talk', text: 'Named' }]`,
    )
    const { stdout, status } = await dial([module, '--export', 'flow'], [])
    expect(stdout).toContain('hears “Named”\n')
    expect(status).toBe(0)
  })

  it('begins the call at the time that is given', async () => {
    const module = user.write(
      'hours.mjs',
      `import { createElement as h, Talk } from 'ncco-jsx'
      import { OpeningHours } from 'ncco-jsx/dialog'
      const hours = { thu: '09:00-17:30' }
      const otherwise = h(Talk, null, 'Closed')
      export default () => h(OpeningHours, { zone: 'Europe/London', hours, otherwise }, h(Talk, null, 'Open'))`,
    )
    const open = await dial([module, '--now', '2026-12-24T18:00:00+01:00'], [])
    expect(open.stdout).toContain('Dialling hours.mjs at 2026-12-24T17:00:00.000Z\n')
    expect(open.stdout).toContain('hears “Open”\n')
    const closed = await dial([module, '--now', '2026-12-24T20:00:00Z'], [])
    expect(closed.stdout).toContain('hears “Closed”\n')
    expect((await dial([module, '--now', '10:00'], [])).stdout).toMatch(/ at \S+:00\.000Z\n/)
  })

  it('calls a flow component, with the numbers of the call', async () => {
    const module = user.write(
      'component.mjs',
      `import { createElement, Talk } from 'ncco-jsx'
      export default ({ from, to }) => createElement(Talk, null, from, ' calls ', to)`,
    )
    const { stdout, status } = await dial([module, '--from', '4471', '--to', '4472'], [])
    expect(stdout).toContain('hears “4471 calls 4472”\n')
    expect(status).toBe(0)
  })

  it('calls a flow component with a dialog', async () => {
    const module = user.write(
      'dialog.mjs',
      `import { createElement, Talk } from 'ncco-jsx'
      import { Choice, Menu } from 'ncco-jsx/dialog'
      const sales = createElement(Choice, { digit: '1' }, createElement(Talk, null, 'Sales.'))
      export default () => createElement(Menu, { prompt: 'For sales, press 1.' }, sales)`,
    )
    const { stdout, stderr, status } = await dial([module, '--script', 'press 1'], [])
    expect(stdout).toContain('hears “Sales.”\n')
    expect({ stderr, status }).toStrictEqual({ stderr: '', status: 0 })
  })

  it('says once why an app fails, though the platform asks twice', async () => {
    const module = user.write(
      'failing.mjs',
      `import { createElement, Input } from 'ncco-jsx'
      export default () => createElement(Input)`,
    )
    const { stdout, stderr } = await dial([module, '--script', 'press 1'], [])
    expect(stdout).toContain('attempt 2')
    expect(stderr.match(/^input-without-type: /gm)).toHaveLength(1)
  })

  it('calls an app, and signs its webhooks if there is a secret, as --sign does', async () => {
    const module = user.write(
      'app.mjs',
      `import { createElement, Dtmf, Input, Talk } from 'ncco-jsx'
      import { createVoiceApp, onInput } from 'ncco-jsx/serve'
      const chosen = onInput('/chosen', ({ dtmf }) => createElement(Talk, null, 'Key ', dtmf.digits))
      export default createVoiceApp({
        answer: () => createElement(Input, { eventUrl: chosen() }, createElement(Dtmf, { maxDigits: 1 })),
        hooks: [chosen],
        secret: 'a secret of more than 32 characters, only for tests',
        signature: { secret: process.env.SIGNATURE_SECRET },
      })
      setInterval(() => {}, 1000)`,
    )
    const env = { SIGNATURE_SECRET: 'the signature secret of the dashboard' }
    for (const flags of [[], ['--sign']]) {
      const { stdout, status } = await dial([module, ...flags], ['7'], env)
      expect(stdout).toContain('hears “Key 7”\n')
      expect(status).toBe(0)
    }
    const unsigned = await dial([module, '--no-sign'], [], env)
    expect(unsigned.status).toBe(1)
    expect(unsigned.stdout).toContain('503')
  })

  it('takes variables that are not set from the .env of the folder', async () => {
    user.write('.env', 'GREETING=From the file\nNAME=nobody\n')
    const module = user.write(
      'environment.mjs',
      `const { GREETING, NAME } = process.env
      export default [{ action: 'talk', text: GREETING + ' for ' + NAME }]`,
    )
    const { stdout } = await dial([module], [], { NAME: 'Ada' })
    expect(stdout).toContain('hears “From the file for Ada”\n')
    rmSync(join(user.folder, '.env'))
  })

  it('calls a module in TSX, if tsx is installed', async () => {
    const module = user.write(
      'flow.tsx',
      `import { Talk } from 'ncco-jsx'\nexport default () => <Talk>Hello</Talk>`,
    )
    user.write(
      'tsconfig.json',
      '{ "compilerOptions": { "jsx": "react-jsx", "jsxImportSource": "ncco-jsx" } }',
    )
    expect(await dial([module], [])).toStrictEqual({
      stdout: '',
      stderr: `Node cannot import flow.tsx by itself. Install tsx, which is then used: npm install --save-dev tsx\n`,
      status: 1,
    })
    symlinkSync(join(root, 'node_modules/tsx'), join(user.folder, 'node_modules/tsx'), 'junction')
    const { stdout, status } = await dial([module], [])
    expect(stdout).toContain('hears “Hello”\n')
    expect(status).toBe(0)

    // What convert writes of one file is such a module.
    user.write('hold.json', '[{ "action": "talk", "text": "Please hold" }]')
    const converted = user.write('hold.tsx', (await user.run(['convert', 'hold.json'])).stdout)
    expect((await dial([converted], [])).stdout).toContain('hears “Please hold”\n')
  })

  describe('--script', () => {
    const module = () =>
      user.write(
        'menu.mjs',
        `export default {
          async fetch(request) {
            const { pathname } = new URL(request.url)
            console.log('asked for', pathname)
            const talk = (text) => ({ action: 'talk', text, bargeIn: true })
            const input = { action: 'input', type: ['dtmf'], dtmf: { maxDigits: 1 }, eventUrl: ['https://app.example.com/chosen'] }
            const connect = { action: 'connect', from: '447700900000', endpoint: [{ type: 'phone', number: '447700900002' }] }
            return Response.json(pathname === '/chosen' ? [connect] : [talk('For sales, press 1.'), input])
          },
        }`,
      )

    it('does acts, and hangs up', async () => {
      const script = 'press 1; leg 1 answer; leg 1 say Hello'
      const { stdout, stderr, status } = await dial([module(), '--script', script], [])
      expect(stdout).toContain('hears 447700900002: “Hello”')
      expect(stdout).not.toContain('Type, then press Enter')
      expect(stdout.trimEnd().endsWith('ended: hung-up')).toBe(true)
      expect({ stderr, status }).toStrictEqual({ stderr: '', status: 0 })
    })

    it('is done as well by what is typed, in the words of a script or shorter ones', async () => {
      const calls = [
        ['1', '/answer', '/drop'],
        ['press 1', 'leg 1 answer', 'leg 1 hang up'],
        ['/press 1; leg 1 answer', '/leg 1 hang up'],
      ]
      const script = calls[1]?.join('; ') ?? ''
      const { stdout } = await dial([module(), '--script', script], [])
      const transcript = stdout.slice(stdout.indexOf('   0.00'))
      expect(transcript).toContain('447700900002    is completed')
      for (const lines of calls) {
        const typed = await dial([module()], lines)
        const printed = typed.stdout
          .slice(typed.stdout.indexOf('   0.00'))
          .replace(/^ +[\d.]+ {2}\w+ > /gm, '')
        expect(printed).toBe(transcript)
      }
    })

    it('lets another person call, and tells of that call by its number', async () => {
      const room = user.write(
        'room.mjs',
        "export default [{ action: 'conversation', name: 'standup' }]",
      )
      const script = 'caller 447700900032; call 2 say Good morning.'
      const { stdout, stderr, status } = await dial([room, '--script', script], [])
      expect(stdout).toContain('hears 447700900032: “Good morning.”')
      expect(stdout).toMatch(/^#2 .*447700900032 +says “Good morning\.”$/m)
      expect({ stderr, status }).toStrictEqual({ stderr: '', status: 0 })
      const json = await dial([room, '--script', script, '--json'], [])
      const [, , last = ''] = json.stdout.split('\n')
      expect(JSON.parse(last)).toMatchObject({
        act: 'call 2 say Good morning.',
        heard: ['Good morning.'],
        others: [{ state: 'conversation', heard: [] }],
      })
    })

    it('interrupts at the time of an act, and lets webhooks fail', async () => {
      const script = 'fault closed; dial; after 0.5 press 1'
      const { stdout, status } = await dial([module(), '--script', script], [])
      expect(stdout).toContain('Connection closed.')
      expect(stdout).toContain('0.50  447700900001    presses 1')
      expect(stdout).toContain('447700900002    is ringing')
      expect(status).toBe(0)
    })

    it('ends at an act that cannot be done, with status 1', async () => {
      const { stdout, stderr, status } = await dial(
        [module(), '--script', 'leg 1 answer; press 1'],
        [],
      )
      expect(stdout.trimEnd().endsWith('ended: hung-up')).toBe(true)
      expect(stdout).not.toContain('presses 1')
      expect(stderr).toMatch(/^no-such-leg: There is no leg 1: the flow has called 0 so far\.\n/)
      expect(status).toBe(1)
    })

    it('refuses what is not an act, and dials nobody', async () => {
      const { stdout, stderr, status } = await dial([module(), '--script', 'press 1; jump'], [])
      expect({ stdout, status }).toStrictEqual({ stdout: '', status: 1 })
      expect(stderr).toMatch(/^not-an-act: "jump" is not an act of a script\.\n/)
    })

    it('prints a line of JSON after each act with --json', async () => {
      const args = [module(), '--script', 'press 1; leg 1 busy', '--json']
      const { stdout, stderr, status } = await dial(args, [])
      const steps = stdout
        .trimEnd()
        .split('\n')
        .map((line) => JSON.parse(line))
      expect(steps.map(({ events, ncco, at, ...step }) => step)).toStrictEqual([
        {
          act: 'dial',
          state: 'listening',
          isWaiting: true,
          heard: ['For sales, press 1.'],
          legs: [],
        },
        {
          act: 'press 1',
          state: 'connecting',
          isWaiting: true,
          heard: [],
          legs: [{ endpoint: { type: 'phone', number: '447700900002' }, status: 'ringing' }],
        },
        {
          act: 'leg 1 busy',
          state: 'ended',
          isWaiting: false,
          ended: { at: 1.467, reason: 'completed' },
          heard: [],
          legs: [{ endpoint: { type: 'phone', number: '447700900002' }, status: 'busy' }],
        },
      ])
      expect(steps.map(({ at }) => at)).toStrictEqual([1.467, 1.467, 1.467])
      expect(steps.map(({ ncco }) => ncco?.length)).toStrictEqual([2, 1, undefined])
      expect(steps[1].events.map(({ type }: { type: string }) => type)).toContain('pressed')
      expect(stderr).toContain('asked for /answer')
      expect(status).toBe(0)
    })
  })

  it('says what is not an act, or the text of one, and tells that nobody was called', async () => {
    const module = user.write(
      'speech.mjs',
      `export default [{ action: 'input', type: ['speech'] }]`,
    )
    const { stdout } = await dial([module], ['/jump', '/answer', 'say hang up'])
    expect(stdout).toContain('All acts of a script do the same here')
    expect(stdout).toContain('The flow has not called anybody yet.')
    expect(stdout).toContain('says “hang up”')
  })

  it('does the acts of each line with --json, and goes on after one that it cannot do', async () => {
    const module = user.write(
      'input.mjs',
      `export default [{ action: 'input', type: ['speech'] }, { action: 'talk', text: 'Thanks.' }, { action: 'input', type: ['dtmf'] }]`,
    )
    const { stdout, stderr, status } = await dial(
      [module, '--json'],
      ['jump', '', 'leg 1 busy; wait 1', 'say Ada'],
    )
    const steps = stdout
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line))
    expect(steps.map(({ act, problem, heard }) => [act, problem?.code, heard])).toStrictEqual([
      ['dial', undefined, []],
      ['jump', 'not-an-act', undefined],
      ['leg 1 busy', 'no-such-leg', []],
      ['say Ada', undefined, ['Thanks.']],
      ['hang up', undefined, []],
    ])
    expect({ stderr, status }).toStrictEqual({ stderr: '', status: 0 })
  })

  it('says that nothing answers, with status 1', async () => {
    const server = createServer().listen(0, '127.0.0.1')
    await new Promise((resolve) => server.once('listening', resolve))
    const { port } = server.address() as AddressInfo
    await new Promise((resolve) => server.close(resolve))
    const url = `http://127.0.0.1:${port}/answer`
    for (const args of [[url], [url, '--script', 'press 1']]) {
      const { stdout, stderr, status } = await dial(args, [])
      expect(stdout).toContain('ended: no-ncco')
      expect({ stderr, status }).toStrictEqual({
        stderr: `There is no NCCO from ${url}. The transcript says why; if nothing answers there, start the server first.\n`,
        status: 1,
      })
    }
  })

  it.each([
    [
      'a module that does not exist',
      ['missing.mjs'],
      'There is no module missing.mjs. Name a URL, such as http://localhost:3000/answer, or a file.\n',
    ],
    [
      'a module without a default export',
      ['empty.mjs'],
      'empty.mjs has no default export. Write export default before the app, the flow component or the NCCO, or name an export with --export: flow.\n',
    ],
    [
      'an export that a module does not have',
      ['number.mjs', '--export', 'flow'],
      'number.mjs has no export flow. Write export default before the app, the flow component or the NCCO.\n',
    ],
    [
      'a time that is not one',
      ['empty.mjs', '--now', 'noon'],
      "error: option '--now <time>' argument 'noon' is invalid. Write a time, such as 18:30 or 2026-12-24T18:30:00Z.\n(ncco-jsx dial --help lists its options)\n",
    ],
    [
      'an option that does not exist',
      ['empty.mjs', '--form', '1'],
      "error: unknown option '--form'\n(Did you mean --from?)\n(ncco-jsx dial --help lists its options)\n",
    ],
    [
      'an event URL that is a word',
      ['empty.mjs', '--event-url', 'event'],
      "error: option '--event-url <url>' argument 'event' is invalid. Write a URL, or a path such as /event.\n(ncco-jsx dial --help lists its options)\n",
    ],
    [
      'a JSON file without an NCCO',
      ['object.json'],
      'object.json has no NCCO, which is an array of actions in JSON. See what is wrong: npx ncco-jsx check object.json\n',
    ],
    [
      'a module whose default export is a number',
      ['number.mjs'],
      'number.mjs has a number as its default export. Write export default before the app, the flow component or the NCCO.\n',
    ],
    [
      '--sign without a secret',
      ['empty.mjs', '--sign'],
      'SIGNATURE_SECRET is not set. Set it to the signature secret of the app, in the environment or in .env, or leave out --sign.\n',
    ],
  ])('refuses %s', async (_, args, stderr) => {
    user.write('empty.mjs', 'export const flow = []')
    user.write('number.mjs', 'export default 1')
    user.write('object.json', '{ "action": "talk" }')
    expect(await dial(args, [], { SIGNATURE_SECRET: '' })).toStrictEqual({
      stdout: '',
      stderr,
      status: 1,
    })
  })

  it('prints nothing that a terminal obeys', async () => {
    const ncco = [{ action: 'talk', text: '\u001b]0;title\u0007\u009b2J\u202e' }]
    const server = createServer((_, response) => {
      response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify(ncco))
    }).listen(0, '127.0.0.1')
    onTestFinished(() => void server.close())
    await new Promise((resolve) => server.once('listening', resolve))
    const { stdout } = await dial(
      [`http://127.0.0.1:${(server.address() as AddressInfo).port}/`],
      [],
    )
    expect(stdout).toContain('hears “\\u{1b}]0;title\\u{7}\\u{9b}2J\\u{202e}”')
    expect(stdout).not.toMatch(obeyed)
  })
})
