import { brandError, isInstance } from '../issues/brand'
import { jsonWords } from '../issues/json-words'
import { explain, formatExplained } from '../issues/message'
import { shortenTranscript } from './call/shorten'
import { type SimulatorCode, type SimulatorDetail, simulatorMessages } from './messages'

// Shared by name, so that an error of one copy of the package is a SimulatorError to another copy.
const brand = Symbol.for('ncco-jsx.simulator-error')

/**
 * Thrown by the simulator when a script asks for something impossible, such as a key press while nothing listens for keys. The
 * message says what the call was doing, and ends with the transcript so far, without the middle of a long one.
 *
 * @example
 * ```ts
 * const call = await dial([{ action: 'talk', text: 'Goodbye.' }])
 * await call.press('1').catch((error) => error.code) // 'call-over'
 * ```
 */
export class SimulatorError extends Error {
  override readonly name = 'SimulatorError'
  /** Permanent name of what is wrong; `docs/errors.md` has a section for each. */
  readonly code: SimulatorCode
  /** The transcript of the call, as it was then. */
  readonly transcript: string

  constructor(code: SimulatorCode, message: string, transcript: string) {
    super(message)
    this.code = code
    this.transcript = transcript
    brandError(this, brand)
  }

  /**
   * An error of another copy of the package is an instance too.
   * @internal
   */
  static override [Symbol.hasInstance](value: unknown): boolean {
    return isInstance(this, value, brand)
  }
}

/** Puts what is wrong into words. */
export function simulatorError<C extends SimulatorCode>(
  code: C,
  detail: SimulatorDetail<C>,
  transcript = '',
): SimulatorError {
  const text = formatExplained(explain(simulatorMessages, code, detail, jsonWords()), undefined)
  const shown = shortenTranscript(transcript, 'error.transcript')
  const message = transcript === '' ? text : `${text}\n\n${shown}`
  return new SimulatorError(code, message, transcript)
}
