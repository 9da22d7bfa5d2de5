import type { CallState } from '../simulate/call/activity'
import type { EndReason } from '../simulate/call/timeline'
import type { FindingCode } from './messages'

/** The keys and phrases that a state waits for. */
export interface MapListening {
  /** The keys that the words offer. */
  readonly keys: readonly string[]
  /** The most digits of one entry; absent where keys are not taken. */
  readonly digits?: number
  /** The phrases that the recogniser is told; absent where speech is not taken. */
  readonly phrases?: readonly string[]
  /** Who is asked: the caller, or the leg that is called, before it is joined. */
  readonly who: 'caller' | 'leg'
}

/** The leg that rings, or that the caller talks to. */
export interface MapLeg {
  /** `phone`, `sip`, `app`, `vbc` or `websocket`. */
  readonly type: string
  /** The number, user, address or extension. */
  readonly to: string
}

/** A point at which a call waits for someone, or its end. */
export interface MapState {
  /** `s1` is where every call begins. */
  readonly id: string
  /** The words that the caller hears there, since the last act. */
  readonly heard: readonly string[]
  /** The words that the called leg hears before it is joined; absent if there are none. */
  readonly legHeard?: readonly string[]
  /** The activity of the call. */
  readonly activity: CallState
  /** Absent where nobody is asked. */
  readonly listens?: MapListening
  readonly leg?: MapLeg
  /** The reason of the end; absent while the call lasts. */
  readonly ended?: EndReason
  /** The NCCO that runs, without sealed params and ids; absent where none has run. */
  readonly ncco?: readonly object[]
  /** The path of the webhook that gave the NCCO; absent for an NCCO that was given by itself. */
  readonly path?: string
}

/** A state, as a call shows it. */
export type TracedState = Omit<MapState, 'id' | 'ncco' | 'path'>

/** An act in one state, and the state that follows. */
export interface MapEdge {
  readonly from: string
  readonly to: string
  /** `press 1`, `say sales`, `silence`; of the leg that was called last `leg answer`, `leg machine`, `leg busy`, `leg unanswered` and so on. */
  readonly act: string
}

/** Something in the app that a caller would not like, with the shortest call that shows it. */
export interface MapFinding {
  /** Permanent name of the finding; `docs/map.md` explains each. */
  readonly code: FindingCode
  /** The state that has it. */
  readonly state: string
  /** The acts that lead there, as a script has them: `parseScript(script.join('; '))`. */
  readonly script: readonly string[]
  readonly message: string
  /** The remedy. */
  readonly remedy: string
}

/** Acts that were not tried. */
export interface MapLeft {
  readonly state: string
  readonly acts: readonly string[]
  /**
   * `calls`, `depth`, `seconds`: the option whose bound was reached. `stopped`: the signal aborted. `changed`: the same acts led elsewhere
   * than before, so the app remembers something between calls.
   */
  readonly why: 'calls' | 'depth' | 'seconds' | 'stopped' | 'changed'
}

/**
 * A whole app as a graph: plain data, which JSON can hold.
 *
 * @example
 * ```ts
 * const { states, findings } = await explore(app)
 * const endings = states.filter(({ ended }) => ended)
 * ```
 */
export interface CallMap {
  readonly states: readonly MapState[]
  readonly edges: readonly MapEdge[]
  readonly findings: readonly MapFinding[]
  /** What was left out; empty if the map is whole. */
  readonly left: readonly MapLeft[]
}
