import { SimulatorError } from '../errors'
import type { Call } from './call'
import { shortenTranscript } from './shorten'

/**
 * Runs assertions and, if they fail, appends the call's transcript to the error message. Works with the assertions of any test
 * runner, and with `node:assert`.
 *
 * @param check the assertions; it may be asynchronous
 * @returns what `check` returns
 * @throws what `check` throws, with the transcript
 * @example
 * ```ts
 * const call = await dial([{ action: 'talk', text: 'Goodbye.' }])
 * withTranscript(call, () => expect(call.heard).toStrictEqual(['Goodbye.']))
 * ```
 */
export function withTranscript<Result>(call: Call, check: () => Result): Result {
  try {
    const result = check()
    if (!isPromise(result)) return result
    return result.then(undefined, (error) => explain(call, error)) as Result
  } catch (error) {
    return explain(call, error)
  }
}

// Not `instanceof`, because Jest loads tests into a realm of their own, and node:assert throws errors of another.

function isPromise(value: unknown): value is PromiseLike<unknown> {
  return typeof (value as PromiseLike<unknown> | null)?.then === 'function'
}

function isError(value: unknown): value is Error {
  return Object.prototype.toString.call(value) === '[object Error]'
}

function explain(call: Call, error: unknown): never {
  const transcript = call.transcript()
  const shown = shortenTranscript(transcript, 'call.transcript()')
  // An error of the simulator has the transcript already.
  const isExplained = error instanceof SimulatorError && error.transcript === transcript
  if (isError(error) && !isExplained && !error.message.includes(shown)) {
    const { message, stack } = error
    const whole = `${message}\n\n${shown}`
    error.message = whole
    // Jest writes messages of its own for node:assert, unless the message is not generated.
    if ('generatedMessage' in error) error.generatedMessage = false
    // Some runners print only the stack, which begins with the message.
    if (stack?.includes(message)) error.stack = stack.replace(message, () => whole)
  }
  throw error
}
