import { Conversation, Talk } from 'ncco-jsx'
import { useUrl } from '../base-url'
import type { AnswerProps, Webhooks } from '../webhooks'

const room = 'weekly-review'

/** Attendees hear music until the moderator is there. */
export function Attendee(_: AnswerProps) {
  return (
    <>
      <Talk language="en-GB">Welcome. The conference starts when the moderator arrives.</Talk>
      <Conversation
        name={room}
        startOnEnter={false}
        musicOnHoldUrl="https://example.com/hold.mp3"
      />
    </>
  )
}

/** The conference starts and ends with the moderator, and is recorded. */
export function Moderator(_: AnswerProps) {
  return (
    <>
      <Talk language="en-GB">Welcome, moderator.</Talk>
      <Conversation name={room} endOnExit record eventUrl={useUrl('/recorded')} />
    </>
  )
}

export const webhooks: Webhooks = {
  '/answer': Attendee,
  '/moderator': Moderator,
  '/recorded': 'event',
}
