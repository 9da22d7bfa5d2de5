import type { Pace, TimedCall } from './timed-call'

/** Lets the time of a platform pass: only in acts, or with the wall clock. */
export interface Driver {
  /** How long webhooks count as sent at the same moment, in seconds of the clock. */
  readonly moment: number
  /** Puts a webhook of a call into the queue. */
  post(call: TimedCall, deliver: () => Promise<void>): void
  /** Does at once what comes from outside the calls, such as an answer that arrives, and what follows from it. */
  happen(act: () => void): void
  /** Does something to a call, then lets time pass. */
  perform(call: TimedCall, act: () => void, pace: Pace): Promise<void>
  /** Lets time pass for every call. */
  wait(seconds: number): Promise<void>
  /** Ends every call, and returns when their last webhooks are delivered. */
  close(): Promise<void>
}
