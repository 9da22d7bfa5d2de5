import { ignoreRejections } from '../element/promise'
import type { Ncco } from '../render/ncco'
import type { Arrival } from './arrival'
import type { Configuration } from './configuration'
import type { AppConsole } from './console'
import { ServeError, serveError } from './errors'
import type { FlowRunner } from './flow'
import type { Webhook } from './props'
import { empty, type Reply, refuse, toReply } from './reply'
import { Timer } from './timer'

/** A webhook whose flow failed. */
interface Failure {
  readonly error: unknown
  readonly webhook: Webhook
  readonly arrival: Arrival
  /** How many milliseconds are left to answer. */
  readonly left: number
}

/** Answers where there is no NCCO of a flow, and lets `onError` and the console know. */
interface FailureAnswers {
  /** The answer to a request for which no flow was run. */
  refuse(error: unknown): Reply
  /** The answer to a webhook whose flow failed. */
  answer(failure: Failure): Promise<Reply>
}

export function makeFailureAnswers(
  { onError }: Pick<Configuration, 'onError'>,
  { flows, log }: { readonly flows: FlowRunner; readonly log: AppConsole },
): FailureAnswers {
  // In development the console has the error already; else onError alone should have heard of it.
  const failedItself = (error: unknown) => (another: unknown) => {
    ignoreRejections(another)
    log.callbackFailed('onError', another, error)
    return undefined
  }

  /** What `onError` lets the caller hear; it has what is left of the deadline. */
  function fromOnError({ error, webhook, arrival, left }: Failure): Promise<Ncco | undefined> {
    const milliseconds = Math.round(left)
    const timer = new Timer(left, () => serveError('deadline-exceeded', { milliseconds }))
    return timer.race(flows.runOnError(error, webhook, arrival)).catch(failedItself(error))
  }

  return {
    refuse(error) {
      // A promise can be thrown too, and may fail when nobody waits for it.
      ignoreRejections(error)
      const status = error instanceof ServeError ? error.status : undefined
      if (error instanceof ServeError && status !== undefined) log.refused(error)
      else log.failed(error)
      // A refusal is not the caller's to hear, so it does not wait, and nothing that onError returns is rendered.
      const returned = new Promise((resolve) => resolve(onError?.(error, undefined)))
      returned.then(ignoreRejections, failedItself(error))
      return refuse(status ?? 503)
    },
    async answer(failure) {
      const { error, webhook } = failure
      ignoreRejections(error)
      log.failed(error)
      const ncco = onError && (await fromOnError(failure))
      if (ncco) return toReply(ncco)
      return flows.mustAnswer(webhook) ? refuse(503) : empty
    },
  }
}
