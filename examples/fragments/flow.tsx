import { useUrl } from '../base-url'
import type { AnswerProps, InputProps, Webhooks } from '../webhooks'
import { AskForKey, RingInTurn, Say, Voice } from './fragments'

const pharmacists = ['447700900020', '447700900021']

/** A pharmacy's line, written in the fragments of `fragments.tsx` alone. */
export function Answer(_: AnswerProps) {
  return (
    <Voice.Provider value={{ language: 'en-GB', style: 2 }}>
      <Say>Example Pharmacy.</Say>
      <AskForKey answerTo={useUrl('/chosen')}>
        For our opening hours, press 1. To talk to a pharmacist, press 2.
      </AskForKey>
    </Voice.Provider>
  )
}

export function Chosen({ dtmf, to }: InputProps) {
  return (
    <Voice.Provider value={{ language: 'en-GB', style: 2 }}>
      {dtmf?.digits === '1' ? (
        <Say>We are open from nine to six, Monday to Saturday.</Say>
      ) : (
        <RingInTurn numbers={pharmacists} from={to}>
          <Say>All pharmacists are busy. Please call again.</Say>
        </RingInTurn>
      )}
    </Voice.Provider>
  )
}

export const webhooks: Webhooks = { '/answer': Answer, '/chosen': Chosen }
