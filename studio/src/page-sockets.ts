import type { LiveAudioMessage } from './audio-message'
import type { Connection } from './connection'
import { LiveSocket } from './live-socket'
import type { ConnectSocketMessage } from './socket-messages'

/** The connections of the websocket legs of one page. */
export class PageSockets {
  readonly #page: Connection
  readonly #sockets = new Map<number, LiveSocket>()

  constructor(page: Connection) {
    this.#page = page
  }

  /** @param secret signs the handshake */
  connect({ id, endpoint }: ConnectSocketMessage, secret: string | undefined): Promise<void> {
    const socket = new LiveSocket({
      onHappening: (happening) => {
        if (happening.kind === 'refused' || happening.kind === 'closed') this.#sockets.delete(id)
        this.#page.say({ type: 'socket-event', id, happening })
      },
      onAudio: (audio) => this.#page.play({ ...audio, id }),
    })
    this.#sockets.set(id, socket)
    return socket.connect(endpoint, secret)
  }

  speak({ id, ...audio }: LiveAudioMessage): void {
    this.#sockets.get(id)?.speak(audio)
  }

  press(id: number, keys: string): void {
    this.#sockets.get(id)?.press(keys)
  }

  async end(id: number): Promise<void> {
    const socket = this.#sockets.get(id)
    this.#sockets.delete(id)
    await socket?.end()
  }

  /** The page is gone. */
  async endAll(): Promise<void> {
    await Promise.all([...this.#sockets.keys()].map((id) => this.end(id)))
  }
}
