import type { DeliveryFault as ActFault, CallAct, LegAct as LegDoes } from 'ncco-jsx/simulate'

export type { ActFault, LegDoes }

/** What someone does in a call of the page. */
export type Act = CallAct | RequestAct

/** A request to the REST side. */
export interface RequestAct {
  readonly kind: 'request'
  /** `app`: the app makes it by itself, also when the call is played again, where it is waited for. */
  readonly by: 'anybody' | 'app'
  readonly method: string
  /** With places instead of the ids of calls, as in the body. */
  readonly path: string
  /** JSON. */
  readonly body?: string
  /** Seconds after the act before. Absent: when the call waits for someone. */
  readonly after?: number
}

type DialAct = Extract<Act, { kind: 'dial' }>
type FaultAct = Extract<Act, { kind: 'fault' }>
type SilentAct = Extract<Act, { kind: 'silence' | 'wait' }>

/** Whether the moment of an act matters: it can interrupt. */
export function isTimed(act: Act): act is Exclude<Act, DialAct | FaultAct | SilentAct> {
  return ['press', 'say', 'hang-up', 'leg', 'caller', 'call', 'request'].includes(act.kind)
}

/** Acts before the call, and those in it. */
export function splitAtDial(acts: readonly Act[]): readonly [before: Act[], after: Act[]] {
  const place = acts.findIndex(({ kind }) => kind === 'dial')
  return [acts.slice(0, Math.max(place, 0)), acts.slice(place + 1)]
}

/** Whether nobody calls the app in these acts: their first call is one that the app makes. */
export function beginsByRest(acts: readonly Act[]): boolean {
  return acts[0]?.kind === 'request'
}
