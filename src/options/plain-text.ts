import { isScalar } from '../element/json'
import { toJsonText } from '../element/json-text'
import { type Budget, fewValues, isBare, isShort } from './plain-value'

/**
 * The JSON text of a small object that is JSON already, with each value read once; `undefined` for any other value. Faster than the text
 * of a copy.
 */
export function toPlainText(value: unknown): string | undefined {
  return isBare(value) ? toObjectText(value, { values: fewValues }) : undefined
}

/** The JSON text of a short array whose entries are all right. */
export function toEntriesText(
  values: unknown,
  accepts: (value: unknown) => boolean,
): string | undefined {
  if (!isShort(values)) return undefined
  let text = ''
  for (let index = 0; index < values.length; index++) {
    const value = values[index]
    if (!accepts(value) || !isScalar(value)) return undefined
    text += (index === 0 ? '[' : ',') + toJsonText(value)
  }
  return text === '' ? '[]' : `${text}]`
}

function toText(value: unknown, budget: Budget): string | undefined {
  if (isScalar(value)) return toJsonText(value)
  if (budget.values-- <= 0) return undefined
  if (Array.isArray(value)) return toArrayText(value, budget)
  return isBare(value) ? toObjectText(value, budget) : undefined
}

// Nothing is inherited: a draft is not begun where every object inherits a key.
function toObjectText(
  object: Readonly<Record<string, unknown>>,
  budget: Budget,
): string | undefined {
  let text = ''
  for (const key in object) {
    const value = object[key]
    // As JSON.stringify does: an undefined property is an absent one.
    if (value === undefined) continue
    const written = toText(value, budget)
    if (written === undefined) return undefined
    text += `${text === '' ? '{' : ','}${toJsonText(key)}:${written}`
  }
  return text === '' ? '{}' : `${text}}`
}

function toArrayText(values: readonly unknown[], budget: Budget): string | undefined {
  let text = ''
  for (let index = 0; index < values.length; index++) {
    const written = toText(values[index], budget)
    if (written === undefined) return undefined
    text += (index === 0 ? '[' : ',') + written
  }
  return text === '' ? '[]' : `${text}]`
}
