import type { Words } from './words'

/** The words for the author of elements; `action` names the actions of their NCCO, where a message is about these. */
export function elementWords(action: Words['action'] = () => 'the action'): Words {
  return {
    object: ({ component }) => `<${component}>`,
    option: ({ component }, { prop, from }) =>
      from === 'text' ? `The ${prop} of <${component}>` : `<${component} ${prop}>`,
    name: ({ prop }) => prop,
    setting: ({ prop }, value) =>
      typeof value === 'string' ? `${prop}="${value}"` : `${prop}={${value}}`,
    action,
    either: (tsx) => tsx,
  }
}
