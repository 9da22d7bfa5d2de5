import {
  Connect,
  Conversation,
  Dtmf,
  Input,
  type Link,
  OnAnswer,
  Stream,
  Talk,
  Websocket,
} from 'ncco-jsx'
import {
  createVoiceApp,
  type InputWebhookProps,
  onInput,
  onRecording,
  onTranscription,
} from 'ncco-jsx/serve'

const chosen = onInput('/chosen', ({ params }: InputWebhookProps<{ attempt: number }>) => (
  <Talk>{params.attempt}</Talk>
))

declare function log(text: string): void

const recorded = onRecording('/recorded', () => {})

// fails: Expected 1 arguments, but got 0
export const withoutParams = chosen()

// fails: Type 'string' is not assignable to type 'number'
export const wrongParams = chosen({ attempt: '1' })

const untyped = onInput('/untyped', () => <Talk>Hello</Talk>)

// fails: Write the type of the params: InputWebhookProps<{ … }>
export const untypedParams = untyped({ attempt: 1 })

// fails: Write the type of the params: RecordingWebhookProps<{ … }>
export const untypedParamsOfNews = recorded({ id: 'a' })

const noJson = onInput('/no-json', (_: InputWebhookProps<Partial<NoJson>>) => null)
interface NoJson {
  readonly at: Date
  readonly by: Map<string, number>
  readonly count: bigint
  readonly done: () => void
}

// fails: Type 'Date' is not assignable to type
export const date = noJson({ at: new Date() })

// fails: Type 'Map<string, number>' is not assignable to type
export const map = noJson({ by: new Map<string, number>() })

// fails: Type 'bigint' is not assignable to type 'undefined'
export const bigInteger = noJson({ count: 1n })

// fails: Type '() => void' is not assignable to type 'undefined'
export const callback = noJson({ done: () => {} })

const instance = onInput('/instance', ({ params }: InputWebhookProps<Date>) => (
  <Talk>{params.toISOString()}</Talk>
))

// fails: Argument of type 'Date' is not assignable to parameter of type
export const wholeDate = instance(new Date())

// fails: Type 'true' is not assignable to type 'false'
export const openWithParams = onInput(
  '/open',
  ({ params }: InputWebhookProps<{ id: string }>) => <Talk>{params.id}</Talk>,
  { open: true },
)

// fails: Type 'true' is not assignable to type 'false'
export const openNews = onRecording<{ id: string }>('/news', ({ params }) => log(params.id), {
  open: true,
})

// fails: 'params' is possibly 'undefined'
export const openUnasked = onInput<{ id: string } | undefined>(
  '/unasked',
  ({ params }) => <Talk>{params.id}</Talk>,
  { open: true },
)

// fails: Property '[callTheHook]' is missing in type 'Hook<"input", { attempt: number; }>'
export const notCalled = (
  <Input eventUrl={chosen}>
    <Dtmf />
  </Input>
)

// fails: Property '[callTheHook]' is missing in type 'Hook<"record", undefined>'
export const otherHookNotCalled = (
  <Input eventUrl={recorded}>
    <Dtmf />
  </Input>
)

// fails: Type '"made by onRecording"' is not assignable to type '"made by onInput"'
export const otherWebhook = (
  <Input eventUrl={recorded()}>
    <Dtmf />
  </Input>
)

// fails: Type '"made by onInput"' is not assignable to type '"made by onAnswer"'
export const otherWebhookInside = <OnAnswer url={chosen({ attempt: 1 })} />

// fails: Type '"made by onInput"' is not assignable to type '"made by onCallEvent"'
export const otherWebhookOfLeg = <Connect eventUrl={chosen({ attempt: 1 })}>{null}</Connect>

// fails: Type 'Link<"input">' is not assignable to type 'string'
export const noWebhook = <Stream streamUrl={chosen({ attempt: 1 })} />

// fails: Type 'Link<"record">' is not assignable to type 'string'
export const noWebhookWhileRinging = <Connect ringbackTone={recorded()}>{null}</Connect>

// fails: Type 'Link<"record">' is not assignable to type 'string'
export const noWebhookOnHold = <Conversation name="standup" musicOnHoldUrl={recorded()} />

// fails: Type '"made by onRecording"' is not assignable to type '"made by onTranscription"'
export const transcribedLink: Link<'transcribed'> = recorded()

// fails: is not assignable to type 'string'
export const otherScheme = (
  <Websocket uri={chosen({ attempt: 1 })} contentType="audio/l16;rate=8000" />
)

// fails: is not assignable to
export const lost = onRecording('/recorded', () => <Talk>Nobody hears this</Talk>)

// fails: Property 'recording_url' does not exist
export const otherField = onTranscription('/t', ({ recording_url }) => console.log(recording_url))

// fails: Property 'dtfm' does not exist
export const typo = onInput('/typo', ({ dtfm }) => <Talk>{dtfm}</Talk>)

// fails: Property 'answer' is missing
export const empty = createVoiceApp({})
