import assert from 'node:assert/strict'
import { Dtmf, Input, type NccoNode, Talk } from 'ncco-jsx'
import { Ask } from 'ncco-jsx/dialog'
import {
  createVoiceApp,
  type Hook,
  type InputWebhookProps,
  onInput,
  type VoiceApp,
} from 'ncco-jsx/serve'
import { table } from '../scripts/markdown'
import { microseconds, times, verdict, writeSection } from './page'
import { type Candidate, timeInRounds } from './rounds'
import { ratio, spread } from './spread'

// One turn of a call that answers question after question: as dialogs, against the same turn written with a hook.

const rounds = 200
const aim = 1.3
const secret = 'only for the benchmark, where it is no secret'
const settings = { secret, signature: false as const, development: false }

const names = [
  ...['birthday', 'postcode', 'member', 'amount', 'pin', 'guests'],
  ...['day', 'hour', 'table', 'deposit', 'menu'],
] as const
const prompt = (name: string) => `Please key in your ${name}.`

interface Progress {
  readonly at: number
  readonly answers: Readonly<Record<string, string>>
}

const Question = ({ at, answers }: Progress) => (
  <>
    <Talk bargeIn>{prompt(names[at] ?? '')}</Talk>
    <Input eventUrl={answered({ at, answers })}>
      <Dtmf maxDigits={4} />
    </Input>
  </>
)

const answered: Hook<'input', Progress> = onInput(
  '/answered',
  ({ dtmf, params }: InputWebhookProps<Progress>) => {
    const digits = dtmf?.digits ?? ''
    const at = params.at + 1
    const answers = { ...params.answers, [names[params.at] ?? '']: digits }
    return (
      <>
        <Talk>You said {digits}.</Talk>
        {at < names.length ? <Question at={at} answers={answers} /> : <Talk>Thank you.</Talk>}
      </>
    )
  },
)

const Said = ({ digits }: { digits: string }) => <Talk>You said {digits}.</Talk>

/** Each question after the other. */
const Flat = () => (
  <>
    <Talk>Welcome.</Talk>
    {names.map((name) => (
      <Ask key={name} name={name} digits={4} prompt={prompt(name)}>
        {(digits) => <Said digits={digits} />}
      </Ask>
    ))}
    <Talk>Thank you.</Talk>
  </>
)

/** Each question in the answer to the one before. */
function Nested({ at = 0 }: { at?: number }): NccoNode {
  const name = names[at]
  if (name === undefined) return <Talk>Thank you.</Talk>
  return (
    <Ask name={name} digits={4} prompt={prompt(name)}>
      {(digits) => (
        <>
          <Said digits={digits} />
          <Nested at={at + 1} />
        </>
      )}
    </Ask>
  )
}

const Hooked = () => (
  <>
    <Talk>Welcome.</Talk>
    <Question at={0} answers={{}} />
  </>
)

const apps = {
  hook: createVoiceApp({ answer: Hooked, hooks: [answered], ...settings }),
  flat: createVoiceApp({ answer: Flat, ...settings }),
  nested: createVoiceApp({
    answer: () => (
      <>
        <Talk>Welcome.</Talk>
        <Nested />
      </>
    ),
    ...settings,
  }),
}

const call = {
  to: '447700900000',
  from: '447700900001',
  uuid: 'aaaaaaaabbbbccccdddd0123456789ab',
  conversation_uuid: 'CON-aaaaaaaa-bbbb-4ccc-8ddd-0123456789ab',
  endpoint_type: 'phone',
  region_url: 'https://api-eu-1.nexmo.com',
}
const start = `https://app.example.com/answer?${new URLSearchParams(call)}`
const body = JSON.stringify({ ...call, dtmf: { digits: '1234', timed_out: false } })
const post = (url: string) =>
  new Request(url, { method: 'POST', headers: { 'content-type': 'application/json' }, body })

