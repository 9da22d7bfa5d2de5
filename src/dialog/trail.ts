/**
 * An answered question, as it travels:
 * - `[id]`: its attempts were used up;
 * - `[id, value]`: it was answered by keys, and with a confidence by speech;
 * - `[id, 0, key]`: the caller left it by a key that holds everywhere.
 */
export type Entry =
  | readonly [id: string]
  | readonly [id: string, value: string, confidence?: string]
  | readonly [id: string, left: 0, key: string]

/** The question that the caller hears, with what has happened in it so far. */
export interface OpenQuestion {
  readonly id: string
  /** Changes with the keys and phrases that it listens for, so that a question that changed meanwhile is noticed. */
  readonly fingerprint: string
  /** How often nothing came; absent for 0, as all counts. */
  readonly noInput?: number
  /** How often something came that did not fit. */
  readonly noMatch?: number
  /** How often a confirmation was refused. */
  readonly refused?: number
  /** Present while the caller is asked to confirm this answer. */
  readonly value?: readonly [value: string, confidence?: string]
  /** Set once a terminator that belongs to the question before was passed over. */
  readonly stray?: 1
}

/** The state of a dialog, which travels sealed in the link of a question. */
export interface Trail {
  /** The answers, in the order of the questions in the document. */
  readonly answers: readonly Entry[]
  /** The results of `once`, by name, and the moments at which opening hours were decided. */
  readonly kept?: Readonly<Record<string, unknown>>
  readonly open: OpenQuestion
  /** In how many turns the flow did not fit the trail. */
  readonly misfits?: number
}

/** The keys and speech that came in at a question, not yet understood. */
export interface Heard {
  readonly dtmf?:
    | {
        readonly digits?: string | null | undefined
        readonly timed_out?: boolean | undefined
      }
    | undefined
  readonly speech?:
    | {
        readonly timeout_reason?: string | undefined
        readonly results?:
          | readonly { readonly text: string; readonly confidence: string }[]
          | undefined
        readonly error?: string | undefined
      }
    | undefined
}
