import type { Detail, IssueCode } from './messages'

/** A finding before it is put into words. */
export interface Finding<C extends IssueCode = IssueCode> {
  readonly code: C
  /** JSON pointer into the NCCO. */
  readonly path: string
  readonly detail: Detail<C>
}

/**
 * A place in an NCCO: a JSON pointer (RFC 6901), or a key below another place. A place is passed on for every value, but
 * only a finding needs it in writing.
 */
export type Path = string | { readonly outer: Path; readonly key: string | number }

/** Takes a finding. */
export type Report = <C extends IssueCode>(code: C, path: Path, detail: Detail<C>) => void

/** The place of `key` below `path`. */
export function below(path: Path, key: string | number): Path {
  return { outer: path, key }
}

/** The place as a JSON pointer. */
export function pointer(path: Path): string {
  let written = ''
  let rest = path
  for (; typeof rest !== 'string'; rest = rest.outer) {
    written = `/${String(rest.key).replace(/~/g, '~0').replace(/\//g, '~1')}${written}`
  }
  return rest + written
}

/** The keys of a pointer. */
export function segments(path: string): string[] {
  if (path === '') return []
  const keys = path.slice(1).split('/')
  return keys.map((key) => (key.includes('~') ? key.replace(/~1/g, '/').replace(/~0/g, '~') : key))
}
