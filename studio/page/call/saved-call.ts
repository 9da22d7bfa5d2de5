import type { DoneAct } from './done-act'

/** A call that is to be a test. */
export interface SavedCall {
  /** What is dialled: the answer URL of a server, or a module, as the test imports it. */
  readonly target:
    | { readonly url: string }
    | { readonly module: string; readonly exports: 'app' | 'component' | 'ncco' }
  /** The options of `dial`. */
  readonly options: Readonly<Record<string, unknown>>
  /** More headers of every webhook. */
  readonly headers?: Readonly<Record<string, string>> | undefined
  /** The name of the variable with the secret that signs. */
  readonly signature?: string | undefined
  /** Whether the project has a `.env`. */
  readonly hasVariables: boolean
  readonly startsAt: string
  /** What was done; a fault that was there before the call has begun before second 0. */
  readonly acts: readonly DoneAct[]
  /** The second at which the expectations hold. */
  readonly now: number
  readonly heard: readonly string[]
  readonly ended: string | undefined
  readonly state: string
  /** Whether someone has dialled: otherwise the first call is one that the application made. */
  readonly isDialled: boolean
  /** The other calls of the platform, by their places in it. */
  readonly others: ReadonlyMap<number, SavedOutcome>
  /** Absent where nobody has used the REST side. */
  readonly rest?: SavedRest | undefined
}

/** What came of a call. */
export interface SavedOutcome {
  readonly heard: readonly string[]
  readonly ended: string | undefined
  readonly state: string
  /** Whether the application has made it. */
  readonly isOutbound: boolean
}

/** The REST side of a call that is to be a test. */
export interface SavedRest {
  readonly applicationId: string
  /** The path of the event URL. */
  readonly eventUrl: string
  /** Whether the app asks it by itself, over HTTP. */
  readonly hasServer: boolean
}

/** Whether an act has a moment of its own, so that time must be told to pass. What the app asks for comes at its moment, too. */
export function hasMoments({ acts, rest }: SavedCall): boolean {
  return (
    rest !== undefined ||
    acts.some((done) => isInCall(done) && 'after' in done.act && done.act.after !== undefined)
  )
}

export function hasFaults({ acts }: SavedCall): boolean {
  return acts.some(({ act }) => act.kind === 'fault')
}

export function isInCall({ begunAt }: DoneAct): boolean {
  return begunAt >= 0
}
