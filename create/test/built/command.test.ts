import { spawnSync } from 'node:child_process'
import { chmodSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, describe, expect, it } from 'vitest'
import manifest from '../../package.json'

const main = fileURLToPath(new URL('../../dist/main.js', import.meta.url))
const folder = mkdtempSync(join(tmpdir(), 'create-ncco-jsx-'))

afterAll(() => rmSync(folder, { recursive: true, force: true }))

/** Runs the command in a folder of its own, without a terminal. */
function run(args: readonly string[], { cwd = folder, env = {} as NodeJS.ProcessEnv } = {}) {
  const { status, stdout, stderr } = spawnSync(process.execPath, [main, ...args], {
    cwd,
    env: { ...process.env, npm_config_user_agent: undefined, ...env },
    input: '',
    encoding: 'utf8',
  })
  return { status, stdout, stderr }
}

const filled = join(folder, 'filled')
mkdirSync(filled)
for (const name of ['a.txt', 'b.txt', 'c.txt']) writeFileSync(join(filled, name), '')
writeFileSync(join(folder, 'file'), '')

describe('npm create ncco-jsx', () => {
  it('makes a project, and prints the two commands that come next', () => {
    const { status, stdout } = run(['my-line', '--server', 'hono', '--flow', 'voicemail'])
    expect(status).toBe(0)
    expect(stdout.replace(folder, '').replaceAll('\\', '/')).toBe(
      [
        'Made /my-line: Voicemail, served by Hono.',
        '',
        'Next:',
        '',
        '  cd my-line && npm install',
        '  npm run dev',
        '',
        '',
      ].join('\n'),
    )
    expect(readdirSync(join(folder, 'my-line'))).toContain('package.json')
  })

  it('takes the defaults with --yes, and the package manager that runs it', () => {
    const { stdout } = run(['--yes'], {
      env: { npm_config_user_agent: 'pnpm/12.0.0 node/v24.0.0' },
    })
    expect(stdout).toContain('my-calls: Menu, served by Node.')
    expect(stdout).toContain('  cd my-calls && pnpm install\n  pnpm run dev\n')
  })

  it('makes it in the folder where it runs, beside a repository', () => {
    const here = join(folder, 'Here')
    mkdirSync(join(here, '.git'), { recursive: true })
    const { stdout } = run(['.', '--yes'], { cwd: here })
    expect(stdout).toContain('Next:\n\n  npm install\n  npm run dev\n')
  })

  it.each([
    [
      'an unknown flag',
      ['x', '--sever', 'node'],
      "unknown option '--sever'\n(Did you mean --server?)",
    ],
    [
      'an unknown value',
      ['x', '--flow', 'voicemial'],
      "argument 'voicemial' is invalid. Did you mean voicemail?",
    ],
    [
      'a value that is like none',
      ['x', '--server', 'deno-land'],
      'There are node, express, hono, next, workers, lambda, bun.',
    ],
    ['two folders', ['x', 'y'], 'too many arguments. Expected 1 argument but got 2.'],
    [
      'a folder that is not empty',
      ['filled', '--yes'],
      'The folder filled is not empty: a.txt, b.txt, and 1 more.\n  Name another folder, or empty it.',
    ],
    ['a file', ['file', '--yes'], 'file is a file, or below one.\n  Name another folder.'],
    [
      'a name that no package may have',
      ['Müllers Leitung', '--yes'],
      '"Müllers Leitung" cannot be the name of a package, which has lower-case letters, digits, hyphens, dots and underscores.\n  Name the folder mullers-leitung.',
    ],
    ['a folder below a file', ['file/line', '--yes'], 'file/line is a file, or below one.'],
    [
      'no terminal',
      ['x', '--server', 'node'],
      'There is no terminal to ask in.\n  Say everything in flags: npm create ncco-jsx my-line -- --server node --flow menu, or --yes for the defaults.\n  Servers: node, express, hono, next, workers, lambda, bun.\n  Flows: menu, voicemail, reminder, agent.\n  The folder . is the one where you are: npm create ncco-jsx . -- --yes\n',
    ],
  ])('says what to do about %s', (_, args, message) => {
    const { status, stdout, stderr } = run(args)
    expect({ status, stdout }).toStrictEqual({ status: 1, stdout: '' })
    expect(stderr).toContain(message)
    expect(stderr).not.toContain('    at ')
  })

  it('notices flags that npm took for its own', () => {
    const { status, stderr } = run(['x'], { env: { npm_config_server: 'hono' } })
    expect(status).toBe(1)
    expect(stderr).toBe(
      'npm took --server for a flag of its own.\n  Write -- before the flags: npm create ncco-jsx my-line -- --server hono --flow voicemail\n',
    )
  })

  // The superuser may write anywhere, and Windows has other rights.
  it.skipIf(process.platform === 'win32' || process.getuid?.() === 0)(
    'says so where it may not write',
    () => {
      const locked = join(folder, 'locked')
      mkdirSync(locked)
      chmodSync(locked, 0o500)
      expect(run(['locked/line', '--yes']).stderr).toContain('permission is denied')
    },
  )

  it('has the version of its package', () => {
    expect(run(['--version']).stdout).toBe(`${manifest.version}\n`)
  })
})
