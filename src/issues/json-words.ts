import type { Words } from './words'

/** The words for the author of NCCO JSON; `action` names the actions of their NCCO, where a message is about these. */
export function jsonWords(action: Words['action'] = () => 'the action'): Words {
  return { ...words, action }
}

const words: Omit<Words, 'action'> = {
  object: ({ name }) => name,
  option: ({ name }, { key }) => `"${key}" of ${name}`,
  name: ({ key }) => `"${key}"`,
  setting: ({ key }, value) => `"${key}": ${JSON.stringify(value)}`,
  either: (_, json) => json,
}
