import { execFile } from 'node:child_process'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { expect, it } from 'vitest'
import { root } from '../../../scripts/tools'
import { applicationId, privateKey } from '../../../test/support/rest'
import { listen } from '../../../test/support/servers'
import { beginsByRest, splitAtDial } from '../../page/call/act'
import { CallRun } from '../../page/call/call-run'
import { replay } from '../../page/call/replay'
import { parseScript } from '../../page/call/script'
import { testOf } from '../../page/call/test-of-run'
import { makerOf } from '../../page/host/request-maker'
import type { CallSettings } from '../../src/protocol'
import { answerRest } from '../support/answer-rest'
import { fetchThrough } from '../support/call-through'
import type { TestPage } from '../support/page'
import { makeProject, type Project } from '../support/project'
import { openStudio } from '../support/studio'

const files = {
  '.env': `SIGNATURE_SECRET=the signature secret of the dashboard\nKEY=${JSON.stringify(privateKey)}\n`,
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
  'reminder.tsx': `import { Vonage } from '@vonage/server-sdk'
    import { Conversation, Talk } from 'ncco-jsx'
    import { Choice, Menu } from 'ncco-jsx/dialog'
    import { createVoiceApp, onAnswer } from 'ncco-jsx/serve'
    const { voice } = new Vonage(
      { applicationId: '${applicationId}', privateKey: process.env.KEY },
      { apiHost: process.env.VONAGE_API_HOST },
    )
    const reminder = onAnswer('/reminder', () => (
      <Menu prompt="To talk to us, press 1.">
        <Choice digit="1"><CallAda /></Choice>
      </Menu>
    ), { open: true })
    async function CallAda() {
      await voice.createOutboundCall({
        to: [{ type: 'phone', number: '447700900003' }],
        from: { type: 'phone', number: '447700900000' },
        ncco: [{ action: 'talk', text: "Somebody's waiting." }, { action: 'conversation', name: 'room' }],
      })
      return <Conversation name="room" />
    }
    export default createVoiceApp({
      answer: () => <CallAda />,
      hooks: [reminder],
      secret: 'a secret of at least thirty-two characters',
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
  let underWay = 0
  const deliver = fetchThrough(page, settings, () => run.time)
  const run: CallRun = new CallRun({
    answerUrl: target.answerUrl,
    fetch: async (...request) => {
      underWay++
      return deliver(...request).finally(() => underWay--)
    },
    settings: dialled,
    startsAt,
    rest: { url: 'http://localhost:4400', application: page.hello.application },
  })
  const isServer = target.kind === 'server'
  answerRest(page, (request) => run.answer(request, makerOf(request, underWay > 0, isServer)))
  const acts = parseScript(script)
  const [before, after] = splitAtDial(acts)
  for (const act of before) await run.perform(act)
  if (!beginsByRest(acts)) await run.dial()
  const { misfit } = await replay(run, after, { isWaiting: true, after: 0 })
  const transcripts = run.platform.calls.map((call) => call.transcript()).join('\n\n')
  expect(misfit, transcripts).toBeUndefined()
  const hasVariables = page.hello.variables.length > 0
  const { application } = page.hello
  return testOf(run, target, settings, {
    startsAt,
    hasVariables,
    applicationId: application.id,
  })
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
  project.install('@vonage')
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
  const reminder = await open('reminder.tsx')
  const order = (more: object) =>
    `request POST /v1/calls ${JSON.stringify({
      to: [{ type: 'phone', number: '447700900002' }],
      from: { type: 'phone', number: '447700900000' },
      ...more,
    })}`
  const ringsBack = order({ answer_url: ['https://app.example.com/reminder'] })
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
    await save(reminder, 'call 2 answer; wait 4; after 1 call 2 say Hello.; hang up', {
      signature,
    }),
    await save(
      reminder,
      `${ringsBack}; call 1 answer; after 2 call 1 press 1; call 2 answer; after 5 request PUT /v1/calls/{call-1}/talk {"text":"It is \`{call-2}\`."}; after 6 request PUT /v1/calls/{call-1} {"action":"hangup"}`,
      { signature },
    ),
    await save(
      tenants,
      `dial; ${order({ ncco: [{ action: 'talk', text: 'Hello.' }] })}; call 2 busy`,
      {
        headers: { 'X-Tenant': '7' },
      },
    ),
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
    'reminder.call.test.ts',
    'reminder-2.call.test.ts',
    'tenants-2.call.test.ts',
    'note.json.call.test.ts',
  ])
}, 120_000)

it('a call of which nobody can know when the app asks for something says so', async () => {
  const early = `export default {
    async fetch({ url }) {
      if (!url.includes('/answer')) return new Response()
      setTimeout(() => fetch(process.env.VONAGE_API_HOST + '/v1/calls', {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({
          to: [{ type: 'phone', number: '447700900002' }],
          from: { type: 'phone', number: '447700900000' },
          ncco: [],
        }),
      }), 20)
      return Response.json([{ action: 'wait', timeout: 5 }])
    },
  }`
  const project = makeProject({ 'app.mjs': early })
  const { page } = await openStudio(join(project.folder, 'app.mjs'))
  await expect(toTest(page, 'dial; expect POST /v1/calls; call 2 busy')).rejects.toThrow(
    'Await the request before the webhook is answered.',
  )
})

it('a call to a server that asks for something says that no test can answer it', async () => {
  let restUrl = ''
  const origin = await listen(async (_, response) => {
    await fetch(`${restUrl}/v1/calls`)
    response.setHeader('content-type', 'application/json')
    response.end('[]')
  })
  const studio = await openStudio(`${origin}/answer`)
  restUrl = studio.restUrl
  await expect(toTest(studio.page, '')).rejects.toThrow(
    'Run the studio with a module that exports its app.',
  )
})
