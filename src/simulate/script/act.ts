import type { DeliveryFault } from '../delivery/delivery-fault'

/**
 * One thing that someone on the phone does, as plain data: a part of a script.
 *
 * @example
 * ```ts
 * const acts = parseScript('press 1; leg 1 answer')
 * acts // [{ kind: 'press', keys: '1' }, { kind: 'leg', leg: 1, does: { kind: 'answer' } }]
 * ```
 */
export type CallAct =
  /** The call begins here; only faults can stand before. A script without it begins with the call. */
  | { readonly kind: 'dial' }
  | (SpokenAct & Timed)
  | ({ readonly kind: 'hang-up' } & Timed)
  /**
   * Is silent until the call no longer waits for the caller, because a timeout has ended. `seconds`, if it is there, tells how long that took when
   * it was done.
   */
  | { readonly kind: 'silence'; readonly seconds?: number }
  /** Is silent for this many seconds. */
  | { readonly kind: 'wait'; readonly seconds: number }
  /** What another party does: `leg` is its number in `call.legs`, from 1. */
  | ({ readonly kind: 'leg'; readonly leg: number; readonly does: LegAct } & Timed)
  /** Another person calls the app, on the same platform. */
  | ({ readonly kind: 'caller'; readonly from: string } & Timed)
  /** What the person of another call does, or a leg of it: `call` is its number in `platform.calls`, from 1. */
  | ({
      readonly kind: 'call'
      readonly call: number
      readonly leg?: number
      readonly does: LegAct
    } & Timed)
  /** The next webhook fails. */
  | { readonly kind: 'fault'; readonly fault: DeliveryFault }

/** What a leg that the flow or the application has called does. */
export type LegAct =
  | SpokenAct
  | { readonly kind: 'answer' }
  /** A machine answers; its beep comes so many seconds later, or never. */
  | { readonly kind: 'machine'; readonly beep: number | false }
  | { readonly kind: 'busy' }
  | { readonly kind: 'reject' }
  | { readonly kind: 'unavailable' }
  | { readonly kind: 'fail' }
  | { readonly kind: 'hang-up' }
  | { readonly kind: 'disconnect' }

type SpokenAct =
  | { readonly kind: 'press'; readonly keys: string }
  | { readonly kind: 'say'; readonly text: string }

interface Timed {
  /** Seconds after the act before. Absent: when the call waits for someone. */
  readonly after?: number
}
