import type {
  CallAct as Act,
  DeliveryFault as ActFault,
  LegAct as LegDoes,
} from 'ncco-jsx/simulate'

export type { Act, ActFault, LegDoes }

type DialAct = Extract<Act, { kind: 'dial' }>
type FaultAct = Extract<Act, { kind: 'fault' }>
type SilentAct = Extract<Act, { kind: 'silence' | 'wait' }>

/** Whether the moment of an act matters: it can interrupt. */
export function isTimed(act: Act): act is Exclude<Act, DialAct | FaultAct | SilentAct> {
  return ['press', 'say', 'hang-up', 'leg', 'caller', 'call'].includes(act.kind)
}

/** Acts before the call, and those in it. */
export function splitAtDial(acts: readonly Act[]): readonly [before: Act[], after: Act[]] {
  const place = acts.findIndex(({ kind }) => kind === 'dial')
  return [acts.slice(0, Math.max(place, 0)), acts.slice(place + 1)]
}
