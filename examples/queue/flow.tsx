import { Connect, Notify, Phone, Record, Stream, Talk } from 'ncco-jsx'
import { Choice, Menu, once, Stop, Voice } from 'ncco-jsx/dialog'
import {
  type AnswerProps,
  type AnswerWebhookProps,
  type EventProps,
  type NotifyWebhookProps,
  onAnswer,
  onNotify,
  onRecording,
  type VoiceAppOptions,
} from 'ncco-jsx/serve'
import { type Caller, leave, missTurn, takeTurn } from './line'

/** How often the music plays, or an agent is called, before the caller is asked for a message. */
const mostRounds = 10

interface Waiting extends Caller {
  readonly round: number
  /** The agent who did not answer, if the last turn ended so. */
  readonly missed?: string
}

function Answer({ uuid, to }: AnswerProps) {
  return (
    <Voice language="en-GB">
      <Talk>Welcome to Example Support.</Talk>
      <Line leg={uuid} to={to} round={1} />
    </Voice>
  )
}

/**
 * Connects the caller when it is the turn, or says the place in the line and plays the music, and then looks again. With the REST API
 * nobody waits for the end of the music: `move-line.tsx` moves the line on as soon as an agent is free.
 */
async function Line(waiting: Waiting) {
  const { leg, to, round } = waiting
  if (round > mostRounds) return <Message />
  const turn = await once('turn', () => takeTurn({ leg, to }))
  if ('agent' in turn) return <Agent number={turn.agent} {...waiting} />
  return (
    <>
      <Menu
        attempts={1}
        timeOut={1}
        prompt={
          <>
            <Talk>You are number {turn.place} in the line. To leave a message, press 1.</Talk>
            <Stream streamUrl="/hold.mp3" />
          </>
        }
      >
        <Choice digit="1">
          <Message />
          <Stop />
        </Choice>
      </Menu>
      <Notify eventUrl={again({ leg, to, round: round + 1 })} payload={{}} />
    </>
  )
}

/** A caller whom the agent does not answer is the first in the line again. */
function Agent({ number, leg, to, round }: Waiting & { number: string }) {
  return (
    <>
      <Talk>It is your turn. I will connect you.</Talk>
      <Connect from={to} timeout={20} machineDetection="hangup">
        <Phone number={number} />
      </Connect>
      <Notify eventUrl={again({ leg, to, round: round + 1, missed: number })} payload={{}} />
    </>
  )
}

/** Looks again. As a hook it begins a dialog of its own, so that the wait may be as long as it likes. */
const again = onNotify('/again', async ({ params }: NotifyWebhookProps<Waiting>) => {
  const { missed } = params
  if (missed) await once('missed', () => missTurn(params, missed))
  return (
    <Voice language="en-GB">
      <Line {...params} />
    </Voice>
  )
})

/** What a caller is transferred to whose turn it is. */
export const turn = onAnswer('/turn', ({ params }: AnswerWebhookProps<Caller>) => (
  <Voice language="en-GB">
    <Line {...params} round={1} />
  </Voice>
))

const recorded = onRecording('/recorded', ({ recording_uuid }) => {
  console.log(`Recording ${recording_uuid} can be fetched.`)
})

function Message() {
  return (
    <>
      <Talk>Please leave a message after the tone. We will call you back.</Talk>
      <Record beepStart endOnSilence={5} endOnKey="#" timeOut={120} eventUrl={recorded()} />
      <Talk>Thank you. Goodbye.</Talk>
    </>
  )
}

/** A caller who hangs up leaves the line, and the agent is free again. */
async function Event(event: EventProps) {
  // Of the caller's leg, not of an agent's.
  if (event.status === 'completed' && event.direction === 'inbound') await leave(event.uuid)
  return null
}

export const flow: VoiceAppOptions = {
  answer: Answer,
  event: Event,
  hooks: [again, turn, recorded],
}
