import { ServeError } from 'ncco-jsx/serve'

/** The ServeError that a call throws; anything else it does fails the test. */
export function refused(call: () => unknown): ServeError {
  try {
    call()
  } catch (error) {
    if (error instanceof ServeError) return error
    throw error
  }
  throw new Error('Nothing was thrown.')
}

/** The ServeError that a promise rejects with; any other outcome fails the test. */
export async function refusal(promise: Promise<unknown>): Promise<ServeError> {
  const outcome = await promise.then(
    () => undefined,
    (error: unknown) => error,
  )
  if (outcome instanceof ServeError) return outcome
  throw outcome ?? new Error('Nothing was thrown.')
}

/** Code of an error of this package, for whole comparisons. */
export function codeOf(error: unknown): unknown {
  return (error as { code?: unknown }).code
}
