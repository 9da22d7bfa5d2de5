import { Connect, Phone, Talk } from 'ncco-jsx'
import type { AnswerProps, VoiceAppOptions } from 'ncco-jsx/serve'

/** In the order in which they ring. */
const colleagues = ['447700900010', '447700900011']

/** Rings one colleague after another; a caller whom nobody answers hears an apology. */
function Answer({ to }: AnswerProps) {
  return (
    <>
      <Talk language="en-GB">One moment, please.</Talk>
      {colleagues.map((number) => (
        <Connect key={number} from={to} timeout={20} machineDetection="hangup">
          <Phone number={number} />
        </Connect>
      ))}
      <Talk language="en-GB">Sorry, nobody is there. Please call again tomorrow.</Talk>
    </>
  )
}

/** For the fallback URL: what a caller hears while `Answer` cannot be asked. */
function Trouble() {
  return <Talk language="en-GB">We have a problem. Please call again in an hour.</Talk>
}

export const flow: VoiceAppOptions = { answer: Answer, fallback: Trouble }
