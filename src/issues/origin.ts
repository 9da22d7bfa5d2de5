import type { Issue, Source } from './issue'

/** A component that is being rendered, in the chain of those around it. */
export interface Frame {
  readonly name: string
  readonly source: Source | undefined
  readonly outer: Frame | undefined
}

/** The place where an author wrote something: an element, or only the component that has it. */
export interface Origin {
  readonly element?: string | undefined
  readonly source?: Source | undefined
  readonly frame: Frame | undefined
  /** Set for JSON that the author asked not to check: embedded by `<Raw>`, or added by `unchecked`. */
  readonly exempt?: 'embedded' | 'unchecked' | undefined
  /** The origins of the parts, by their key; the SSML tags of a text by their number. */
  readonly parts?: ReadonlyMap<string | number, Origin> | undefined
  /** The keys of the object in the order of its author, with those that were not written. */
  readonly keysInOrder?: ((object: object) => readonly string[]) | undefined
}

/** The place fields of an issue with this origin. */
export function toPlace({
  element,
  source,
  frame,
}: Origin): Pick<Issue, 'element' | 'source' | 'components'> {
  const components: string[] = []
  for (let outer = frame; outer; outer = outer.outer) components.push(outer.name)
  const position = source ?? (element === undefined ? frame?.source : undefined)
  return {
    ...(element === undefined ? {} : { element }),
    ...(position === undefined ? {} : { source: position }),
    components,
  }
}
