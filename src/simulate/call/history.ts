import type { SimulatedLeg } from '../leg/simulated-leg'
import type { RunningNcco } from './running-ncco'

/** A step of a call that its timeline does not tell: who acted, and which action the flow of a leg has reached. */
export type HistoryEntry = NewHistoryEntry & {
  /** The number of entries that the timeline had. */
  readonly at: number
}

/** A step before it has its place in the timeline. */
export type NewHistoryEntry = { readonly leg: SimulatedLeg } & (
  | ({ readonly type: 'begun' } & RunningNcco)
  /** An action that held the flow of the leg has ended, and the flow goes on. */
  | { readonly type: 'left' }
  /** Someone did something on the leg. */
  | { readonly type: 'act'; readonly act: string }
  /** The leg and the caller can talk. */
  | { readonly type: 'joined' }
)
