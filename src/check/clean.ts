import type { JsonObject } from '../element/json'
import { isShort } from '../options/plain-value'
import { actionOf } from '../vocabulary/index'
import { acceptsSequence, type CheckOptions } from './sequence'

/**
 * Whether an NCCO is right beyond doubt, as most are. Each value is read once and judged as it was read, so that a value which changes
 * when it is read again does not pass by that.
 */
export function isClean(ncco: unknown, options: CheckOptions | null | undefined): boolean {
  try {
    if (!isShort(ncco) || ncco.length === 0) return false
    const actions: JsonObject[] = []
    for (let index = 0; index < ncco.length; index++) {
      const action = readAction(ncco[index])
      if (action === undefined) return false
      actions.push(action)
    }
    return acceptsSequence(actions, options)
  } catch {
    // Something throws when it is read; judging finds out what.
    return false
  }
}

function readAction(entry: unknown): JsonObject | undefined {
  if (typeof entry !== 'object' || entry === null) return undefined
  return actionOf((entry as { readonly action?: unknown }).action)?.read(entry)
}
