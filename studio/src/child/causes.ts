import { AsyncLocalStorage } from 'node:async_hooks'
import { subscribe } from 'node:diagnostics_channel'
import http, { type ClientRequest } from 'node:http'
import https from 'node:https'
import { syncBuiltinESMExports } from 'node:module'
import { causeHeader, type RequestCause } from '../rest-messages'

const causes = new AsyncLocalStorage<RequestCause>()

/** Runs what this is the cause of. */
export function runFor<T>(cause: RequestCause, work: () => T): T {
  return causes.run(cause, work)
}

/** Lets each request to the REST side of the studio say what made it, whichever client the app has. */
export function tellCauses(restUrl: string): void {
  const { port } = new URL(restUrl)
  const isOfStudio = (host: string) => host.endsWith(`:${port}`)
  const cause = () => causes.getStore() ?? 'itself'
  // The client of `fetch`.
  subscribe('undici:request:create', (message) => {
    const { request } = message as { readonly request: UndiciRequest }
    if (isOfStudio(String(request.origin))) request.addHeader(causeHeader, cause())
  })
  const { request } = http
  http.request = (...args: unknown[]) => {
    const made: ClientRequest = Reflect.apply(request, http, args)
    if (isOfStudio(String(made.getHeader('host'))) && !made.headersSent) {
      made.setHeader(causeHeader, cause())
    }
    return made
  }
  for (const { prototype } of [http.Server, https.Server]) noteRoutes(prototype)
  syncBuiltinESMExports()
}

interface UndiciRequest {
  readonly origin: unknown
  addHeader(name: string, value: string): void
}

/** What a server of the app does for a request has that request as its cause. */
function noteRoutes(server: { emit(event: string, ...args: never[]): boolean }): void {
  const { emit } = server
  server.emit = function (event, ...args) {
    const go = () => Reflect.apply(emit, this, [event, ...args])
    return event === 'request' ? runFor('route', go) : go()
  }
}
