import type { Fetched, FetchMessage, TargetState, Unfetched } from './protocol'

/** An answer or the reason why there is none, without the number of its request. */
export type Outcome = Omit<Fetched, 'id'> | Omit<Unfetched, 'id'>

/** What is called: an app in a process of the studio, or a server elsewhere. */
export interface Target {
  readonly state: TargetState
  /** Sends a request. Never rejects. */
  fetch(message: FetchMessage, signal: AbortSignal): Promise<Outcome>
  /** Loads it anew. */
  restart(): void
  close(): Promise<void>
}
