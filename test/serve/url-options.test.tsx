import {
  Connect,
  Conversation,
  Dtmf,
  Input,
  type Link,
  type NccoElement,
  Notify,
  OnAnswer,
  Phone,
  Record,
  Stream,
  Transcription,
} from 'ncco-jsx'
import {
  type AnyHook,
  onAnswer,
  onCallEvent,
  onInput,
  onNotify,
  onRecording,
  onTranscription,
} from 'ncco-jsx/serve'
import { afterEach, describe, expect, it, vi } from 'vitest'
import type { Definition, Rule } from '../../src/options/table'
import { actions } from '../../src/vocabulary'
import { got, origin, posted, quietApp, read, secret } from '../support/requests'
import { codeOf } from '../support/serve-errors'
import {
  answerWebhook,
  events,
  inputWebhook,
  notifyWebhook,
  recordWebhook,
} from '../support/webhooks'

/** The webhook that arrives at the URL of an option, if there is one, and a flow with the option. */
interface Case {
  readonly webhook?: keyof typeof hooks
  /** The compiler would refuse half of the URLs in it. */
  readonly flow: (url: never) => NccoElement
}

const cases: Readonly<globalThis.Record<string, Case>> = {
  'Record.eventUrl': { webhook: 'record', flow: (url) => <Record eventUrl={url} endOnKey="#" /> },
  'Transcription.eventUrl': {
    webhook: 'transcribed',
    flow: (url) => (
      <Record endOnKey="#">
        <Transcription eventUrl={url} />
      </Record>
    ),
  },
  'Conversation.musicOnHoldUrl': {
    flow: (url) => <Conversation name="standup" startOnEnter={false} musicOnHoldUrl={url} />,
  },
  'Conversation.eventUrl': {
    webhook: 'record',
    flow: (url) => <Conversation name="standup" record eventUrl={url} />,
  },
  'Connect.eventUrl': { webhook: 'event', flow: (url) => connect({ eventUrl: url }) },
  'Connect.ringbackTone': { flow: (url) => connect({ ringbackTone: url }) },
  'OnAnswer.url': { webhook: 'answer', flow: (url) => connect({}, <OnAnswer url={url} />) },
  'OnAnswer.ringbackTone': {
    flow: (url) => connect({}, <OnAnswer url="https://a.example/ncco" ringbackTone={url} />),
  },
  'Stream.streamUrl': { flow: (url) => <Stream streamUrl={url} /> },
  'Input.eventUrl': {
    webhook: 'input',
    flow: (url) => (
      <Input eventUrl={url}>
        <Dtmf />
      </Input>
    ),
  },
  'Notify.eventUrl': { webhook: 'notify', flow: (url) => <Notify payload={{}} eventUrl={url} /> },
}

function connect(options: object, onAnswer?: NccoElement): NccoElement {
  return (
    <Connect from="447700900000" {...options}>
      <Phone number="447700900001">{onAnswer}</Phone>
    </Connect>
  )
}

type Params = { attempt: number }

const received = vi.fn()
const take = ({ kind, params }: { kind: string; params: Params }) => void received(kind, params)
const takeAnswer = (props: { kind: string; params: Params }) => {
  take(props)
  return <Stream streamUrl="/hello.mp3" />
}

const hooks = {
  answer: onAnswer<Params>('/answered', takeAnswer),
  event: onCallEvent<Params>('/rang', take),
  input: onInput<Params>('/chosen', take),
  notify: onNotify<Params>('/told', take),
  record: onRecording<Params>('/recorded', take),
  transcribed: onTranscription<Params>('/transcribed', take),
}

const webhooks: { [K in keyof typeof hooks]: object } = {
  answer: answerWebhook,
  event: events.busy,
  input: inputWebhook,
  notify: notifyWebhook,
  record: recordWebhook,
  transcribed: events.transcribed,
}

const options = { hooks: Object.values<AnyHook>(hooks), secret }

const answerTo = (flow: NccoElement, onError = vi.fn()) =>
  read(quietApp({ ...options, answer: () => flow, onError }).fetch(got('/answer', answerWebhook)))

/** Every option of the tables that takes the URL of a file or of a webhook. */
function urlOptions(definitions: readonly Definition[]): string[] {
  return definitions.flatMap(({ component, table }) =>
    table.rows.flatMap(({ prop, rule }) => {
      if (rule.kind === 'child') return urlOptions(rule.definitions)
      return takesUrl(rule) ? [`${component}.${prop}`] : []
    }),
  )
}

function takesUrl(rule: Rule): boolean {
  return rule.kind === 'one' ? takesUrl(rule.of) : rule.kind === 'url' && rule.scheme === 'http'
}

const linkTo = (kind: keyof typeof hooks): Link => hooks[kind]({ attempt: 2 })

const entries = Object.entries(cases)
const kinds = Object.keys(hooks) as (keyof typeof hooks)[]

afterEach(() => {
  received.mockClear()
})

describe('an option that takes a URL', () => {
  it('has a case here, whichever it is', () => {
    expect([...new Set(urlOptions(actions))].sort()).toStrictEqual(Object.keys(cases).sort())
  })

  it.each(entries)('%s takes a path', async (_, { flow }) => {
    const [status, ncco] = await answerTo(flow('/file' as never))
    expect(status).toBe(200)
    expect(JSON.stringify(ncco)).toContain(`"${origin}/file"`)
  })

  it.each(
    entries.flatMap(([name, { webhook, flow }]) =>
      webhook ? [[name, webhook, flow] as const] : [],
    ),
  )('%s takes the link to a hook for the %s webhook', async (_, webhook, flow) => {
    const [status, ncco] = await answerTo(flow(linkTo(webhook) as never))
    expect(status).toBe(200)
    const [link = ''] = /https:[^"]+\?sealed=[^"]+/.exec(JSON.stringify(ncco)) ?? []
    const { status: taken } = await quietApp(options).fetch(posted(link, webhooks[webhook]))
    expect([taken, received.mock.calls]).toStrictEqual([
      webhook === 'answer' ? 200 : 204,
      [[webhook, { attempt: 2 }]],
    ])
  })

  it.each(entries)('%s refuses the link to any other hook', async (name, { webhook, flow }) => {
    for (const kind of kinds.filter((other) => other !== webhook)) {
      const onError = vi.fn()
      expect((await answerTo(flow(linkTo(kind) as never), onError))[0]).toBe(503)
      const [error] = onError.mock.calls[0] ?? []
      expect(codeOf(error)).toBe('wrong-hook')
      expect(error.message).toContain(`the URL in ${name}.`)
    }
  })
})
