import type { Call, Leg } from 'ncco-jsx/simulate'
import type { Act, LegDoes } from './act'

/** What is done to a call at one moment. Waiting and faults are for whoever lets the time pass. */
type Deed = Extract<Act, { kind: 'press' | 'say' | 'hang-up' | 'leg' }>

/** Does an act now. */
export async function doAct(act: Deed, call: Call): Promise<void> {
  switch (act.kind) {
    case 'press':
      return call.press(act.keys)
    case 'say':
      return call.say(act.text)
    case 'hang-up':
      return call.hangUp()
    case 'leg':
      return doLegAct(act.does, legOf(call, act.leg))
  }
}

/** @param number from 1 */
function legOf({ legs }: Call, number: number): Leg {
  const leg = legs[number - 1]
  if (!leg) throw new Error(`The flow has not called leg ${number}.`)
  return leg
}

async function doLegAct(does: LegDoes, leg: Leg): Promise<void> {
  switch (does.kind) {
    case 'answer':
      return leg.answer()
    case 'machine':
      return leg.answer({ as: 'machine', beep: does.beep })
    case 'busy':
      return leg.busy()
    case 'reject':
      return leg.reject()
    case 'unavailable':
      return leg.unavailable()
    case 'fail':
      return leg.fail()
    case 'hang-up':
      return leg.hangUp()
    case 'disconnect':
      return leg.disconnect()
    case 'press':
      return leg.press(does.keys)
    case 'say':
      return leg.say(does.text)
  }
}
