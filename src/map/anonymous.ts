import type { Json } from '../element/json'

/** A value without what differs from call to call. */
export interface Anonymous<Value> {
  readonly value: Value
  /** Whether something was sealed, so that two values may look alike and differ. */
  readonly isSealed: boolean
}

const ids = /\b[\da-f]{8}-[\da-f]{4}-[\da-f]{4}-[\da-f]{4}-[\da-f]{12}\b|\b[\da-f]{32}\b/gi
const tokens = /\beyJ[\w-]{8,}\.[\w-]*\.[\w-]+(?:\.[\w-]+\.[\w-]+)?/g
/** A value of a query that nobody wrote by hand: long, of letters and digits, without a word that a reader knows. */
const sealedParameter = /([?&][^=&#\s]+=)((?=[^&#\s]*\d)(?=[^&#\s]*[a-z])[\w.~%+/=-]{32,})/gi

/** Takes ids and sealed texts out of JSON, at any depth. */
export function anonymise<Value extends Json>(value: Value): Anonymous<Value> {
  let isSealed = false
  const seal = (before: string) => {
    isSealed = true
    return `${before}…`
  }
  const clean = (text: string) =>
    text
      .replace(ids, '…')
      .replace(tokens, () => seal(''))
      .replace(sealedParameter, (_, before: string) => seal(before))
  const walk = (node: Json): Json => {
    if (typeof node === 'string') return node.length < 32 ? node : clean(node)
    if (Array.isArray(node)) return node.map(walk)
    if (typeof node !== 'object' || node === null) return node
    return Object.fromEntries(
      Object.entries(node).map(([key, entry]) => [key, walk(entry as Json)]),
    )
  }
  return { value: walk(value) as Value, isSealed }
}
