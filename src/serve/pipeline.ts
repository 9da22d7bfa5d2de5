import { Acceptance } from './acceptance'
import { parseUrl } from './base-url'
import type { Configuration } from './configuration'
import { AppConsole } from './console'
import { Deadline } from './deadline'
import { type ServeError, serveError } from './errors'
import { FailureAnswers } from './failure'
import { FlowRunner } from './flow'
import type { Incoming } from './incoming'
import { LinkWriter } from './links'
import { suggestPaths } from './near-miss'
import { receiveContent } from './receive'
import { empty, methods, type Reply, refuse, toReply } from './reply'
import type { PhasedRequest, ReceivedRequest, RoutedRequest } from './request'
import { Routes } from './routes'
import { Seal } from './seal'

/** Leads each request from its route to its reply. */
export class RequestPipeline {
  readonly #configuration: Configuration
  readonly #console: AppConsole
  readonly #routes: Routes
  readonly #acceptance: Acceptance
  readonly #flows: FlowRunner
  readonly #failures: FailureAnswers

  /** @throws ServeError `path-taken` */
  constructor(configuration: Configuration) {
    const { secrets, linkLifetime } = configuration
    const seal = secrets && new Seal(secrets, linkLifetime)
    this.#configuration = configuration
    this.#console = new AppConsole(configuration)
    this.#routes = new Routes(configuration)
    this.#acceptance = new Acceptance(configuration, seal)
    const links = new LinkWriter(this.#routes, seal)
    this.#flows = new FlowRunner(configuration, links, this.#console)
    this.#failures = new FailureAnswers(configuration, this.#flows, this.#console)
    if (!configuration.signature && !configuration.isUnsignedOnPurpose) this.#console.unsigned()
  }

  /** Never rejects. */
  async respond(incoming: Incoming): Promise<Reply> {
    try {
      return await this.#dispatch(incoming)
    } catch (error) {
      this.#console.failed(error)
      return refuse(503)
    }
  }

  async #dispatch(incoming: Incoming): Promise<Reply> {
    const url = parseUrl(incoming.url)
    if (!url) return this.#failures.refuse(serveError('unreadable-url', {}))
    const { paths, basePath } = this.#routes
    const route = this.#routes.at(url.pathname)
    if (!route) {
      const nearMiss = suggestPaths(paths, basePath, url.pathname)
      return this.#failures.refuse(serveError('unknown-path', nearMiss))
    }
    const request: RoutedRequest = { phase: 'routed', incoming, url, route }
    switch (incoming.method) {
      case 'GET':
      case 'POST':
        return this.#answer(request)
      case 'HEAD':
        return { ...(await this.#answer(request)), body: null }
      case 'OPTIONS':
        return { ...empty, headers: { allow: methods } }
      default:
        return this.#failures.refuse(serveError('unknown-method', { path: url.pathname }))
    }
  }

  async #answer(routed: RoutedRequest): Promise<Reply> {
    const { deadline: whole, onErrorReserve, maxBody } = this.#configuration
    const end = performance.now() + whole
    const milliseconds = whole - onErrorReserve
    const progress: { request: PhasedRequest } = { request: routed }
    const deadline = new Deadline(milliseconds, () => this.#late(progress.request, milliseconds))
    const work = async () => {
      const content = await receiveContent(routed.incoming, routed.url, maxBody)
      const received: ReceivedRequest = { ...routed, phase: 'received', content }
      progress.request = received
      const accepted = await this.#acceptance.accept(received)
      progress.request = accepted
      return deadline.isOver ? undefined : this.#flows.run(accepted)
    }
    try {
      return toReply(await deadline.race(work()))
    } catch (error) {
      const { request } = progress
      if (request.phase !== 'accepted') return this.#failures.refuse(error)
      const left = Math.max(onErrorReserve, end - performance.now())
      return this.#failures.answer(error, request, left)
    }
  }

  /** The error that says which phase took too long. */
  #late({ phase, incoming }: PhasedRequest, milliseconds: number): ServeError {
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
        return serveError('deadline-exceeded', { milliseconds })
    }
  }
}
