import type { Issue } from 'ncco-jsx'
import { jsonWords } from '../issues/json-words'
import { explain } from '../issues/message'
import { effectOf } from '../issues/ncco-message'
import { type CommandCode, type CommandDetail, commandMessages } from './messages'

/** A finding about a file: what `check` finds in it, or what is wrong with its text. */
export interface FileIssue extends Omit<Issue, 'code'> {
  readonly code: Issue['code'] | CommandCode
  /** Its range in the file; absent if the file has no text. */
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

/** Puts a finding of the command into words. */
export function fileIssue<C extends CommandCode>(
  code: C,
  detail: CommandDetail<C>,
  { path = '', range }: { path?: string; range?: Range | undefined } = {},
): FileIssue {
  const platform = effectOf(commandMessages[code], detail)
  const words = explain(commandMessages, code, detail, jsonWords())
  return { ...words, ...(platform && { platform }), path, ...(range && { range }) }
}
