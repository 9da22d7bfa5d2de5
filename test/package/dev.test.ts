import { spawnSync } from 'node:child_process'
import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { makeUserProject, type UserProject } from '../support/user-project'

let user: UserProject

beforeAll(() => {
  user = makeUserProject()
})

afterAll(() => user.remove())

function dev(...args: string[]) {
  const command = join(user.folder, 'node_modules/ncco-jsx/dist/cli.js')
  const { stdout, stderr, status } = spawnSync(process.execPath, [command, 'dev', ...args], {
    cwd: user.folder,
    encoding: 'utf8',
  })
  return { stdout, stderr, status }
}

/** Installs a package in place of the studio. */
function installStudio(text: string): void {
  const folder = join(user.folder, 'node_modules/ncco-jsx-studio')
  mkdirSync(folder, { recursive: true })
  const manifest = { name: 'ncco-jsx-studio', type: 'module', exports: './index.js' }
  writeFileSync(join(folder, 'package.json'), JSON.stringify(manifest))
  writeFileSync(join(folder, 'index.js'), text)
}

describe('ncco-jsx dev', () => {
  it('says how to install the studio, with status 1', () => {
    expect(dev('app.tsx')).toStrictEqual({
      stdout: '',
      stderr:
        'The studio is a package of its own, and is not installed. Install it: npm install --save-dev ncco-jsx-studio\n',
      status: 1,
    })
  })

  it('gives the studio its target and its options, and runs until it is interrupted', () => {
    installStudio(`export async function runStudio(named, flags) {
      console.log(JSON.stringify({ named, flags }))
      const alive = setInterval(() => {}, 1000)
      setTimeout(() => process.kill(process.pid, 'SIGINT'), 100)
      const close = async () => {
        clearInterval(alive)
        console.log('closed')
      }
      return { url: 'http://localhost:1/', restUrl: 'http://localhost:1', started: Promise.resolve(), close }
    }`)
    const { stdout, stderr, status } = dev(
      ...[
        'app.tsx',
        '--port',
        '5000',
        '--from',
        'none',
        '--header',
        'X-A: 1',
        '--header',
        'X-B: 2',
      ],
      ...[
        '--sip-header',
        'X-C: 3',
        '--no-sign',
        '--at',
        '18:30',
        '--watch',
        'lib',
        '--method',
        'POST',
      ],
    )
    const [given = '', ...printed] = stdout.split('\n')
    expect(JSON.parse(given)).toStrictEqual({
      named: 'app.tsx',
      flags: {
        port: '5000',
        from: 'none',
        header: ['X-A: 1', 'X-B: 2'],
        sipHeader: ['X-C: 3'],
        sign: false,
        at: '18:30',
        watch: ['lib'],
        method: 'POST',
      },
    })
    expect(printed).toStrictEqual([
      'The studio is at http://localhost:1/',
      'The REST side for the app is at http://localhost:1',
      'Press Ctrl+C to end it.',
      '',
      'closed',
      '',
    ])
    expect({ stderr, status }).toStrictEqual({ stderr: '', status: 0 })
  })

  it('prints what is wrong with an option, with status 1', () => {
    installStudio(`export async function runStudio() {
      throw Object.assign(new Error('Port 4400 is in use.'), { name: 'FlagError' })
    }`)
    expect(dev('app.tsx')).toStrictEqual({
      stdout: '',
      stderr: 'Port 4400 is in use.\n',
      status: 1,
    })
  })
})
