import type { NccoNode } from '../element/element'
import type { Key, QuestionProps } from './question-props'
import type { Heard } from './trail'

/** How a question understands what came in. */
export type Result =
  | { readonly kind: 'match'; readonly value: string; readonly confidence?: string | undefined }
  | { readonly kind: 'no-input' }
  | { readonly kind: 'no-match'; readonly says?: NccoNode }

/** The verdict of a check: the answer fits, it does not, or the words to say instead. */
export type Verdict = boolean | NccoNode

/** A `#` that belongs to the entry before: the terminator that it has, or a key that callers add by habit. */
export type Stray = 'terminator' | 'habit'

/** A menu or an ask. */
export interface Question {
  readonly id: string
  /** The name of the answer in `useAnswers`. */
  readonly name: string | undefined
  readonly props: QuestionProps
  /** Reads what the question listens for. Once it was answered, nobody needs to know. */
  readonly toListener: () => Listener
  /** Which `#` may come after this answer, because its keys were complete without one. */
  readonly strayAfter: (value: string) => Stray | undefined
  /** Gives what puts the nodes that follow an answer; `undefined` if the answer does not exist any more. */
  readonly follow: (value: string, confidence: string | undefined) => (() => void) | undefined
}

/** What a question listens for, and how it understands what comes in. */
export interface Listener {
  /** Changes with what the question listens for. */
  readonly fingerprint: string
  /** Makes `<Dtmf>`, `<Speech>` or both. */
  readonly listensFor: () => NccoNode
  /** Whether this key by itself answers the question. */
  readonly takesKey: (key: Key) => boolean
  readonly understand: (heard: Heard) => Result
  readonly check?: ((value: string) => Verdict | Promise<Verdict>) | undefined
  readonly confirm?: ((value: string) => NccoNode | Promise<NccoNode>) | undefined
}

/** The result where neither keys nor speech gave an answer: silence, or something that does not fit. */
export function resultOfNothing({ dtmf, speech }: Heard): Result {
  const { results = [], error, timeout_reason: reason } = speech ?? {}
  const wasHeard = results.length > 0 || error !== undefined
  // Somebody spoke, and nothing was understood.
  const hasSpoken = reason !== undefined && reason !== 'start_timeout' && dtmf?.timed_out !== true
  const isWrong =
    Boolean(dtmf?.digits) || wasHeard || hasSpoken || isLoneTerminator({ dtmf, speech })
  return { kind: isWrong ? 'no-match' : 'no-input' }
}

/** Whether only `#` came, where it ends an entry. */
export function isLoneTerminator({ dtmf, speech }: Heard): boolean {
  if (!dtmf || dtmf.digits || dtmf.timed_out !== false) return false
  const { results = [], error, timeout_reason: reason } = speech ?? {}
  return results.length === 0 && error === undefined && reason === undefined
}
