import { spawn, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { text } from 'node:stream/consumers'
import { afterAll, describe, expect, it } from 'vitest'
import { root } from '../../scripts/tools'
import { codeBlocks } from '../support/generated'
import { obeyed } from '../support/terminal'

const folder = mkdtempSync(join(tmpdir(), 'ncco-jsx-cli-'))

afterAll(() => {
  rmSync(folder, { recursive: true, force: true })
})

/** Runs the command in a folder of its own. */
function run(args: readonly string[], input: string | Buffer = '') {
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    [join(root, 'dist/cli.js'), ...args],
    { cwd: folder, input, encoding: 'utf8' },
  )
  return { status, stdout, stderr }
}

function write(name: string, text: string | Buffer): string {
  writeFileSync(join(folder, name), text)
  return name
}

const good = write('good.json', '[{ "action": "talk", "text": "Hello" }]')
const poor = write('poor.json', '[{ "action": "talk", "text": "Hello", "voiceName": "Amy" }]')

/** The codes that `check --format json` gives, with their places. */
function found(args: readonly string[], input?: string | Buffer) {
  const { status, stdout } = run(['check', '--format', 'json', ...args], input)
  const reports: { file: string; issues: { code: string; line?: number; column?: number }[] }[] =
    JSON.parse(stdout)
  return {
    status,
    files: reports.map(({ file, issues }) => [
      file,
      ...issues.map(({ code, line, column }) => [code, line, column].join(':')),
    ]),
  }
}

