import { Dtmf, Input, Talk, Websocket } from 'ncco-jsx'
import {
  createVoiceApp,
  type InputProps,
  onInput,
  onRecording,
  onTranscription,
} from 'ncco-jsx/serve'

const chosen = onInput('/chosen', ({ params }: InputProps<{ attempt: number }>) => (
  <Talk>{params.attempt}</Talk>
))

// fails: Expected 1 arguments, but got 0
export const withoutParams = chosen()

// fails: Type 'string' is not assignable to type 'number'
export const wrongParams = chosen({ attempt: '1' })

// fails: is not assignable to type 'Url | undefined'
export const notCalled = (
  <Input eventUrl={chosen}>
    <Dtmf />
  </Input>
)

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
