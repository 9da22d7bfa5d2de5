import { onInput, type VoiceAppOptions } from 'ncco-jsx/serve'
import { AskForKey, RingInTurn, Say, Voice } from './fragments'

const pharmacists = ['447700900020', '447700900021']

/** A pharmacy's line, written in the fragments of `fragments.tsx` alone. */
function Answer() {
  return (
    <Voice.Provider value={{ language: 'en-GB', style: 2 }}>
      <Say>Example Pharmacy.</Say>
      <AskForKey answerTo={chosen()}>
        For our opening hours, press 1. To talk to a pharmacist, press 2.
      </AskForKey>
    </Voice.Provider>
  )
}

const chosen = onInput('/chosen', ({ dtmf, to }) => (
  <Voice.Provider value={{ language: 'en-GB', style: 2 }}>
    {dtmf?.digits === '1' ? (
      <Say>We are open from nine to six, Monday to Saturday.</Say>
    ) : (
      <RingInTurn numbers={pharmacists} from={to}>
        <Say>All pharmacists are busy. Please call again.</Say>
      </RingInTurn>
    )}
  </Voice.Provider>
))

export const flow: VoiceAppOptions = { answer: Answer, hooks: [chosen] }
