import { execFile } from 'node:child_process'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { parseScript } from 'ncco-jsx/simulate'
import { expect, it } from 'vitest'
import { root } from '../../../scripts/tools'
import { listen } from '../../../test/support/servers'
import { CallRun } from '../../page/call/call-run'
import { replay } from '../../page/call/replay'
import { testOf } from '../../page/call/test-of-run'
import type { CallSettings } from '../../src/protocol'
import { fetchThrough } from '../support/call-through'
import type { TestPage } from '../support/page'
import { makeProject, type Project } from '../support/project'
import { openStudio } from '../support/studio'

const files = {
  '.env': 'SIGNATURE_SECRET=the signature secret of the dashboard\n',
  'surgery.tsx': `import { Talk } from 'ncco-jsx'
    import { Choice, Menu } from 'ncco-jsx/dialog'
    export default () => (
      <>
        <Talk>{new Date().getUTCHours() < 12 ? 'Good morning.' : 'Good evening.'}</Talk>
        <Menu prompt="For the surgery, press 1."><Choice digit="1"><Talk>It is open.</Talk></Choice></Menu>
      </>
    )`,
  'voice/sales.tsx': `import { Connect, Phone, Talk } from 'ncco-jsx'
    import { createVoiceApp } from 'ncco-jsx/serve'
    export default createVoiceApp({
      answer: ({ from }) => (
        <>
          <Talk>Hello {from}.</Talk>
          <Connect from="447700900000"><Phone number="447700900002" /></Connect>
        </>
      ),
      fallback: () => <Talk>Sorry.</Talk>,
      signature: { secret: process.env.SIGNATURE_SECRET },
    })`,
  'tenants.mjs': `export default {
    fetch: ({ headers }) => Response.json([{ action: 'talk', text: 'Tenant ' + headers.get('x-tenant') }]),
  }`,
  'note.json.mjs': `export default [
    { action: 'talk', text: 'Say your name after the tone.', bargeIn: true },
    { action: 'input', type: ['speech'], eventUrl: ['https://app.example.com/named'] },
    { action: 'talk', text: "Thanks; that's \\"all\\"." },
    { action: 'input', type: ['dtmf'], dtmf: { timeOut: 4 } },
  ]`,
}

/** Does a script in a call through a studio. Returns it as a test. */
async function toTest(page: TestPage, script: string, settings: CallSettings = {}) {
  const { startsAt = '2026-12-24T09:00:00.000Z', headers: _, signature: __, ...dialled } = settings
  const target = await page.settled()
  const run: CallRun = new CallRun({
    answerUrl: target.answerUrl,
    fetch: fetchThrough(page, settings, () => run.time),
    settings: dialled,
    startsAt,
  })
  const acts = parseScript(script)
  const begins = acts.findIndex(({ kind }) => kind === 'dial')
  for (const act of acts.slice(0, Math.max(begins, 0))) await run.perform(act)
  await run.dial()
  const { misfit } = await replay(run, acts.slice(begins + 1), { isWaiting: true, after: 0 })
  expect(misfit).toBeUndefined()
  const hasVariables = page.hello.variables.length > 0
  return testOf(run, target, settings, { startsAt, hasVariables })
}

/** Does a script in a call through a studio, which saves it as a test. Returns the file. */
async function save(page: TestPage, script: string, settings?: CallSettings): Promise<string> {
  const { file, text } = await toTest(page, script, settings)
  const saved = await page.ask({ type: 'save', file, text })
  return saved.type === 'saved' ? saved.file : expect.unreachable(JSON.stringify(saved))
}

async function runVitest({ folder }: Project): Promise<Record<string, string>> {
  const vitest = join(root, 'node_modules/vitest/vitest.mjs')
  const args = [vitest, 'run', '--reporter=json']
  const env = { ...process.env, SIGNATURE_SECRET: undefined, VITEST: undefined }
  const { stdout } = await promisify(execFile)(process.execPath, args, { cwd: folder, env }).catch(
    (failed) => failed,
  )
  const { testResults } = JSON.parse(stdout.slice(stdout.indexOf('{')))
  return Object.fromEntries(
    testResults.flatMap(
      ({ assertionResults, name, message }: VitestFile) =>
        assertionResults.map(({ status, failureMessages }) => [
          name.slice(folder.length + 1),
          [status, ...failureMessages, message].join('\n').trim(),
        ]) ?? [name, message],
    ),
  )
}

interface VitestFile {
  readonly name: string
  readonly message: string
  readonly assertionResults: readonly {
    readonly status: string
    readonly failureMessages: readonly string[]
  }[]
}

it('a call is saved as a test that passes, whatever its target and its acts', async () => {
  const project = makeProject(files)
  project.install('vitest')
  const origin = await listen((_, response) => {
    response.setHeader('content-type', 'application/json')
    response.end(JSON.stringify([{ action: 'talk', text: 'From another process.' }]))
  })
  const open = async (named: string) =>
    (await openStudio(named.startsWith('http') ? named : join(project.folder, named))).page
  const surgery = await open('surgery.tsx')
  const sales = await open('voice/sales.tsx')
  const tenants = await open('tenants.mjs')
  const note = await open('note.json.mjs')
  const signature = 'SIGNATURE_SECRET'
  const saved = [
    await save(surgery, 'press 1'),
    await save(surgery, 'after 0.5 hang up', { startsAt: '2026-12-24T18:30:00.000Z' }),
    await save(sales, 'leg 1 answer; leg 1 say Sales; wait 2; leg 1 hang up', { signature }),
    await save(sales, 'leg 1 machine 3; hang up', { signature, from: '447700900009' }),
    await save(sales, 'fault status 503; dial; leg 1 busy', {
      signature,
      fallbackUrl: '/fallback',
    }),
    await save(tenants, '', { headers: { 'X-Tenant': '7' } }),
    await save(note, 'after 0.3 say "Ada; it\'s \\"me\\""; silence'),
  ]
  const remote = await openStudio(`${origin}/answer`)
  const { file, text } = await toTest(remote.page, '')
  project.write(file, text)
  const results = await runVitest(project)
  expect(results).toStrictEqual(
    Object.fromEntries([...saved, file].map((name) => [name, 'passed'])),
  )
  expect(saved).toStrictEqual([
    'surgery.call.test.ts',
    'surgery-2.call.test.ts',
    'voice/sales.call.test.ts',
    'voice/sales-2.call.test.ts',
    'voice/sales-3.call.test.ts',
    'tenants.call.test.ts',
    'note.json.call.test.ts',
  ])
}, 120_000)
