import type { WebSocket } from 'ws'
import { type LiveAudioMessage, parseAudioMessage, toAudioMessage } from './audio-message'
import type { PageMessage, ServerMessage } from './protocol'

/** Hears of a page. */
interface PageListener {
  onMessage(message: PageMessage): void
  /** What the microphone of the page hears, for a websocket leg. */
  onAudio(audio: LiveAudioMessage): void
  onClose(): void
}

/** The websocket of one page. */
export class Connection {
  readonly #socket: WebSocket
  /** The requests under way, by the number that the page gave them. */
  readonly #underWay = new Map<number, AbortController>()

  constructor(socket: WebSocket) {
    this.#socket = socket
    // It closes; there is nobody left to tell.
    socket.on('error', () => {})
  }

  say(message: ServerMessage): void {
    if (this.#socket.readyState === this.#socket.OPEN) this.#socket.send(JSON.stringify(message))
  }

  play(audio: LiveAudioMessage): void {
    if (this.#socket.readyState === this.#socket.OPEN) this.#socket.send(toAudioMessage(audio))
  }

  /** Calls back with each message of the page, and when the page is gone. */
  listen({ onMessage, onAudio, onClose }: PageListener): void {
    this.#socket.on('message', (data, isBinary) => {
      const audio = isBinary ? parseAudioMessage(data as Buffer) : undefined
      const message = isBinary ? undefined : parse(String(data))
      if (audio) onAudio(audio)
      else if (message) onMessage(message)
      else this.#socket.close(1007, 'Not a message of the studio.')
    })
    this.#socket.on('close', () => {
      for (const controller of this.#underWay.values()) controller.abort()
      onClose()
    })
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

  close(): void {
    this.#socket.close(1001)
  }
}

/** Only the studio's own page can connect, so the form of its messages is not checked any further. */
function parse(text: string): PageMessage | undefined {
  try {
    const message = JSON.parse(text)
    return typeof message?.type === 'string' ? message : undefined
  } catch {
    return undefined
  }
}
