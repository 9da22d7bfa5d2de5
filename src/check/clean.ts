import type { JsonObject } from '../element/json'
import { isBare, isShort } from '../options/copy-value'
import { actionOf } from '../vocabulary/index'
import { acceptsSequence, type CheckOptions } from './sequence'

/**
 * Whether an NCCO is right beyond doubt, as most are. Each value is read once and the copy is judged, so that a value which changes when
 * it is read again does not pass by that.
 */
export function isClean(ncco: unknown, options: CheckOptions | null | undefined): boolean {
  try {
    if (!isShort(ncco) || ncco.length === 0) return false
    const copies: JsonObject[] = []
    for (let index = 0; index < ncco.length; index++) {
      const copy = copyAction(ncco[index])
      if (copy === undefined) return false
      copies.push(copy)
    }
    return acceptsSequence(copies, options)
  } catch {
    // Something throws when it is read; judging finds out what.
    return false
  }
}

function copyAction(entry: unknown): JsonObject | undefined {
  return isBare(entry) ? actionOf(entry.action)?.copy(entry) : undefined
}
