import type { Call } from './call'

/**
 * Runs an expectation about a call; one that fails says at the end of its message what happened in the call. Works with the
 * assertions of any test runner, and with `node:assert`.
 *
 * @param check the expectation; it may be asynchronous
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
    if (!(result instanceof Promise)) return result
    return result.catch((error) => explain(call, error)) as Result
  } catch (error) {
    return explain(call, error)
  }
}

function explain(call: Call, error: unknown): never {
  const transcript = call.transcript()
  // An error of the simulator has the transcript already.
  if (error instanceof Error && !error.message.includes(transcript)) {
    const { message, stack } = error
    const whole = `${message}\n\n${transcript}`
    error.message = whole
    // Runners that print the stack alone find the message at its head.
    if (stack?.includes(message)) error.stack = stack.replace(message, () => whole)
  }
  throw error
}
