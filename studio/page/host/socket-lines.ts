import { parseAudioMessage, toAudioMessage } from '../../src/audio-message'
import type { PageMessage } from '../../src/protocol'
import type { SocketEvent } from '../../src/socket-messages'
import type { SocketHost, SocketLine, SocketListener } from './socket-host'

/** The connections of websocket legs, which the server of the studio makes. */
export class SocketLines implements SocketHost {
  readonly #say: (message: PageMessage) => boolean
  readonly #send: (bytes: Uint8Array<ArrayBuffer>) => void
  readonly #listeners = new Map<number, SocketListener>()
  #ids = 0

  constructor(
    say: (message: PageMessage) => boolean,
    send: (bytes: Uint8Array<ArrayBuffer>) => void,
  ) {
    this.#say = say
    this.#send = send
  }

  connect(
    endpoint: Readonly<Record<string, unknown>>,
    signature: string | undefined,
    listener: SocketListener,
  ): SocketLine {
    const id = ++this.#ids
    this.#listeners.set(id, listener)
    const isSent = this.#say({ type: 'connect-socket', id, endpoint, signature })
    if (!isSent) this.#end(id, 'the studio does not run')
    return {
      speak: (samples, rate) => this.#send(toAudioMessage({ id, rate, samples })),
      press: (keys) => void this.#say({ type: 'socket-keys', id, keys }),
      end: () => {
        if (this.#listeners.delete(id)) this.#say({ type: 'end-socket', id })
      },
    }
  }

  hear({ id, happening }: SocketEvent): void {
    const listener = this.#listeners.get(id)
    if (happening.kind === 'refused' || happening.kind === 'closed') this.#listeners.delete(id)
    listener?.onHappening(happening)
  }

  hearAudio(bytes: Uint8Array): void {
    const audio = parseAudioMessage(bytes)
    if (audio) this.#listeners.get(audio.id)?.onAudio(audio.samples, audio.rate)
  }

  /** The studio is gone, and the connections with it. */
  drop(): void {
    for (const id of [...this.#listeners.keys()]) this.#end(id, 'the studio has ended')
  }

  #end(id: number, why: string): void {
    this.hear({ type: 'socket-event', id, happening: { kind: 'closed', why } })
  }
}
