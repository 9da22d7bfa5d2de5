/** @jsxRuntime automatic @jsxImportSource ncco-jsx */
import { Session } from 'node:inspector/promises'
import { relative } from 'node:path'
import { fileURLToPath } from 'node:url'
import { Dtmf, Input, render, Talk } from 'ncco-jsx'
import { createVoiceApp, type InputWebhookProps, onInput } from 'ncco-jsx/serve'
import { dial } from 'ncco-jsx/simulate'

// Counts the source files and named functions that one warm call enters; --list names them. To count those of another
// checkout, run it there: tsx --tsconfig tsconfig.json …/bench/entered.tsx (the first line makes its JSX independent of both).

const chosen = onInput('/chosen', ({ params }: InputWebhookProps<{ attempt: number }>) => (
  <Menu attempt={params.attempt + 1} />
))

function Menu({ attempt }: { attempt: number }) {
  return (
    <>
      <Talk bargeIn>For sales, press 1.</Talk>
      <Input eventUrl={chosen({ attempt })}>
        <Dtmf maxDigits={1} />
      </Input>
    </>
  )
}

const app = createVoiceApp({
  answer: () => <Menu attempt={1} />,
  hooks: [chosen],
  baseUrl: 'https://calls.example.com',
  secret: 'only for the count, where it is no secret',
  signature: false,
})

const webhook = new URLSearchParams({
  from: '447700900001',
  to: '447700900000',
  uuid: 'aaaaaaaa-bbbb-4ccc-8ddd-0123456789ab',
  conversation_uuid: 'CON-aaaaaaaa-bbbb-4ccc-8ddd-0123456789ab',
})

const calls: Record<string, () => unknown> = {
  'render(<Talk loop={2}>Hi</Talk>)': () => render(<Talk loop={2}>Hi</Talk>),
  'app.fetch of an answer with one sealed link': () =>
    app.fetch(new Request(`https://calls.example.com/answer?${webhook}`)),
  'dial(app) up to heard': async () => (await dial(app)).heard,
}

const session = new Session()
session.connect()
await session.post('Profiler.enable')
await session.post('Profiler.startPreciseCoverage', { callCount: true, detailed: false })
for (const [name, call] of Object.entries(calls)) {
  await call()
  await takeEntered()
  await call()
  const entered = await takeEntered()
  console.log(`${name}: ${entered.size} files, ${[...entered.values()].flat().length} functions`)
  if (process.argv.includes('--list'))
    for (const [file, names] of entered) console.log(`  ${file}: ${names.join(', ')}`)
}
session.disconnect()

/** The named functions entered since the previous call, by the files they stand in. */
async function takeEntered(): Promise<ReadonlyMap<string, readonly string[]>> {
  const { result } = await session.post('Profiler.takePreciseCoverage')
  return new Map(
    result
      .filter(({ url }) => /^file:.*\/(src|jsx-runtime)\//.test(url))
      .filter(({ url }) => !url.includes('/node_modules/'))
      .map(({ url, functions }): [file: string, names: string[]] => [
        relative(process.cwd(), fileURLToPath(url)),
        functions
          .filter(({ functionName, ranges }) => functionName && ranges[0]?.count)
          .map(({ functionName }) => functionName),
      ])
      .filter(([, names]) => names.length > 0),
  )
}
