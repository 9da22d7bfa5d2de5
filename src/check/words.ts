import { isJsonObject, type Json } from '../element/json'
import { clipped, type Words } from '../issues/words'

/** The words for the author of NCCO JSON. */
export function jsonWords(ncco: Json | undefined): Words {
  return {
    object: ({ name }) => name,
    option: ({ name }, { key }) => `"${key}" of ${name}`,
    name: ({ key }) => `"${key}"`,
    setting: ({ key }, value) => `"${key}": ${JSON.stringify(value)}`,
    action(index) {
      const entry = Array.isArray(ncco) ? ncco[index] : undefined
      return `${nameOfEntry(entry) ?? 'the entry'} (/${index})`
    },
    either: (_, json) => json,
  }
}

/** What to call an entry of an NCCO, whatever stands there. */
export function nameOfEntry(entry: Json | undefined): string | undefined {
  const action = isJsonObject(entry) ? entry.action : undefined
  return typeof action === 'string' && /^\w+$/.test(action) ? clipped(action) : undefined
}
