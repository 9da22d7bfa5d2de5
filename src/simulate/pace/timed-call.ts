import type { SimulatorError } from '../errors'

/** The time that passes after an act. */
export interface Pace {
  /** At least. */
  readonly seconds: number
  /** Whether it passes until the call waits for someone. */
  readonly isPatient: boolean
}

/** A call, as the clock of its platform sees it. */
export interface TimedCall {
  /** Whether nothing happens until someone acts, or a timeout ends. */
  readonly isWaiting: boolean
  /** Whether it has ended and its last webhooks are delivered. */
  readonly isOver: boolean
  /** The time at which it exceeds its limit, in seconds of the clock. */
  readonly deadline: number
  /** Ends it because it exceeds its limit. Returns the error to throw. */
  outlast(): SimulatorError
  /** Ends it because its platform is closed. */
  close(): void
}
