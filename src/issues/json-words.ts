import type { Words } from './words'

/** The words for the author of NCCO JSON; `action` names the actions of their NCCO, where a message is about these. */
export function jsonWords(action: Words['action'] = () => 'the action'): Words {
  // Named one by one: a spread takes longer than the words of a finding.
  const { object, option, name, setting, either } = words
  return { object, option, name, setting, action, either }
}

const words: Omit<Words, 'action'> = {
  object: ({ name }) => name,
  option: ({ name }, { key }) => `"${key}" of ${name}`,
  name: ({ key }) => `"${key}"`,
  setting: ({ key }, value) => `"${key}": ${JSON.stringify(value)}`,
  either: (_, json) => json,
}
