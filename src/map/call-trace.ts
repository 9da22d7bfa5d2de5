import type { Call } from '../simulate/call/call'
import { callBehind } from '../simulate/call/view'
import type { TracedState } from './call-map'
import { describeMoment } from './describe-moment'
import { traceOf } from './trace'

/** The course of a call: the first state, then each act with the state that followed. Plain data, which JSON can hold. */
export interface CallTrace {
  readonly steps: readonly { readonly act?: string; readonly state: TracedState }[]
}

/**
 * Reads the course of a call so far, in the words of a map: for {@link coverage} in another process than that of the call.
 *
 * @throws SimulatorError `simulator-option` for what is not a call
 * @example
 * ```ts
 * const call = await dial([{ action: 'talk', text: 'Goodbye.' }])
 * traceCall(call).steps.map(({ state }) => state.heard) // [['Goodbye.']]
 * ```
 */
export function traceCall(call: Call): CallTrace {
  const steps = traceOf(callBehind(call)).map(({ act, moment }) => ({
    ...(act !== undefined && { act }),
    state: describeMoment(moment),
  }))
  return { steps }
}
