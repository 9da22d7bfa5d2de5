import type { Fetched, FetchMessage, LogMessage, Problem, TargetState, Unfetched } from './protocol'

/** An answer or the reason why there is none, without the number of its request. */
export type Outcome = Omit<Fetched, 'id'> | Omit<Unfetched, 'id'>

/** What is called: an app in a process of the studio, or a server elsewhere. */
export interface Target {
  readonly state: TargetState
  /**
   * Begins to tell the listener, and to watch files.
   *
   * @param restUrl the base URL of the REST side, for an app in a process of the studio
   */
  start(listener: TargetListener, restUrl: string): Promise<void>
  /** Sends a request. Never rejects. */
  fetch(message: FetchMessage, signal: AbortSignal): Promise<Outcome>
  /** Loads it anew. */
  restart(): void
  close(): Promise<void>
}

/** Hears of a target. */
export interface TargetListener {
  onState(state: TargetState): void
  onLine(stream: LogMessage['stream'], text: string): void
}

/** The outcome of a request to a target that has a problem. */
export function withoutAnswer(
  { code, message }: Pick<Problem, 'message'> & { readonly code: string },
  { headers }: Pick<FetchMessage, 'headers'>,
  generation: number,
  begun: number,
): Outcome {
  const milliseconds = performance.now() - begun
  return { type: 'unfetched', code, message, sent: headers, milliseconds, generation }
}
