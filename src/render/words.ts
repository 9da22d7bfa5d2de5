import { nameOfEntry } from '../check/words'
import type { Json } from '../element/json'
import { formatSource } from '../issues/issue'
import type { Words } from '../issues/words'
import type { ObjectNode } from './node'

/** How to send SSML that has no element. */
export const wholeAsMarkup = 'write the whole text as <Talk ssml={…}>'

/** The words for the author of elements. */
export function elementWords(
  entries: readonly { readonly entry: Json; readonly node: ObjectNode }[],
): Words {
  return {
    object: ({ component }) => `<${component}>`,
    option: ({ component }, { prop, from }) =>
      from === 'text' ? `The ${prop} of <${component}>` : `<${component} ${prop}>`,
    name: ({ prop }) => prop,
    setting: ({ prop }, value) =>
      typeof value === 'string' ? `${prop}="${value}"` : `${prop}={${value}}`,
    action(index) {
      const written = entries[index]
      if (!written) return `the action at /${index}`
      const { source, definition } = written.node
      const name = `<${definition.component}>${source ? ` (${formatSource(source)})` : ''}`
      if (definition.kind !== 'raw') return name
      return `the ${nameOfEntry(written.entry) ?? 'entry'} of ${name}`
    },
    either: (tsx) => tsx,
  }
}
