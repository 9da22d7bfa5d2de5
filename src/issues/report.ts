import type { Detail, IssueCode } from './messages'

/** A finding before it is put into words. */
export interface Finding<C extends IssueCode = IssueCode> {
  readonly code: C
  /** JSON pointer into the NCCO. */
  readonly path: string
  readonly detail: Detail<C>
}

/** Takes a finding. */
export type Report = <C extends IssueCode>(code: C, path: string, detail: Detail<C>) => void

/** The pointer to `key` below `path` (RFC 6901). */
export function below(path: string, key: string | number): string {
  if (typeof key === 'number' || !/[~/]/.test(key)) return `${path}/${key}`
  return `${path}/${key.replace(/~/g, '~0').replace(/\//g, '~1')}`
}

/** The keys of a pointer. */
export function segments(path: string): string[] {
  if (path === '') return []
  const keys = path.slice(1).split('/')
  return keys.map((key) => (key.includes('~') ? key.replace(/~1/g, '/').replace(/~0/g, '~') : key))
}
