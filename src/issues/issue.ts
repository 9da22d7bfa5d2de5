import { formatExplained, type Severity } from './message'
import type { IssueCode } from './messages'
import type { PlatformEffect } from './ncco-message'
import { clipped, shownPointer } from './words'

export type { PlatformEffect, Severity }

/** The position of an element in the source, as the compiler's development build gives it. */
export interface Source {
  /** The file, spelt as the compiler gives it. */
  readonly file: string
  /** Line, from 1. */
  readonly line: number
  /** Column, from 1; absent where the compiler gives none. */
  readonly column?: number
}

/** One finding about an NCCO: what is wrong, where, and what to write instead. */
export interface Issue {
  /** Permanent name of the finding; `docs/errors.md` has a section for each. */
  readonly code: IssueCode
  readonly severity: Severity
  /** What Vonage is known to do with an NCCO that has it. Absent for a finding about elements or dialogs, which never reaches Vonage. */
  readonly platform?: PlatformEffect
  /**
   * The fault and its reason. Names options and keys. May show numbers and short choice values, even ones a caller sent; never URLs,
   * headers or spoken text.
   */
  readonly message: string
  /** The remedy: what to write instead. */
  readonly remedy: string
  /** JSON pointer (RFC 6901) into the NCCO, such as `/1/dtmf/timeOut`; `''` is the whole NCCO. */
  readonly path: string
  /** Name of the element at fault, such as `Talk`. Only from TSX. */
  readonly element?: string
  /** The components around the element, innermost first. Only from TSX. */
  readonly components?: readonly string[]
  /** The position of the element. Only from TSX compiled for development. */
  readonly source?: Source
}

export function formatSource(source: Source): string {
  const column = source.column === undefined ? '' : `:${source.column}`
  return `${source.file}:${source.line}${column}`
}

/**
 * Writes an issue as text for a terminal or a log: the code, what is wrong, what to write instead,
 * the place, and where `docs/errors.md` says more.
 */
export function formatIssue(issue: Issue): string {
  return formatExplained(issue, formatPlace(issue))
}

/**
 * Writes the place of an issue as text for a terminal or a log: the element with its components, or else the pointer, without
 * control characters and of limited length.
 *
 * @param issue an issue, or only its place
 */
export function formatPlace({
  element,
  source,
  components = [],
  path,
}: Pick<Issue, 'element' | 'source' | 'components' | 'path'>): string {
  if (element === undefined && components.length === 0) {
    return path === '' ? 'the NCCO' : shownPointer(path)
  }
  const [innermost, ...around] = element === undefined ? components : [element, ...components]
  const position = source ? ` (${formatSource(source)})` : ''
  const chain = around.slice(0, 10).map((name) => ` in <${clipped(name)}>`)
  const more = around.length > 10 ? ` in ${around.length - 10} more` : ''
  return `<${clipped(innermost ?? '')}>${position}${chain.join('')}${more}`
}
