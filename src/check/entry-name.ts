import { isJsonObject, type Json } from '../element/json'
import { clipped } from '../issues/words'

/** The name of an action, if the entry is one that can be named. */
export function nameOfEntry(entry: Json | undefined): string | undefined {
  const action = isJsonObject(entry) ? entry.action : undefined
  return typeof action === 'string' && /^\w+$/.test(action) ? clipped(action) : undefined
}
