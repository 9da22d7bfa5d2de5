import { spawnSync } from 'node:child_process'
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, describe, expect, it } from 'vitest'

const path = (name: string) => fileURLToPath(new URL(name, import.meta.url))
const folder = mkdtempSync(join(tmpdir(), 'create-ncco-jsx-'))
// In CI a missing one is a failure. Its pseudo-terminals are those of Unix.
const hasTerminal =
  process.platform !== 'win32' &&
  (Boolean(process.env.CI) || spawnSync('python3', ['--version']).status === 0)

afterAll(() => rmSync(folder, { recursive: true, force: true }))

const [down, enter, cancel] = ['\u001b[B', '\r', '\u0003']

/** Answers the questions of the command in a terminal. */
function answer(...steps: readonly (readonly [shown: string, keys: string])[]) {
  const command = [process.execPath, path('../../dist/main.js')]
  const { status, stdout, stderr } = spawnSync(
    'python3',
    [path('terminal.py'), JSON.stringify(steps), ...command],
    {
      cwd: folder,
      encoding: 'utf8',
      env: { ...process.env, npm_config_user_agent: undefined },
      timeout: 60_000,
    },
  )
  return { status, shown: stdout + stderr }
}

describe.skipIf(!hasTerminal)(
  `the questions${hasTerminal ? '' : ' (skipped: python3 is not installed)'}`,
  () => {
    it('make the project that was chosen', () => {
      const { status, shown } = answer(
        ['In which folder?', `my-line${enter}`],
        ['Workers', down],
        ['● Express', down],
        ['● Hono', enter],
        ['What is the call?', down],
        ['● Voicemail', enter],
        ['What installs it?', enter],
      )
      expect(status).toBe(0)
      expect(shown).toContain('my-line: Voicemail, served by Hono.')
      const manifest = JSON.parse(readFileSync(join(folder, 'my-line/package.json'), 'utf8'))
      expect(manifest.dependencies).toHaveProperty('hono')
    })

    it('say what is wrong with a folder, and ask for another', () => {
      const { shown } = answer(
        ['In which folder?', `My Line${enter}`],
        ['Name the folder my-line.', cancel],
      )
      expect(shown).toContain('cannot be the name of a package')
    })

    it('can be left, and then nothing is made', () => {
      const before = readdirSync(folder)
      const { status, shown } = answer(
        ['In which folder?', `other${enter}`],
        ['What serves it?', cancel],
      )
      expect(status).toBe(1)
      expect(shown).toContain('Nothing was made.')
      expect(readdirSync(folder)).toStrictEqual(before)
    })
  },
)
