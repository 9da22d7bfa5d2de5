import { andThen, attempt, type MaybePromise } from '../element/maybe-promise'
import { ignoreRejections } from '../element/promise'
import { NccoError } from '../issues/ncco-error'
import { mustAnswer } from './answers'
import type { Configuration } from './configuration'
import type { AppConsole } from './console'
import { Deadline } from './deadline'
import { ServeError, serveError } from './errors'
import type { FlowRunner } from './flow'
import { withoutVonage } from './messages/requests'
import { empty, type Reply, refuse, toReply, withCode } from './reply'
import type { AcceptedRequest } from './request'

/** Answers requests whose flow gives no NCCO, and tells `onError` and the console why. */
export class FailureAnswers {
  readonly #onError: Configuration['onError']
  readonly #isDevelopment: boolean
  readonly #flows: FlowRunner
  readonly #console: AppConsole

  constructor(
    { onError, isDevelopment }: Pick<Configuration, 'onError' | 'isDevelopment'>,
    flows: FlowRunner,
    console: AppConsole,
  ) {
    this.#onError = onError
    this.#isDevelopment = isDevelopment
    this.#flows = flows
    this.#console = console
  }

  /**
   * The answer to a request for which no flow was run.
   *
   * @param unknownUrl the URL of a request to a path that the app does not have
   */
  refuse(error: unknown, unknownUrl?: string): Reply {
    // A promise can be thrown too, and may fail when nobody waits for it.
    ignoreRejections(error)
    const status = error instanceof ServeError ? error.status : undefined
    if (error instanceof ServeError && status !== undefined)
      this.#console.refused(error, unknownUrl)
    else this.#console.failed(error)
    // A caller does not hear of a refusal, so it does not wait for onError, and what onError returns is not rendered.
    const returned = new Promise((resolve) => resolve(this.#onError?.(error, undefined)))
    returned.then(ignoreRejections, (failure) => this.#onErrorFailed(failure, error))
    const isUnsigned = error instanceof ServeError && error.code === 'missing-signature'
    // In development, somebody who tries the app by hand reads it in the answer.
    const hint = isUnsigned && this.#isDevelopment ? withoutVonage : undefined
    return withCode(refuse(status ?? 503, hint), codeOfError(error))
  }

  /**
   * The answer to a webhook whose flow failed.
   *
   * @param milliseconds what is left of the deadline
   */
  answer(error: unknown, request: AcceptedRequest, milliseconds: number): MaybePromise<Reply> {
    ignoreRejections(error)
    this.#console.failed(error)
    const ncco = this.#onError && this.#runOnError(error, request, milliseconds)
    return andThen(ncco, (ncco) => {
      if (ncco) return toReply(ncco)
      return mustAnswer(request.webhook) ? withCode(refuse(503), codeOfError(error)) : empty
    })
  }

  /** The NCCO of the elements that `onError` returns. */
  #runOnError(
    error: unknown,
    request: AcceptedRequest,
    milliseconds: number,
  ): MaybePromise<string | undefined> {
    const deadline = new Deadline(milliseconds, () =>
      serveError('deadline-exceeded', { milliseconds: Math.round(milliseconds) }),
    )
    return attempt(
      () => deadline.race(this.#flows.runOnError(error, request, deadline)),
      (failure) => this.#onErrorFailed(failure, error),
    )
  }

  // In development the console has the error already; otherwise only onError was to learn of it.
  #onErrorFailed(failure: unknown, error: unknown): undefined {
    ignoreRejections(failure)
    this.#console.callbackFailed('onError', failure, error)
  }
}

function codeOfError(error: unknown): string | undefined {
  return error instanceof ServeError || error instanceof NccoError ? error.code : undefined
}
