import type { Server } from 'node:http'
import { Connection } from './connection'
import {
  type CallSettings,
  type PageMessage,
  protocolVersion,
  type ServerMessage,
} from './protocol'
import { type ServerOptions, serve } from './server'
import type { Target } from './target'

/** What a studio is made of. */
export interface StudioOptions extends ServerOptions {
  readonly target: Target
  readonly settings: CallSettings
  readonly folder: string
}

/** A target, and the pages that call it. */
export class Studio {
  readonly #options: StudioOptions
  readonly #pages = new Set<Connection>()
  #server: Server | undefined

  constructor(options: StudioOptions) {
    this.#options = options
  }

  /** Begins to serve. */
  async listen(): Promise<Server> {
    this.#server = await serve(this.#options, (socket) => {
      const page = new Connection(socket)
      this.#pages.add(page)
      socket.on('close', () => this.#pages.delete(page))
      const { target, settings, folder } = this.#options
      page.say({
        type: 'hello',
        protocol: protocolVersion,
        version: '0.1.0',
        target: target.state,
        settings,
        variables: [],
        folder,
      })
      page.listen((message) => this.#obey(page, message))
    })
    return this.#server
  }

  /** Tells every page. */
  announce(message: ServerMessage): void {
    for (const page of this.#pages) page.say(message)
  }

  #obey(page: Connection, message: PageMessage): void {
    const { target } = this.#options
    switch (message.type) {
      case 'fetch':
        void page.track(message.id, async (signal) => {
          page.say({ ...(await target.fetch(message, signal)), id: message.id })
        })
        break
      case 'abort':
        page.abort(message.id)
        break
      case 'restart':
        target.restart()
        break
    }
  }
}
