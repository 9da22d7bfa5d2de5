import { NccoError } from 'ncco-jsx'

/** The NccoError that a call throws; anything else it does fails the test. */
export function caught(call: () => unknown): NccoError {
  try {
    call()
  } catch (error) {
    if (error instanceof NccoError) return error
    throw error
  }
  throw new Error('Nothing was thrown.')
}

/** The NccoError that a promise rejects with. */
export async function rejected(promise: Promise<unknown>): Promise<NccoError> {
  const outcome = await promise.then(
    () => undefined,
    (error: unknown) => error,
  )
  if (outcome instanceof NccoError) return outcome
  throw outcome ?? new Error('Nothing was thrown.')
}

/** Code and pointer of each issue, in order. */
export function places({ issues }: Pick<NccoError, 'issues'>): string[] {
  return issues.map(({ code, path }) => `${code} ${path}`)
}
