import { Talk } from 'ncco-jsx'
import { Voice } from 'ncco-jsx/dialog'
import type { VoiceAppOptions } from 'ncco-jsx/serve'
import { Desk, Information, People, RingInTurn } from './fragments'

const pharmacists = ['447700900020', '447700900021']
const busy = 'All pharmacists are busy. Please call again.'

/** A pharmacy's line, written in the fragments of `fragments.tsx`. They ask, and need no hook here. */
function Answer() {
  return (
    <Voice language="en-GB" style={2}>
      <Talk>Example Pharmacy.</Talk>
      <Desk
        prompt="For our opening hours, press 1. To talk to a pharmacist, press 2."
        otherwise={<RingInTurn numbers={pharmacists}>{busy}</RingInTurn>}
      >
        <Information digit="1">We are open from nine to six, Monday to Saturday.</Information>
        <People digit="2" numbers={pharmacists}>
          {busy}
        </People>
      </Desk>
    </Voice>
  )
}

export const flow: VoiceAppOptions = { answer: Answer }
