import type { WebSocket } from 'ws'
import type { PageMessage, ServerMessage } from './protocol'

/** The websocket of one page. */
export class Connection {
  readonly #socket: WebSocket
  /** The requests under way, by the number that the page gave them. */
  readonly #underWay = new Map<number, AbortController>()

  constructor(socket: WebSocket) {
    this.#socket = socket
    socket.on('close', () => {
      for (const controller of this.#underWay.values()) controller.abort()
    })
  }

  say(message: ServerMessage): void {
    if (this.#socket.readyState === this.#socket.OPEN) this.#socket.send(JSON.stringify(message))
  }

  /** Calls back with each message of the page. */
  listen(onMessage: (message: PageMessage) => void): void {
    this.#socket.on('message', (data) => onMessage(JSON.parse(String(data))))
  }

  /** Does something that the page can abort by its number. */
  async track(id: number, work: (signal: AbortSignal) => Promise<void>): Promise<void> {
    const controller = new AbortController()
    this.#underWay.set(id, controller)
    await work(controller.signal)
    this.#underWay.delete(id)
  }

  abort(id: number): void {
    this.#underWay.get(id)?.abort()
  }
}