describe('ncco-jsx check', () => {
  const page = readFileSync(join(root, 'docs/command-line.md'), 'utf8')

  it('shows what its page shows', () => {
    const [example = ''] = codeBlocks(page, 'text')
    const ncco = [...example.matchAll(/^>? +\d+ \| (.*)$/gm)].map(([, line = '']) => line)
    write('flow.json', ncco.join('\n'))
    expect(run(['check', 'flow.json'])).toStrictEqual({ status: 1, stdout: example, stderr: '' })
  })

  it('says what to do with a module instead', () => {
    const file = write('flow.tsx', "import { Talk } from 'ncco-jsx'\n")
    expect(run(['check', file]).stdout).toMatchInlineSnapshot(`
      "flow.tsx error broken-json: This is a module, and only NCCOs in JSON are read here.
        Name a JSON file. To check what the module renders, call it: npx ncco-jsx dial flow.tsx
        On the platform: unknown.

      1 error and 0 warnings in 1 file.
      "
    `)
  })

  it('says what the platform does with each finding, and counts what ends the call', () => {
    const mixed = JSON.stringify([
      { action: 'tlak' },
      { action: 'talk', text: 'Hello', volume: 1, loop: 1.5 },
    ])
    const { stdout } = run(['check', '-'], mixed)
    expect(stdout.match(/^ {2}On the platform: .*$|^\d+ error.*$/gm)).toStrictEqual([
      '  On the platform: refused, the call ends or falls back.',
      '  On the platform: tolerated, the call goes on.',
      '  On the platform: unknown.',
      '3 errors (1 ends the call) and 0 warnings in 1 file.',
    ])
    const json = JSON.parse(run(['check', '--format', 'json', '-'], mixed).stdout)
    const platforms = json[0].issues.map(({ platform }: { platform: string }) => platform)
    expect(platforms).toStrictEqual(['refused', 'tolerated', 'unknown'])
  })

  it('finds nothing in what is valid', () => {
    expect(run(['check', good])).toStrictEqual({
      status: 0,
      stdout: 'No issues in 1 file.\n',
      stderr: '',
    })
  })

  it('ends with 0 if there are only warnings', () => {
    const { status, stdout } = run(['check', poor, good])
    expect(status).toBe(0)
    expect(stdout).toMatchInlineSnapshot(`
      "poor.json:1:39 warning legacy-option: "voiceName" of talk is outdated and may stop working.
        Write "language": "en-GB" and "style": 0.
        On the platform: tolerated, the call goes on.
        at /0/voiceName

      > 1 | [{ "action": "talk", "text": "Hello", "voiceName": "Amy" }]
          |                                       ^^^^^^^^^^^^^^^^^^

      0 errors and 1 warning in 2 files.
      "
    `)
  })

  it('reads the standard input if no file is named, or for -', () => {
    const files = [['-', 'wrong-type:1:21']]
    expect(found([], '[{ "action": "wait", "timeout": "5" }]').files).toStrictEqual([
      ['-', 'wrong-type:1:22'],
    ])
    expect(found([good, '-'], '[{"action": "wait", "timeout": "5"}]').files).toStrictEqual([
      [good],
      ...files,
    ])
    expect(run(['check'], '[]').stdout).toContain('standard input:1:1 warning empty-ncco')
  })

  it('warns of more with --strict', () => {
    const menu = '[{"action":"input","type":["dtmf"]},{"action":"talk","text":"Bye"}]'
    expect(found(['-'], menu).files).toStrictEqual([['-']])
    expect(found(['--strict'], menu).files).toStrictEqual([['-', 'after-input:1:37']])
  })

  it.each<[string, string | Buffer, string]>([
    ['an NCCO in the body of a call request', '{\n  "ncco": []\n}', 'not-an-ncco:1:1'],
    ['a comma too many', '[\n  {"action": "wait",}\n]', 'broken-json:2:21'],
    ['single quotes', "['a']", 'broken-json:1:2'],
    ['half a file', '[{"action": "talk"', 'broken-json:1:19'],
    ['nothing', ' \n', 'broken-json::'],
    ['a line break in a text', '["a",\n"b\nc"]', 'broken-json:2:3'],
    ['a tab in a text', '["a\tb"]', 'broken-json:1:4'],
    ['a byte order mark', '\ufeff[]', 'empty-ncco:1:1'],
    ['another encoding', Buffer.from('[]', 'utf16le'), 'broken-json::'],
    ['bytes that are not text', Buffer.from([0x5b, 0xff, 0x5d]), 'unreadable-file::'],
    ['nesting without end', '['.repeat(100_000), 'broken-json:1:1'],
    ['deep nesting', `${'['.repeat(5000)}${']'.repeat(5000)}`, 'not-an-action::'],
  ])('tells what is wrong with %s', (name, content, issue) => {
    const file = write(`${name.replaceAll(' ', '-')}.json`, content)
    const { status, files } = found([file])
    expect(files[0]?.slice(0, 2)).toStrictEqual([file, issue])
    expect(status).toBe(issue.startsWith('empty') ? 0 : 1)
  })

  it.each([
    ['a missing bracket', '[{"action":"talk","text":"[hi"}', 'Close what is open at the end: ]'],
    ['half an action', '[{"action": "talk"', 'Close what is open at the end: }]'],
    ['two NCCOs', '[]\n[]', 'Let nothing follow the array: another NCCO needs a file of its own'],
    ['an unknown escape', '[{"action":"talk","text":"\\x41"}]', 'After a backslash write one of'],
    ['a name without quotes', '[NaN]', 'Write names and texts in double quotes'],
  ])('says what to write instead of %s', (name, content, remedy) => {
    const file = write(`${name.replaceAll(' ', '-')}.json`, content)
    expect(run(['check', file]).stdout).toContain(`\n  ${remedy}`)
  })

  it('fails for errors, even if nobody reads them to the end', async () => {
    const wrong = `[${'{"action":"wait","timeout":"5"},\n'.repeat(20_000)}{"action":"wait"}]`
    const file = write('many.json', wrong)
    const child = spawn(process.execPath, [join(root, 'dist/cli.js'), 'check', file], {
      cwd: folder,
    })
    child.stdout.once('data', () => child.stdout.destroy())
    expect(await once(child, 'exit')).toStrictEqual([1, null])
  })

  it('tells why a file cannot be read, and goes on with the others', () => {
    const { status, stdout } = run(['check', 'missing.json', '.', good])
    expect({ status, stdout }).toMatchInlineSnapshot(`
      {
        "status": 1,
        "stdout": "missing.json error unreadable-file: The file was not checked: it does not exist.
        Check the spelling, and the folder that you are in.

      . error unreadable-file: The file was not checked: it is a folder.
        Name the files in it.

      2 errors and 0 warnings in 3 files.
      ",
      }
    `)
  })

  it('shows no control character of a key in the place', () => {
    const { stdout } = run(['check'], '[{"action":"wait","\\u001b[31m\\u009b":1}]')
    expect(stdout).toContain('\n  at /0/\\u{1b}[31m\\u{9b}\n')
  })

  it.each([
    ['a window title, and what clears the screen', 'a.json', '"\u001b]0;title\u0007\u001b[2J"'],
    ['a control character of one byte, and what turns the direction', 'b.json', '"\u009b2J\u202e"'],
    ['a color in the name of the file', '\u001b[31mc\u202e.json', '"c"'],
  ])('prints nothing that a terminal obeys: %s', (_, name, text) => {
    const file = write(name, `[{ "action": "talk", "text": ${text}, "loop": -1 }]`)
    const [readable, json] = [run(['check', file]), run(['check', '--format', 'json', file])]
    for (const { stdout } of [readable, json]) expect(stdout).not.toMatch(obeyed)
    expect(JSON.parse(json.stdout)[0].file).toBe(file)
  })

  it('marks the place below it, beside characters that are shown as escapes', () => {
    const { stdout } = run(['check'], '[{ "action": "wait", "a\u009b": 1, "timeout": "5" }]')
    expect(stdout).toContain(
      '> 1 | [{ "action": "wait", "a\\u{9b}": 1, "timeout": "5" }]\n    |                                    ^^^^^^^^^^^^^^\n',
    )
  })

  it('reads no more than can be an NCCO', () => {
    const large = Buffer.alloc(64 * 1024 * 1024 + 1, ' ')
    const why = ['unreadable-file::']
    expect(found(['-'], large).files).toStrictEqual([['-', ...why]])
    expect(run(['check', write('large.json', large)]).stdout).toContain(
      'it is larger than 64 MB, which no NCCO is.',
    )
  })

  it.runIf(process.platform === 'linux')('ends with a device that never does', () => {
    expect(found(['/dev/zero'])).toStrictEqual({
      status: 1,
      files: [['/dev/zero', 'unreadable-file::']],
    })
  })

  it('shows the part of a long line that matters', () => {
    const pad = `"${'x'.repeat(3000)}"`
    const line = `[{"action":"notify","eventUrl":["ftp://a"],"payload":{"a":${pad}}},{"action":"wiat","b":${pad}}]`
    const { stdout } = run(['check'], line)
    expect(stdout).toContain('"wiat"')
    expect(Math.max(...stdout.split('\n').map(({ length }) => length))).toBeLessThan(150)
    expect(stdout).toMatchInlineSnapshot(`
      "standard input:1:33 error bad-url: "eventUrl" of notify is not an absolute URL of the form https://host/path.
        Write the whole URL in this form.
        On the platform: unknown.
        at /0/eventUrl/0

      > 1 | on":"notify","eventUrl":["ftp://a"],"payload":{"a":"xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx
          |                          ^^^^^^^^^

      standard input:1:3065 error unknown-action: "wiat" is not an action of the NCCO reference.
        Write "wait".
        On the platform: refused, the call ends or falls back.
        at /1/action

      > 1 | xxxxxxxxxxxxxxxxxxxx"}},{"action":"wiat","b":"xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx
          |                          ^^^^^^^^^^^^^^^

      2 errors (1 ends the call) and 0 warnings in 1 file.
      "
    `)
  })

  it('warns of a key that stands twice, and judges the last, which is the one that counts', () => {
    const twice = '[{"action":"wait",\n"timeout":1,\n"timeout":"2"}]'
    expect(found(['-'], twice).files).toStrictEqual([['-', 'duplicate-key:2:1', 'wrong-type:3:1']])
  })

  it('refuses a standard input that is not text', () => {
    const bytes = Buffer.from([0x5b, 0xff, 0x5d])
    expect(found([], bytes)).toStrictEqual({ status: 1, files: [['-', 'unreadable-file::']] })
  })

  it('shows the right line if a text holds what other languages take for line ends', () => {
    const twoLines = `[{"action":"talk","text":"a\u2028b\u2029c"},\n{"action":"wait","timeout":"2"}]`
    expect(run(['check'], twoLines).stdout).toContain('> 2 | {"action":"wait","timeout":"2"}]')
  })

  it('ends quietly when nobody reads on', async () => {
    const many = JSON.stringify(Array.from({ length: 5000 }, () => ({ action: 'wait', a: 1 })))
    const file = write('many.json', many)
    const command = spawn(process.execPath, [join(root, 'dist/cli.js'), 'check', file], {
      cwd: folder,
    })
    command.stdout.once('data', () => command.stdout.destroy())
    const [stderr] = await Promise.all([text(command.stderr), once(command, 'close')])
    expect(stderr).toBe('')
  })
})

