import { Talk } from 'ncco-jsx'
import type { AnswerProps, VoiceAppOptions } from 'ncco-jsx/serve'

/** Greets the caller and reads the calling number back. */
function Answer({ from }: AnswerProps) {
  return (
    <Talk language="en-GB">
      Thank you for calling.{' '}
      {from ? (
        <>
          You are calling from <say-as interpret-as="telephone">{from}</say-as>.
        </>
      ) : (
        'Your number is withheld.'
      )}
    </Talk>
  )
}

export const flow: VoiceAppOptions = { answer: Answer }