/** The link of each question of a call, and what is said in answer to each. */
async function runCall(app: VoiceApp): Promise<{ links: string[]; said: string[] }> {
  const links: string[] = []
  const said: string[] = []
  let response = await app.fetch(new Request(start))
  for (const _ of names) {
    const ncco: { text?: string; eventUrl?: [string] }[] = await response.json()
    said.push(JSON.stringify(ncco.map(({ text }) => text)))
    const link = ncco.at(-1)?.eventUrl?.[0] ?? ''
    links.push(link)
    response = await app.fetch(post(link))
  }
  said.push(JSON.stringify(await response.json()))
  return { links, said }
}

const calls = {
  hook: await runCall(apps.hook),
  flat: await runCall(apps.flat),
  nested: await runCall(apps.nested),
}
assert.deepEqual(calls.flat.said, calls.hook.said)
assert.deepEqual(calls.nested.said, calls.hook.said)

const turn =
  (app: VoiceApp, link: string): Candidate =>
  async () =>
    (await app.fetch(post(link))).text()

const rows: string[][] = []
for (const answers of [1, 5, 10]) {
  const link = (kind: keyof typeof calls) => calls[kind].links[answers - 1] ?? ''
  const taken = await timeInRounds(
    {
      hook: turn(apps.hook, link('hook')),
      flat: turn(apps.flat, link('flat')),
      nested: turn(apps.nested, link('nested')),
    },
    rounds,
  )
  rows.push([
    `${answers}`,
    'a hook',
    microseconds(spread(taken.hook)),
    '',
    `${link('hook').length}`,
    '',
  ])
  for (const kind of ['flat', 'nested'] as const) {
    const against = ratio(taken[kind], taken.hook)
    const isMet = against.median <= aim
    const name = kind === 'flat' ? 'dialogs after each other' : 'dialogs inside each other'
    rows.push([
      `${answers}`,
      name,
      microseconds(spread(taken[kind])),
      times(against),
      `${link(kind).length}`,
      verdict(isMet, `at most ${aim} times`),
    ])
  }
}

// The package walks in document order only in a process that has loaded a dialog, and remembers that here.
const loaded = Symbol.for('ncco-jsx.directives-loaded')
const shared = globalThis as { [loaded]?: boolean }
const Later = async ({ at }: { at: number }) => <Talk>{at}</Talk>
const tenTalks = Array.from({ length: 10 }, (_, at) => at)
const withoutDialogs = {
  sync: createVoiceApp({
    answer: () => tenTalks.map((at) => <Talk key={at}>{at}</Talk>),
    ...settings,
  }),
  async: createVoiceApp({
    answer: () => tenTalks.map((at) => <Later key={at} at={at} />),
    ...settings,
  }),
}
const inOrder =
  (app: VoiceApp, isLoaded: boolean): Candidate =>
  async () => {
    shared[loaded] = isLoaded
    return (await app.fetch(new Request(start))).text()
  }
const walks: string[][] = []
for (const kind of ['sync', 'async'] as const) {
  const taken = await timeInRounds(
    {
      sideBySide: inOrder(withoutDialogs[kind], false),
      inOrder: inOrder(withoutDialogs[kind], true),
    },
    rounds,
  )
  walks.push([
    `ten ${kind === 'sync' ? 'talks' : 'async components'}`,
    microseconds(spread(taken.sideBySide)),
    microseconds(spread(taken.inOrder)),
    times(ratio(taken.inOrder, taken.sideBySide)),
  ])
}
shared[loaded] = true

writeSection({
  title: 'Dialogs',
  command: 'npm run bench:dialogs',
  paragraphs: [
    `The turn that gives answer 1, 5 and 10 of a call with ${names.length} questions: the webhook of a question comes in by its sealed link, and the NCCO with the next one goes out. ${rounds} rounds, all in turn; it is asserted that all three say the same. A dialog renders from its root and passes over what was answered; the hook gets all answers as params.`,
    table(['answers', 'as', 'a turn', 'against the hook', 'characters of the link', 'aim'], rows),
    'A flow without dialogs, in a process that has not loaded any, and in one that has, where components run one after another:',
    table(['a flow of', 'side by side', 'in document order', 'ratio'], walks),
  ],
})
