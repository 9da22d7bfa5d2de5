/** One thing that someone on the phone does: plain data, so that a call can be played again, shared and saved. */
export type Act = DialAct | CallerAct | LegAct | FaultAct

/** The call begins here. Acts without it begin after the call. */
export interface DialAct {
  readonly kind: 'dial'
}

/** What the person who called does. */
type CallerAct =
  | ({ readonly kind: 'press'; readonly keys: string } & Timed)
  | ({ readonly kind: 'say'; readonly text: string } & Timed)
  | SilentAct
  | ({ readonly kind: 'hang-up' } & Timed)

type SilentAct =
  /** Waits until the call no longer waits: a timeout has ended. It took this many seconds. */
  | { readonly kind: 'silence'; readonly seconds?: number }
  /** Waits this many seconds. */
  | { readonly kind: 'wait'; readonly seconds: number }

/** What another party does. */
type LegAct = { readonly kind: 'leg'; readonly leg: number; readonly does: LegDoes } & Timed

export type LegDoes =
  | { readonly kind: 'answer' }
  | { readonly kind: 'machine'; readonly beep: number | false }
  | { readonly kind: 'busy' }
  | { readonly kind: 'reject' }
  | { readonly kind: 'unavailable' }
  | { readonly kind: 'fail' }
  | { readonly kind: 'hang-up' }
  | { readonly kind: 'disconnect' }
  | { readonly kind: 'press'; readonly keys: string }
  | { readonly kind: 'say'; readonly text: string }

/** The next webhook fails. */
export interface FaultAct {
  readonly kind: 'fault'
  readonly fault: ActFault
}

export type ActFault =
  | 'closed'
  | 'duplicate'
  | 'late'
  | { readonly slow: number }
  | { readonly status: number }

interface Timed {
  /** Seconds after the act before; absent: when the call waits for someone. */
  readonly after?: number
}

/** Whether the moment of an act matters: it can interrupt. */
export function isTimed(act: Act): act is Exclude<Act, DialAct | FaultAct | SilentAct> {
  return ['press', 'say', 'hang-up', 'leg'].includes(act.kind)
}

/** Acts before the call, and those in it. */
export function splitAtDial(acts: readonly Act[]): readonly [before: Act[], after: Act[]] {
  const place = acts.findIndex(({ kind }) => kind === 'dial')
  return [acts.slice(0, Math.max(place, 0)), acts.slice(place + 1)]
}

/** Acts with keys that follow each other as one: `press 1`, `press 2` is `press 12`. */
export function joinKeys(acts: readonly Act[]): Act[] {
  const joined: Act[] = []
  for (const act of acts) {
    const last = joined.at(-1)
    const isMore = act.kind === 'press' && act.after === undefined && last?.kind === 'press'
    if (isMore) joined[joined.length - 1] = { ...last, keys: last.keys + act.keys }
    else joined.push(act)
  }
  return joined
}
