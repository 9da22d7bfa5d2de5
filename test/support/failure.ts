import type { SimulatorError } from 'ncco-jsx/simulate'
import { expect } from 'vitest'

/** What a promise rejects with. */
export const failure = (promise: Promise<unknown> | undefined): Promise<SimulatorError> =>
  (promise ?? Promise.resolve()).then(
    () => expect.unreachable('Nothing was thrown.'),
    (error: SimulatorError) => error,
  )
