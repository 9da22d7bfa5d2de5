import type { Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { Connection } from './connection'
import { openInEditor } from './editor'
import { saveIn } from './files'
import type { Environment } from './module/environment'
import { PageSockets } from './page-sockets'
import { withoutSecret } from './problems'
import {
  type CallSettings,
  type FetchMessage,
  type LogMessage,
  type PageMessage,
  protocolVersion,
  type ServerMessage,
  type TargetState,
} from './protocol'
import type { RestApplication } from './rest-messages'
import { RestRelay } from './rest-relay'
import { type ServerListener, type ServerOptions, serve } from './server'
import { sign } from './sign'
import { type Outcome, type Target, type TargetListener, withoutAnswer } from './target'

/** What a studio is made of. */
export interface StudioOptions extends ServerOptions {
  readonly target: Target
  readonly settings: CallSettings
  readonly environment: Environment
  /** The project, whose files may be opened and saved. */
  readonly folder: string
  readonly version: string
  /** Whose REST requests are answered. */
  readonly application: RestApplication
}

/** A target, and the pages that call it. */
export class Studio {
  readonly #options: StudioOptions
  /** The one that called last, or was opened last, at the end. */
  readonly #pages = new Set<Connection>()
  readonly #rest = new RestRelay(() => [...this.#pages].at(-1))
  readonly #log: TargetListener
  #server: Server | undefined

  /** @param log hears of the target too, for the terminal */
  constructor(options: StudioOptions, log: TargetListener) {
    this.#options = options
    this.#log = log
  }

  /**
   * Begins to serve.
   *
   * @throws FlagError for a port or an address that cannot be had
   */
  async listen(): Promise<AddressInfo> {
    const listener: ServerListener = {
      onPage: (socket) => this.#welcome(new Connection(socket)),
      onRest: (request, response) => void this.#rest.relay(request, response),
    }
    const isChecked = this.#options.application.publicKey !== false
    const server = await serve(this.#options, listener, isChecked)
    this.#server = server
    return server.address() as AddressInfo
  }

  /**
   * Loads the target, and tells the pages of it from now on.
   *
   * @param restUrl the base URL of the REST side
   */
  async start(restUrl: string): Promise<void> {
    const listener = {
      onState: (target: TargetState) => {
        this.#announce({ type: 'target', target })
        this.#log.onState(target)
      },
      onLine: (stream: LogMessage['stream'], text: string) => {
        this.#announce({ type: 'log', stream, text })
        this.#log.onLine(stream, text)
      },
    }
    await this.#options.target.start(listener, restUrl)
  }

  async close(): Promise<void> {
    for (const page of this.#pages) page.close()
    this.#server?.close()
    this.#server?.closeAllConnections()
    await this.#options.target.close()
  }

  #announce(message: ServerMessage): void {
    for (const page of this.#pages) page.say(message)
  }

  #welcome(page: Connection): void {
    const { target, settings, folder, version, environment, application } = this.#options
    const sockets = new PageSockets(page)
    this.#pages.add(page)
    page.listen({
      onMessage: (message) => void this.#obey(page, sockets, message),
      onAudio: (audio) => sockets.speak(audio),
      onClose: () => {
        this.#pages.delete(page)
        this.#rest.drop(page)
        void sockets.endAll()
      },
    })
    page.say({
      type: 'hello',
      protocol: protocolVersion,
      version,
      target: target.state,
      settings,
      variables: environment.names,
      folder,
      application,
    })
  }

  async #obey(page: Connection, sockets: PageSockets, message: PageMessage): Promise<void> {
    const { target, folder, environment } = this.#options
    switch (message.type) {
      case 'fetch':
        this.#pages.delete(page)
        this.#pages.add(page)
        return page.track(message.id, async (signal) => {
          page.say({ ...(await this.#fetch(message, signal)), id: message.id })
        })
      case 'abort':
        return page.abort(message.id)
      case 'restart':
        return target.restart()
      case 'save': {
        const { id } = message
        const saved = await saveIn(folder, message.file, message.text)
        if (typeof saved === 'string') return page.say({ type: 'saved', id, file: saved })
        return page.say({ type: 'refused', id, problem: saved })
      }
      case 'open': {
        const { id } = message
        const problem = await openInEditor(folder, message.source)
        return page.say(problem ? { type: 'refused', id, problem } : { type: 'opened', id })
      }
      case 'connect-socket': {
        const { signature } = message
        const secret = signature === undefined ? undefined : environment.secret(signature)
        return sockets.connect(message, secret)
      }
      case 'rest-answered':
        return this.#rest.settle(message)
      case 'socket-keys':
        return sockets.press(message.id, message.keys)
      case 'end-socket':
        return sockets.end(message.id)
    }
  }

  async #fetch(message: FetchMessage, signal: AbortSignal): Promise<Outcome> {
    const { target, environment } = this.#options
    const { signature, time } = message
    if (signature === undefined) return target.fetch(message, signal)
    const secret = environment.secret(signature)
    if (secret === undefined) {
      const { generation } = target.state
      return withoutAnswer(withoutSecret(signature), message, generation, performance.now())
    }
    // An app in a process of the studio goes by the clock of the call, a server elsewhere by its own.
    const now = target.state.kind === 'module' ? time : Date.now()
    return target.fetch(await sign(message, secret, now), signal)
  }
}
