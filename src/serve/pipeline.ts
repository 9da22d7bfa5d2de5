import { andThen, attempt, type MaybePromise } from '../element/maybe-promise'
import { type Frame, toPlace } from '../issues/origin'
import { Acceptance } from './acceptance'
import type { Configuration } from './configuration'
import type { AppConsole } from './console'
import { Deadline } from './deadline'
import { type ServeError, serveError } from './errors'
import { FailureAnswers } from './failure'
import type { FlowRunner } from './flow'
import type { Incoming } from './incoming'
import { suggestPaths } from './near-miss'
import { receiveContent } from './receive'
import { empty, type Reply, refuse, toReply } from './reply'
import type { PhasedRequest, ReceivedRequest, RoutedRequest } from './request'
import { readRequestUrl } from './request-url'
import type { Routes } from './routes'
import type { Seal } from './seal'

/** The parts of an app that its pipeline uses. */
interface Parts {
  readonly console: AppConsole
  readonly routes: Routes
  /** Absent in an app without a secret. */
  readonly seal: Seal | undefined
  readonly flows: FlowRunner
}

/** The phase that a request has reached. */
interface Progress {
  request: PhasedRequest
}

/** Leads each request from its route to its reply. */
export class RequestPipeline {
  readonly #configuration: Configuration
  readonly #console: AppConsole
  readonly #routes: Routes
  readonly #acceptance: Acceptance
  readonly #flows: FlowRunner
  readonly #failures: FailureAnswers

  constructor(configuration: Configuration, { console, routes, seal, flows }: Parts) {
    this.#configuration = configuration
    this.#console = console
    this.#routes = routes
    this.#acceptance = new Acceptance(configuration, seal)
    this.#flows = flows
    this.#failures = new FailureAnswers(configuration, flows, console)
  }

  /** Never throws or rejects. */
  respond(incoming: Incoming): MaybePromise<Reply> {
    return attempt(
      () => this.#dispatch(incoming),
      (error) => {
        this.#console.failed(error)
        return refuse(503)
      },
    )
  }

  #dispatch(incoming: Incoming): MaybePromise<Reply> {
    const url = readRequestUrl(incoming.url)
    if (!url) return this.#failures.refuse(serveError('unreadable-url', {}))
    const { methods, isDevelopment } = this.#configuration
    const route = this.#routes.at(url.pathname)
    if (!route) {
      const { paths, basePath } = this.#routes
      const nearMiss = suggestPaths(paths, basePath, url.pathname, isDevelopment)
      return this.#failures.refuse(serveError('unknown-path', nearMiss), url.origin + url.pathname)
    }
    const { method } = incoming
    if (!methods.includes(method)) {
      const allow = [...methods, 'OPTIONS'].join(', ')
      if (method === 'OPTIONS') return { ...empty, headers: { allow } }
      const reply = this.#failures.refuse(methodError(url.pathname, method, methods))
      return { ...reply, headers: { ...reply.headers, allow } }
    }
    const reply = this.#answer({ phase: 'routed', incoming, url, route })
    return method === 'HEAD' ? andThen(reply, (reply) => ({ ...reply, body: null })) : reply
  }

  #answer(routed: RoutedRequest): MaybePromise<Reply> {
    const { deadline: whole, onErrorReserve } = this.#configuration
    const end = performance.now() + whole
    const milliseconds = whole - onErrorReserve
    const progress: Progress = { request: routed }
    const deadline: Deadline = new Deadline(milliseconds, () =>
      this.#late(progress.request, milliseconds, deadline.awaited?.()),
    )
    return attempt(
      () => deadline.race(this.#run(routed, progress, deadline)),
      (error) => {
        const { request } = progress
        if (request.phase !== 'accepted') return this.#failures.refuse(error)
        const left = Math.max(onErrorReserve, end - performance.now())
        return this.#failures.answer(error, request, left)
      },
    )
  }

  /** Leads a request through its phases to its reply. Nobody sees one that comes after the deadline. */
  #run(routed: RoutedRequest, progress: Progress, deadline: Deadline): MaybePromise<Reply> {
    const { incoming, url, route } = routed
    const content = receiveContent(incoming, url, this.#configuration.maxBody)
    return andThen(content, (content) => {
      // A body that was abandoned is not looked at.
      if (deadline.isOver) return empty
      const received: ReceivedRequest = { phase: 'received', incoming, url, route, content }
      progress.request = received
      return andThen(this.#acceptance.accept(received), (accepted) => {
        progress.request = accepted
        return deadline.isOver ? empty : andThen(this.#flows.run(accepted, deadline), toReply)
      })
    })
  }

  /** The error that says which phase took too long. */
  #late(
    { phase, incoming }: PhasedRequest,
    milliseconds: number,
    frame: Frame | undefined,
  ): ServeError {
    switch (phase) {
      case 'routed':
        incoming.abandonBody?.()
        return serveError('body-too-slow', { milliseconds })
      case 'received':
        // Nothing else takes long in this phase.
        if (this.#configuration.signature?.seen)
          return serveError('seen-too-slow', { milliseconds })
        return serveError('deadline-exceeded', { milliseconds })
      case 'accepted':
        return serveError(
          'deadline-exceeded',
          { milliseconds },
          { place: frame && toPlace({ frame }) },
        )
    }
  }
}

function methodError(path: string, refused: string, accepted: readonly string[]): ServeError {
  const isWebhook = refused === 'GET' || refused === 'HEAD' || refused === 'POST'
  if (!isWebhook) return serveError('unknown-method', { path })
  return serveError('refused-method', { path, refused, accepted: accepted[0] ?? '' })
}
