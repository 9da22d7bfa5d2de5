/** How long things may take, in seconds. */
export interface Limits {
  /** Until the module is loaded. */
  readonly load: number
  /** For an answer: longer than the platform waits. */
  readonly answer: number
  /** Until a process that does not answer is asked whether it is in an endless loop, and for its reaction. */
  readonly reaction: number
}

export const usualLimits: Limits = { load: 30, answer: 11, reaction: 2 }
