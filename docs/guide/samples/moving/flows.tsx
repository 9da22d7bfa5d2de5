import { Connect, Dtmf, Input, Phone, Talk } from 'ncco-jsx'
import { type AnswerProps, createVoiceApp } from 'ncco-jsx/serve'

/** Was sales.json. The number in it is a prop now. */
export const Sales = ({ from }: { from: string }) => (
  <>
    <Talk>I will connect you to sales.</Talk>
    <Connect from={from}>
      <Phone number="447700900002" />
    </Connect>
  </>
)

/** Was support.json. The old server still takes the key. */
export const Support = () => (
  <>
    <Talk bargeIn>For an engineer, press 1.</Talk>
    <Input eventUrl="https://old.example.com/chosen">
      <Dtmf maxDigits={1} />
    </Input>
  </>
)

/** The number that was called decides which flow runs. */
const Answer = ({ to }: AnswerProps) =>
  to === '447700900010' ? <Sales from={to} /> : <Support />

export const app = createVoiceApp({
  answer: Answer,
  signature: { secret: process.env.SIGNATURE_SECRET ?? '' },
})
