import type { Issue } from 'ncco-jsx'

/** A finding about a file: what `check` finds in it, or what is wrong with its text. */
export interface FileIssue extends Omit<Issue, 'code'> {
  readonly code: Issue['code'] | 'unreadable-file' | 'broken-json' | 'duplicate-key'
  /** Where in the file it is; absent where there is no text. */
  readonly range?: Range | undefined
}

/** A place in a text. */
export interface Range {
  readonly start: Position
  readonly end: Position
}

export interface Position {
  /** From 1. */
  readonly line: number
  /** From 1. */
  readonly column: number
}
