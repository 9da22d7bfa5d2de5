import type { Origin } from './origin'
import { isWrittenInTag } from './tag-in-source'
import type { Words } from './words'

/**
 * The words for the author of elements.
 *
 * @param action names the actions of their NCCO, where a message is about these
 * @param origin the element that the message is about
 */
export function elementWords(action: Words['action'] = () => 'the action', origin?: Origin): Words {
  const shown = (prop: string, value: number | undefined) =>
    origin && value !== undefined && isWrittenInTag(origin, prop, value) ? `={${value}}` : ''
  return {
    object: ({ component }) => `<${component}>`,
    option: ({ component }, { prop, from }, value) =>
      from === 'text'
        ? `The ${prop} of <${component}>`
        : `<${component} ${prop}${shown(prop, value)}>`,
    name: ({ prop }) => prop,
    setting: ({ prop }, value) =>
      typeof value === 'string' ? `${prop}="${value}"` : `${prop}={${value}}`,
    action,
    either: (tsx) => tsx,
  }
}
