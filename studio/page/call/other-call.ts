import type { Call } from 'ncco-jsx/simulate'
import { describeLeg, describeLegs, type LegState } from './leg-state'

/** Another call of the platform: of another caller, or one that the application has made. */
export interface OtherCall {
  /** Its number in the platform, from 1, as acts name it. */
  readonly number: number
  readonly person: LegState
  readonly legs: readonly LegState[]
  readonly isEnded: boolean
}

export function describeOther(call: Call, number: number): OtherCall {
  return {
    number,
    person: describeLeg(call.leg, number),
    legs: describeLegs(call.legs),
    isEnded: call.ended !== undefined,
  }
}
