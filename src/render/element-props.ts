import { ignoreRejections } from '../element/promise'
import { ElementOrigin } from './element-origin'
import type { ObjectNode, TagNode } from './node'
import type { Props } from './read-log'
import { unreadable } from './walk-errors'

/** The props of an element, with defaults for those that it does not set. */
export function withDefaults(given: Props, defaults: Readonly<Record<string, unknown>>): Props {
  const missing = Object.entries(defaults).filter(([name]) => given[name] === undefined)
  return missing.length === 0 ? given : { ...given, ...Object.fromEntries(missing) }
}

/** The children of an element as a list, read once. */
export function listChildren(node: unknown, owner: ObjectNode | TagNode): readonly unknown[] {
  try {
    // A hole in an array becomes the undefined that it reads as.
    return Array.isArray(node) ? [...node] : [node]
  } catch (error) {
    throw unreadable(new ElementOrigin(owner), error)
  }
}

/** Silences the promises in options: no option is waited for, and one may fail while components are. */
export function ignoreOptionRejections({ children: _, ...options }: Props): void {
  for (const value of Object.values(options)) if (typeof value === 'object') ignoreRejections(value)
}
