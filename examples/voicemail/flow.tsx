import { Record, Talk, Transcription } from 'ncco-jsx'
import { useUrl } from '../base-url'
import type { AnswerProps, Webhooks } from '../webhooks'

/** Takes a message of two minutes at most; the record webhook then says where it can be fetched. */
export function Answer(_: AnswerProps) {
  return (
    <>
      <Talk language="en-GB">
        Nobody can take your call right now. Please leave a message after the tone, and press hash
        when you have finished.
      </Talk>
      <Record beepStart endOnSilence={5} endOnKey="#" timeOut={120} eventUrl={useUrl('/recorded')}>
        <Transcription language="en-GB" eventUrl={useUrl('/transcribed')} />
      </Record>
      <Talk language="en-GB">Thank you. We will call you back.</Talk>
    </>
  )
}

export const webhooks: Webhooks = {
  '/answer': Answer,
  '/recorded': 'event',
  '/transcribed': 'event',
}
