import type { Detail, NccoCode } from './messages'
import type { Origin } from './origin'

/** A finding before it is put into words. */
export interface Finding<C extends NccoCode = NccoCode> {
  readonly code: C
  readonly path: Path
  readonly detail: Detail<C>
}

/**
 * A place in an NCCO: a key below another place, with the origin that is nearest to it. A linked list, because one is made for
 * every value but only findings are serialised.
 */
export interface Path {
  readonly outer: Path | undefined
  /** Absent for the whole NCCO, and for a part of a value that has no key of its own. */
  readonly key: string | number | undefined
  readonly origin: Origin | undefined
  /** The same origin, if it is that of the very value at this place: its parts are then right below. */
  readonly part: Origin | undefined
}

/** Takes a finding. */
export type Report = <C extends NccoCode>(code: C, path: Path, detail: Detail<C>) => void

/** The place of an NCCO that was written as JSON. */
export const root: Path = {
  outer: undefined,
  key: undefined,
  origin: undefined,
  part: undefined,
}

/** The place of `key` below `path`. */
export function below(path: Path, key: string | number): Path {
  const part = path.part?.parts?.get(key)
  return { outer: path, key, origin: part ?? path.origin, part }
}

/** The same place, with another origin. */
export function located(path: Path, origin: Origin | undefined): Path {
  return { outer: path, key: undefined, origin, part: origin }
}

/** The place of an SSML tag in the text at `path`. */
export function tagOf(path: Path, index: number): Path {
  return located(path, path.part?.parts?.get(index) ?? path.origin)
}

/** The links that have a key, outermost first. */
export function linksOf(path: Path): Path[] {
  const links: Path[] = []
  for (let rest: Path | undefined = path; rest; rest = rest.outer) {
    if (rest.key !== undefined) links.push(rest)
  }
  return links.reverse()
}

/** The place as a JSON pointer (RFC 6901). */
export function pointer(path: Path): string {
  let text = ''
  for (let rest: Path | undefined = path; rest; rest = rest.outer) {
    const { key } = rest
    if (key !== undefined) text = `/${typeof key === 'string' ? escapeKey(key) : key}${text}`
  }
  return text
}

function escapeKey(key: string): string {
  return /[~/]/.test(key) ? key.replace(/~/g, '~0').replace(/\//g, '~1') : key
}

/** The keys of a JSON pointer. */
export function segments(pointer: string): string[] {
  if (pointer === '') return []
  const keys = pointer.slice(1).split('/')
  return keys.map((key) => (key.includes('~') ? key.replace(/~1/g, '/').replace(/~0/g, '~') : key))
}
