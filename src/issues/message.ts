import type { Words } from './words'

/** How much an issue weighs: an `error` stops `render`, a `warning` does not. */
export type Severity = 'error' | 'warning'

/** The fault and its reason; then what to write instead. */
type Sentences = readonly [wrong: string, remedy: string]

/** The words of one code. `D` is the detail of the case at hand. */
export interface Message<D> {
  readonly severity: Severity
  readonly says: (detail: D, words: Words) => Sentences
}

/** The words of a code that refuses a request with an HTTP status. */
export interface Refusal<D, Status extends number> extends Message<D> {
  readonly status: Status
}

/** The detail that a message needs. */
export type DetailOf<M> = M extends Message<infer D> ? D : never

/** A code put into words. */
interface Explained<Code extends string> {
  readonly code: Code
  readonly severity: Severity
  readonly message: string
  readonly remedy: string
}

/** A message for a detail of any type: the signature of `explain` holds the detail to the code. */
interface AnyMessage extends Pick<Message<never>, 'severity'> {
  says(detail: unknown, words: Words): Sentences
}

/* @__NO_SIDE_EFFECTS__ */
export function error<D>(says: Message<D>['says']): Message<D> {
  return { severity: 'error', says }
}

/* @__NO_SIDE_EFFECTS__ */
export function warning<D>(says: Message<D>['says']): Message<D> {
  return { severity: 'warning', says }
}

/* @__NO_SIDE_EFFECTS__ */
export function refusal<D, const Status extends number>(
  status: Status,
  says: Message<D>['says'],
): Refusal<D, Status> {
  return { severity: 'error', status, says }
}

/** Puts a code of a table into words. */
export function explain<
  Table extends Readonly<Record<Code, Message<never>>>,
  Code extends string & keyof Table,
>(table: Table, code: Code, detail: DetailOf<Table[Code]>, words: Words): Explained<Code> {
  const { severity, says }: AnyMessage = table[code]
  const [message, remedy] = says(detail, words)
  return { code, severity, message, remedy }
}

/** The text of a code for a terminal or a log: what is wrong, what to write instead, the place, and where `docs/errors.md` says more. */
export function formatExplained(
  { code, message, remedy }: Omit<Explained<string>, 'severity'>,
  place: string | undefined,
): string {
  const lines = [`${code}: ${message}`, `  ${remedy}`]
  if (place !== undefined) lines.push(`  at ${place}`)
  return [...lines, `  docs/errors.md#${code}`].join('\n')
}
