import { formatPlace, type Issue, NccoError } from 'ncco-jsx'
import type { Problem } from '../../src/protocol'
import type { CompileError } from './compile/compiled'
import { flowFile } from './flow-file'

/** Something about the flow that its reader can mend, as plain data. */
export interface Finding {
  readonly severity: 'error' | 'warning'
  /** A code of `docs/errors.md`; absent for what only JavaScript knows. */
  readonly code?: string | undefined
  readonly message: string
  readonly remedy?: string | undefined
  /** The element with its components, or where in the NCCO it is. */
  readonly place?: string | undefined
  /** From 1. */
  readonly line?: number | undefined
  /** From 1. */
  readonly column?: number | undefined
}

export function ofIssue(issue: Issue): Finding {
  const { severity, code, message, remedy, source } = issue
  const { source: _, ...placed } = issue
  return {
    severity,
    code,
    message,
    remedy,
    place: formatPlace(placed),
    line: source?.line,
    column: source?.column,
  }
}

/** Findings of an error: each issue of an NCCO that cannot be written, or else the error itself. */
export function ofError(error: unknown): Finding[] {
  if (error instanceof NccoError) return error.issues.map(ofIssue)
  const { name = 'Error', message = String(error), code, stack = '' } = readError(error)
  const [first = '', ...more] = message.split('\n')
  const known = typeof code === 'string' && first.startsWith(`${code}: `)
  const line = lineIn(stack)
  if (!known) return [{ severity: 'error', message: `${name}: ${first}`, line }]
  // An error of an app has its remedy in the line below.
  const remedy = more.find((text) => text.trim() !== '')?.trim()
  return [{ severity: 'error', code, message: first.slice(code.length + 2), remedy, line }]
}

interface ErrorFields {
  readonly name?: string
  readonly message?: string
  readonly code?: unknown
  readonly stack?: string
}

function readError(error: unknown): ErrorFields {
  return Object(error) as ErrorFields
}

/** The first line of the flow in a stack. Its columns are those of what was compiled. */
function lineIn(stack: string): number | undefined {
  const [, line] = new RegExp(`\\b${flowFile.replace('.', '\\.')}:(\\d+)`).exec(stack) ?? []
  return line === undefined ? undefined : Number(line)
}

export function ofCompileError({ message, line, column }: CompileError): Finding {
  return { severity: 'error', message, line, column }
}

export function ofProblem({ message, remedy }: Problem): Finding {
  return { severity: 'error', message, remedy }
}

/** How many findings are kept. A map of many calls may find the same in many words. */
const mostFindings = 50

/** Adds what is not known yet: the platform asks again after an error, and each call finds the same. */
export function addFindings(
  known: readonly Finding[],
  found: readonly Finding[],
): readonly Finding[] {
  const texts = new Set(known.map((one) => JSON.stringify(one)))
  const fresh = found.filter((one) => {
    const { size } = texts
    return size !== texts.add(JSON.stringify(one)).size
  })
  return fresh.length > 0 ? [...known, ...fresh].slice(0, mostFindings) : known
}
