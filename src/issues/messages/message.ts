import type { Words } from '../words'

/** How much an issue weighs: an `error` stops `render`, a `warning` does not. */
export type Severity = 'error' | 'warning'

/** What is wrong and why; then what to write instead. */
type Sentences = readonly [wrong: string, remedy: string]

/** The words of one code. `D` is what the rule knows about the case at hand. */
export interface Message<D> {
  readonly severity: Severity
  readonly says: (detail: D, words: Words) => Sentences
}

/* @__NO_SIDE_EFFECTS__ */
export function error<D>(says: Message<D>['says']): Message<D> {
  return { severity: 'error', says }
}

/* @__NO_SIDE_EFFECTS__ */
export function warning<D>(says: Message<D>['says']): Message<D> {
  return { severity: 'warning', says }
}
