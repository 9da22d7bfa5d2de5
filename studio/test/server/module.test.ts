import { rmSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { makeProject } from '../support/project'
import { openStudio } from '../support/studio'

const answer =
  'https://app.example.com/answer?from=447700900001&to=447700900000&uuid=u&conversation_uuid=c&endpoint_type=phone'

const hello = (text: string) => `import { Talk } from 'ncco-jsx'
export const Hello = () => <Talk>${text}</Talk>
`
const flow = `import { Wait } from 'ncco-jsx'
import { Hello } from '#app/hello'
export default function Answer() {
  return [<Hello key="1" />, <Wait key="2" timeout={1} />]
}
`

describe('a module', () => {
  it('answers in a process of its own, with the place of each action', async () => {
    const project = makeProject({ 'app.tsx': flow, 'lib/hello.tsx': hello('Hello.') })
    const { page } = await openStudio(`${project.folder}/app.tsx`)
    await page.settled()
    expect(page.target).toStrictEqual({
      kind: 'module',
      name: `${project.folder}/app.tsx`,
      file: 'app.tsx',
      answerUrl: 'https://app.example.com/answer',
      status: 'ready',
      generation: 1,
      changed: [],
      exports: 'component',
    })
    const fetched = await page.fetch(answer)
    expect(fetched).toMatchObject({
      type: 'fetched',
      status: 200,
      body: JSON.stringify([
        { action: 'talk', text: 'Hello.' },
        { action: 'wait', timeout: 1 },
      ]),
      generation: 1,
      places: [
        {
          element: 'Talk',
          components: ['Hello', 'Answer'],
          source: { file: `${project.folder}/lib/hello.tsx`, line: 2, column: 28 },
        },
        {
          element: 'Wait',
          components: ['Answer'],
          source: { file: `${project.folder}/app.tsx`, line: 4, column: 30 },
        },
      ],
    })
  })

  it('is loaded anew when a file of it changes, and only then', async () => {
    const project = makeProject({ 'app.tsx': flow, 'lib/hello.tsx': hello('Hello.') })
    const { page } = await openStudio(`${project.folder}/app.tsx`)
    await page.settled()
    project.write('unused.tsx', 'export {}')
    project.write('README.md', 'Nothing.')
    project.write('package-lock.json', '{}')
    project.write('lib/hello.tsx', hello('Good morning.'))
    expect(await page.settled(1)).toMatchObject({
      status: 'ready',
      generation: 2,
      changed: ['lib/hello.tsx'],
    })
    expect(await page.fetch(answer)).toMatchObject({
      body: expect.stringContaining('Good morning.'),
      generation: 2,
    })
  })

  it('keeps the links of its dialogs when it is loaded anew', async () => {
    const dialog = (text: string) => `import { Talk } from 'ncco-jsx'
      import { Choice, Menu } from 'ncco-jsx/dialog'
      export default () => (
        <Menu prompt="For sales, press 1."><Choice digit="1"><Talk>${text}</Talk></Choice></Menu>
      )`
    const project = makeProject({ 'app.tsx': dialog('Sales.') })
    const { page } = await openStudio(`${project.folder}/app.tsx`)
    await page.settled()
    const first = await page.fetch(answer)
    const [, input] = JSON.parse(first.type === 'fetched' ? first.body : '[]')
    project.write('app.tsx', dialog('The sales team.'))
    await page.settled(1)
    const chosen = await page.fetch(input.eventUrl[0], {
      method: 'POST',
      headers: [['content-type', 'application/json']],
      body: JSON.stringify({
        dtmf: { digits: '1', timed_out: false },
        speech: { results: [] },
        from: '447700900001',
        to: '447700900000',
        uuid: 'u',
        conversation_uuid: 'c',
        timestamp: '2026-01-01T00:00:00.000Z',
      }),
    })
    expect(chosen).toMatchObject({
      status: 200,
      body: JSON.stringify([{ action: 'talk', text: 'The sales team.' }]),
    })
  })

  it('tells why a flow is not rendered, and where', async () => {
    const project = makeProject({
      'app.tsx': `import { Talk } from 'ncco-jsx'
import { createVoiceApp } from 'ncco-jsx/serve'
const Wrong = () => <Talk level={9}>Hello</Talk>
const Broken = () => { throw new Error('no database') }
export default createVoiceApp({
  answer: ({ from }) => from === '1' ? <Broken /> : <Wrong />,
  secret: 'x'.repeat(32),
  signature: false,
})`,
    })
    const { page } = await openStudio(`${project.folder}/app.tsx`)
    await page.settled()
    const file = `${project.folder}/app.tsx`
    expect(await page.fetch(answer)).toMatchObject({
      status: 503,
      failures: [
        {
          code: 'out-of-range',
          severity: 'error',
          message: '<Talk level={9}> is outside its range.',
          components: ['Wrong', 'answer'],
          element: 'Talk',
          source: { file, line: 3, column: 21 },
        },
      ],
    })
    const broken = await page.fetch(answer.replace('from=447700900001', 'from=1'))
    expect(broken).toMatchObject({
      status: 503,
      failures: [
        {
          code: 'component-threw',
          components: ['Broken', 'answer'],
          source: { file, line: 6 },
          detail: expect.stringContaining(`${file}:4`),
        },
      ],
    })
    expect(broken).toHaveProperty('failures.length', 1)
  })

  it('sees the time of the call, each request its own', async () => {
    const project = makeProject({
      'app.mjs': `export default {
        async fetch() {
          await new Promise((resolve) => setTimeout(resolve, 20))
          const dates = [new Date(), new Date(Date.now()), new Date(Date())]
          return Response.json(dates.map((date) => date.toISOString().slice(0, 13)).concat(String(new Date(0) instanceof Date)))
        },
      }`,
    })
    const { page } = await openStudio(`${project.folder}/app.mjs`)
    await page.settled()
    const hours = [9, 18].map((hour) => page.fetch(answer, { time: Date.UTC(2026, 11, 24, hour) }))
    const bodies = (await Promise.all(hours)).map((one) => one.type === 'fetched' && one.body)
    expect(bodies).toStrictEqual(
      ['2026-12-24T09', '2026-12-24T18'].map((time) => JSON.stringify([time, time, time, 'true'])),
    )
  })

  it('sees that time in formats, too', async () => {
    const project = makeProject({
      'app.mjs': `const day = new Intl.DateTimeFormat('en-GB', { timeZone: 'UTC', dateStyle: 'short' })
      export default {
        fetch: () => Response.json([
          day.format(), day.format(0), day.formatToParts().at(-1).value, [0].map(day.format)[0],
        ]),
      }`,
    })
    const { page } = await openStudio(`${project.folder}/app.mjs`)
    await page.settled()
    const fetched = await page.fetch(answer, { time: Date.UTC(2026, 11, 24) })
    expect(fetched).toMatchObject({
      body: JSON.stringify(['24/12/2026', '01/01/1970', '2026', '01/01/1970']),
    })
  })

  it('has the variables of the .env, of which a page learns the names', async () => {
    const project = makeProject({
      '.env': 'GREETING=Hello there.\nSIGNATURE_SECRET="the signature secret of the dashboard"\n',
      'app.tsx': `import { Talk } from 'ncco-jsx'
        export default () => <Talk>{process.env.GREETING}</Talk>`,
    })
    const { page } = await openStudio(`${project.folder}/app.tsx`)
    await page.settled()
    expect(page.hello).toMatchObject({
      variables: ['GREETING', 'SIGNATURE_SECRET'],
      settings: { signature: 'SIGNATURE_SECRET' },
    })
    expect(await page.fetch(answer)).toMatchObject({
      body: expect.stringContaining('Hello there.'),
    })
    project.write('.env', 'GREETING=Good evening.\n')
    expect(await page.settled(1)).toMatchObject({ changed: ['.env'] })
    expect(await page.fetch(answer)).toMatchObject({
      body: expect.stringContaining('Good evening.'),
    })
  })

  it('may be an app, signed, whose secret stays in the server', async () => {
    const secret = 'the signature secret of the dashboard'
    const project = makeProject({
      '.env': `VOICE_SECRET=${secret}\n`,
      'app.tsx': `import { Talk } from 'ncco-jsx'
        import { createVoiceApp } from 'ncco-jsx/serve'
        export default createVoiceApp({
          answer: ({ from }) => <Talk>Hello {from}.</Talk>,
          signature: { secret: process.env.VOICE_SECRET },
        })`,
    })
    const { page } = await openStudio(`${project.folder}/app.tsx`, {
      sign: 'VOICE_SECRET',
    })
    await page.settled()
    const time = Date.UTC(2020, 0, 1)
    expect(await page.fetch(answer, { time })).toMatchObject({ status: 503 })
    const signed = await page.fetch(answer, { time, signature: 'VOICE_SECRET' })
    expect(signed).toMatchObject({
      status: 200,
      body: JSON.stringify([{ action: 'talk', text: 'Hello 447700900001.' }]),
      sent: [['authorization', expect.stringMatching(/^Bearer /)]],
    })
    expect(await page.fetch(answer, { signature: 'OTHER_SECRET' })).toMatchObject({
      type: 'unfetched',
      code: 'secret-missing',
    })
    expect(page.target.exports).toBe('app')
    expect(page.received.join('\n')).not.toContain(secret)
  })

  it.each([
    ['JSON', `export default [{ action: 'talk', text: 'Goodbye.' }]`],
    ['an element', `import { Talk } from 'ncco-jsx'\nexport default <Talk>Goodbye.</Talk>`],
    ['a promise', `export default Promise.resolve([{ action: 'talk', text: 'Goodbye.' }])`],
  ])('may be an NCCO: %s', async (_, text) => {
    const project = makeProject({ 'app.tsx': text })
    const { page } = await openStudio(`${project.folder}/app.tsx`)
    await page.settled()
    expect(page.target).toMatchObject({ status: 'ready', exports: 'ncco' })
    expect(await page.fetch(answer)).toMatchObject({
      body: JSON.stringify([{ action: 'talk', text: 'Goodbye.' }]),
    })
    expect(await page.fetch('https://app.example.com/event')).toMatchObject({ status: 204 })
  })

  it('may be CommonJS, whose files are watched too', async () => {
    const project = makeProject({
      'package.json': '{ "private": true }',
      'app.ts': `import { text } from './text'\nexport = [{ action: 'talk', text }]`,
      'text.ts': `export const text = 'Hello.'`,
    })
    const { page } = await openStudio(`${project.folder}/app.ts`)
    await page.settled()
    expect(await page.fetch(answer)).toMatchObject({ body: expect.stringContaining('Hello.') })
    project.write('text.ts', `export const text = 'Goodbye.'`)
    await page.settled(1)
    expect(await page.fetch(answer)).toMatchObject({ body: expect.stringContaining('Goodbye.') })
  })

  it('may throw, or return no response', async () => {
    const project = makeProject({
      'app.mjs': `export default {
        fetch({ url }) {
          if (url.endsWith('throws')) throw new Error('A mistake.')
        },
      }`,
    })
    const { page } = await openStudio(`${project.folder}/app.mjs`)
    await page.settled()
    expect(await page.fetch('https://app.example.com/throws')).toMatchObject({
      status: 500,
      body: 'Error: A mistake.',
    })
    expect(await page.fetch('https://app.example.com/other')).toMatchObject({
      status: 500,
      body: 'The handler returned no Response.',
    })
    await page.until(() => page.lines.some((line) => line.includes('app.mjs:3')))
  })

  it('may be a JSON file with an NCCO, which is loaded anew', async () => {
    const ncco = (text: string) => JSON.stringify([{ action: 'talk', text }], null, 2)
    const project = makeProject({ 'flow.json': ncco('Hello.') })
    const { page } = await openStudio(`${project.folder}/flow.json`)
    await page.settled()
    expect(page.target).toMatchObject({ status: 'ready', exports: 'ncco', file: 'flow.json' })
    expect(await page.fetch(answer)).toMatchObject({ body: '[{"action":"talk","text":"Hello."}]' })
    project.write('flow.json', ncco('Goodbye.'))
    expect(await page.settled(1)).toMatchObject({ status: 'ready', changed: ['flow.json'] })
    expect(await page.fetch(answer)).toMatchObject({ body: expect.stringContaining('Goodbye.') })
    project.write('flow.json', '[\n  { "action": "talk" "text": "Hello." }\n]')
    expect(await page.settled(2)).toMatchObject({
      status: 'broken',
      problem: {
        code: 'json-broken',
        message: expect.stringMatching(/flow\.json cannot be read\. This is not JSON/),
        source: { file: `${project.folder}/flow.json`, line: 2, column: 22 },
      },
    })
    project.write('flow.json', '{ "ncco": [] }')
    expect(await page.settled(3)).toMatchObject({
      problem: {
        code: 'json-without-ncco',
        message: expect.stringMatching(/flow\.json has no NCCO, which is an array of actions/),
      },
    })
    rmSync(join(project.folder, 'flow.json'))
    expect(await page.settled(4)).toMatchObject({ problem: { code: 'module-missing' } })
    project.write('flow.json', ncco('Hello again.'))
    expect(await page.settled(5)).toMatchObject({ status: 'ready' })
  })

  it('tells where it answers, below its base path', async () => {
    const app = (basePath: string) => `import { Talk } from 'ncco-jsx'
      import { createVoiceApp } from 'ncco-jsx/serve'
      export default createVoiceApp({ answer: () => <Talk>Hello.</Talk>, basePath: '${basePath}', signature: false })`
    const project = makeProject({ 'app.tsx': app('/voice') })
    const { page } = await openStudio(`${project.folder}/app.tsx`)
    await page.settled()
    expect(page.target.answerUrl).toBe('https://app.example.com/voice/answer')
    expect(await page.fetch(answer.replace('/answer', '/voice/answer'))).toMatchObject({
      status: 200,
    })
    project.write('app.tsx', app('/calls'))
    await page.settled(1)
    expect(page.target.answerUrl).toBe('https://app.example.com/calls/answer')
    const named = await openStudio(`${project.folder}/app.tsx`, { answerPath: '/other' })
    await named.page.settled()
    expect(named.page.target.answerUrl).toBe('https://app.example.com/other')
  })

  it.each([
    ['unset', undefined, 'ready'],
    ['empty', '', 'broken'],
    ['an address', 'https://calls.example.com', 'ready'],
  ])('may read its own address from a variable that is %s', async (_, value, status) => {
    const project = makeProject({
      ...(value !== undefined && { '.env': `BASE_URL=${value}\n` }),
      'app.tsx': `import { Talk } from 'ncco-jsx'
        import { createVoiceApp } from 'ncco-jsx/serve'
        export default createVoiceApp({
          answer: () => <Talk>Hello.</Talk>,
          baseUrl: process.env.BASE_URL,
          signature: false,
        })`,
    })
    const { page } = await openStudio(`${project.folder}/app.tsx`)
    const { problem } = await page.settled()
    expect(page.target.status, problem?.message).toBe(status)
    if (status === 'ready') return
    expect(problem).toMatchObject({
      code: 'module-broken',
      message: expect.stringMatching(
        /app\.tsx cannot be loaded: bad-option: The option baseUrl .* is an empty text\.$/,
      ),
      remedy:
        'Give it an absolute URL such as "https://calls.example.com", without query and fragment. If it comes from an environment variable, set the variable. It is loaded again when the file, or the .env, is saved.',
      source: { file: `${project.folder}/app.tsx`, line: 3 },
    })
    project.write('.env', 'BASE_URL=https://calls.example.com\n')
    expect(await page.settled(1)).toMatchObject({ status: 'ready' })
  })

  it('is not loaded anew for files that lie beside it', async () => {
    const project = makeProject({
      'app.tsx': `import { readFileSync, writeFileSync } from 'node:fs'
        import { Talk } from 'ncco-jsx'
        import prompts from './prompts.json'
        const words = readFileSync('words.txt', 'utf8')
        export default () => {
          writeFileSync('calls.json', '[]')
          readFileSync('calls.json')
          return <Talk>{prompts.hello} {words}</Talk>
        }`,
      'prompts.json': '{ "hello": "Hello." }',
      'words.txt': 'Welcome.',
    })
    const { page } = await openStudio(`${project.folder}/app.tsx`)
    await page.settled()
    await page.fetch(answer)
    project.write('notes.json', '{}')
    project.write('notes.yaml', '')
    project.write('other.tsx', 'export {}')
    project.write('lib/package.json', '{}')
    const changes = [
      ['prompts.json', '{ "hello": "Good morning." }'],
      ['words.txt', 'Come in.'],
      ['tsconfig.base.json', '{}'],
      ['package.json', '{ "private": true, "type": "module", "version": "1.0.0" }'],
      ['.env', 'A=1'],
    ] as const
    for (const [index, [file, text]] of changes.entries()) {
      project.write(file, text)
      expect(await page.settled(index + 1)).toMatchObject({ status: 'ready', changed: [file] })
    }
    expect(page.target.generation).toBe(changes.length + 1)
    expect(await page.fetch(answer)).toMatchObject({
      body: expect.stringContaining('Good morning. Come in.'),
    })
  })

  it('is no longer loaded anew for a file that it has ceased to import', async () => {
    const project = makeProject({
      'app.ts': `import { text } from './text'\nexport default [{ action: 'talk', text }]`,
      'text.ts': `export const text = 'Hello.'`,
    })
    const { page } = await openStudio(`${project.folder}/app.ts`)
    await page.settled()
    project.write('app.ts', `export default [{ action: 'talk', text: 'Hello.' }]`)
    await page.settled(1)
    project.write('text.ts', 'export {}')
    project.write('.env', 'A=1')
    expect(await page.settled(2)).toMatchObject({ generation: 3, changed: ['.env'] })
  })

  it('passes on what it prints', async () => {
    const project = makeProject({
      'app.mjs': `console.log('out')\nconsole.error('err')\nexport default []`,
    })
    const { page } = await openStudio(`${project.folder}/app.mjs`)
    await page.until(() => page.lines.length === 2)
    expect(page.lines.sort()).toStrictEqual(['err', 'out'])
  })

  it('without a tsconfig.json is compiled all the same, and its owner is told what editors and tests lack', async () => {
    const project = makeProject({ 'app.tsx': hello('Hello.').replace('const Hello =', 'default') })
    rmSync(join(project.folder, 'tsconfig.json'))
    const lines: string[] = []
    const log = { onState() {}, onLine: (_: string, text: string) => lines.push(text) }
    const { page } = await openStudio(`${project.folder}/app.tsx`, {}, { log })
    await page.settled()
    expect(await page.fetch(answer)).toMatchObject({ body: '[{"action":"talk","text":"Hello."}]' })
    expect(lines.filter((line) => line.includes('There is no tsconfig.json'))).toHaveLength(1)
  })
})