describe('ncco-jsx convert', () => {
  it('writes a component named after the file', () => {
    expect(run(['convert', good])).toStrictEqual({
      status: 0,
      stdout:
        'import { Talk } from "ncco-jsx";\n\nexport function Good() {\n  return <Talk>Hello</Talk>;\n}\n\nexport default Good;\n',
      stderr: '',
    })
  })

  it('writes several as one module, and says what it found on the standard error', () => {
    const { status, stdout, stderr } = run(['convert', good, poor, '-'], '{"ncco":[]}')
    expect(status).toBe(1)
    expect(stdout).toMatchInlineSnapshot(`
      "import { Talk } from "ncco-jsx";

      export function Good() {
        return <Talk>Hello</Talk>;
      }

      export function Poor() {
        return (
          <Talk
            unchecked={{
              // legacy-option: <Talk voiceName> is outdated and may stop working.
              // Write language="en-GB" and style={0}.
              voiceName: "Amy",
            }}
          >
            Hello
          </Talk>
        );
      }
      "
    `)
    expect(stderr).toContain('poor.json:1:39 warning legacy-option')
    expect(stderr).toContain('standard input:1:1 error not-an-ncco')
  })

  it('writes SSML as elements wherever they say the same, with --ssml elements', () => {
    const ncco = JSON.stringify([{ action: 'talk', text: '<speak>Hi<break time="1s"/></speak>' }])
    expect(run(['convert'], ncco).stdout).toContain('<Talk ssml=')
    expect(run(['convert', '--ssml', 'elements'], ncco).stdout).toContain('<break time="1s" />')
  })

  it('mends first, and tells what it mended and what is left, with --mend', () => {
    const file = write('mend.json', '[{ "action": "talk", "text": "Hello", "voiceName": "Amy" }]')
    const { status, stdout, stderr } = run(['convert', '--mend', file])
    expect(status).toBe(0)
    expect(stdout).toContain('  return (\n    <Talk language="en-GB" style={0}>\n')
    expect(stderr).toMatchInlineSnapshot(`
      "mend.json:1:39 mended legacy-option: "voiceName" of talk is outdated and may stop working.

      Mended 1 finding; 0 are left. No issues in 1 file.
      "
    `)
    const wrong = '[{ "action": "input", "timeOut": "30" }]'
    const some = run(['convert', '--mend'], wrong)
    expect(some.status).toBe(1)
    expect(some.stderr).toContain('\n  at /0/dtmf/timeOut\n')
    expect(some.stderr).toContain(
      '\nMended 3 findings; 1 is left. 1 error and 0 warnings in 1 file.\n',
    )
    const [report] = JSON.parse(run(['convert', '--mend', '--format', 'json'], wrong).stderr)
    expect(report.issues).toHaveLength(1)
    expect(
      report.mended.map(({ code, line }: Record<string, unknown>) => [code, line]),
    ).toStrictEqual([
      ['pre-2021-input', 1],
      ['input-without-type', 1],
      ['wrong-type', 1],
    ])
  })

  it('writes nothing if there is nothing to convert', () => {
    const { status, stdout } = run(['convert'], '{')
    expect({ status, stdout }).toStrictEqual({ status: 1, stdout: '' })
  })
})

describe('ncco-jsx schema', () => {
  it('prints the schema of the package', () => {
    const schema = readFileSync(join(root, 'dist/ncco.schema.json'), 'utf8')
    expect(run(['schema'])).toStrictEqual({ status: 0, stdout: schema, stderr: '' })
  })
})

describe('ncco-jsx', () => {
  it('suggests the command that was meant', () => {
    const { status, stderr } = run(['chek'])
    expect({ status, stderr }).toStrictEqual({
      status: 1,
      stderr: `error: unknown command 'chek'\n(Did you mean check?)\n(ncco-jsx --help lists the commands)\n`,
    })
  })

  it('has the version of its package', () => {
    const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'))
    expect(run(['--version']).stdout).toBe(`${version}\n`)
  })
})
