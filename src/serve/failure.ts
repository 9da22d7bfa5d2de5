import { abandon } from '../element/promise'
import type { Ncco } from '../render/flow'
import type { Arrival } from './arrival'
import type { AppConsole } from './console'
import { ServeError, serveError } from './errors'
import type { FlowRunner } from './flow'
import type { VoiceAppOptions } from './options'
import type { Call } from './props'
import { empty, type Reply, refuse, toReply } from './reply'
import { Timer } from './timer'

/** A webhook that was refused, or whose flow failed. */
interface Failure {
  readonly error: unknown
  /** Absent if it was refused. */
  readonly call: Call | undefined
  readonly arrival: Arrival
  /** How many milliseconds are left to answer. */
  readonly left: number
}

/** Answers a webhook that was refused, or whose flow failed. */
export type AnswerFailure = (failure: Failure) => Promise<Reply>

export function makeFailureAnswers(
  { onError }: VoiceAppOptions,
  { flows, log }: { readonly flows: FlowRunner; readonly log: AppConsole },
): AnswerFailure {
  /** What `onError` lets the caller hear; it has what is left of the deadline. */
  async function fromOnError({ error, call, arrival, left }: Failure): Promise<Ncco | undefined> {
    const work = flows.runOnError(error, call, arrival)
    const failed = (another: unknown) => {
      abandon(another)
      // In development the console has it already; else onError alone should have heard of it.
      log.callbackFailed('onError', another, error)
      return undefined
    }
    // A refusal is not the caller's to hear, so it does not wait.
    if (call === undefined) {
      work.catch(failed)
      return undefined
    }
    const milliseconds = Math.round(left)
    const timer = new Timer(left, () => serveError('deadline-exceeded', { milliseconds }))
    return timer.race(work).catch(failed)
  }

  return async (failure) => {
    const { error, call } = failure
    // A promise can be thrown too, and may fail when nobody waits for it.
    abandon(error)
    const status = call === undefined && error instanceof ServeError ? error.status : undefined
    // What is answered with 503 is for the operator to mend.
    if (error instanceof ServeError && status !== undefined && status !== 503) log.refused(error)
    else log.failed(error)
    const ncco = onError && (await fromOnError(failure))
    if (ncco) return toReply(ncco)
    if (status !== undefined) return refuse(status)
    return call === undefined || flows.mustAnswer(call) ? refuse(503) : empty
  }
}
