import { Conversation, Talk } from 'ncco-jsx'
import { type AnswerProps, onRecording, type VoiceAppOptions } from 'ncco-jsx/serve'

const room = 'weekly-review'
const moderator = '447700900030'

const recorded = onRecording('/recorded', ({ recording_uuid }) => {
  console.log(`Recording ${recording_uuid} can be fetched.`)
})

/** Attendees hear music until the moderator is there. */
function Attendee() {
  return (
    <>
      <Talk language="en-GB">Welcome. The conference starts when the moderator arrives.</Talk>
      <Conversation name={room} startOnEnter={false} musicOnHoldUrl="/hold.mp3" />
    </>
  )
}

/** The conference starts and ends with the moderator, and is recorded. */
function Moderator() {
  return (
    <>
      <Talk language="en-GB">Welcome, moderator.</Talk>
      <Conversation name={room} endOnExit record eventUrl={recorded()} />
    </>
  )
}

export const flow: VoiceAppOptions = {
  answer: ({ from }: AnswerProps) => (from === moderator ? <Moderator /> : <Attendee />),
  hooks: [recorded],
}
