import { isJsonObject } from '../../element/json'
import type { CallHost } from '../call/call-host'
import type { SimulatedLeg } from '../leg/simulated-leg'
import type { SampleRate } from './frame'
import type { Line } from './port'
import { openSocket, type Socket } from './socket'
import { WebsocketAudio } from './websocket-audio'

/** What happens to the connection. */
interface LineEvents {
  onOpen(): void
  /** @param why a clause */
  onRefused(why: string): void
  /** The server dropped it. */
  onClosed(why: string): void
}

/** The most audio that waits for the network, in seconds. A server that does not read would let the memory fill up. */
const mostUnsent = 10

/** The connection of a leg to the server of its websocket. */
export class WebsocketLine implements Line {
  readonly port: WebsocketAudio
  readonly #call: CallHost
  readonly #leg: SimulatedLeg
  readonly #events: LineEvents
  readonly #mostWaiting: number
  #socket: Socket | undefined
  #isOver = false
  #isJammed = false
  /** The actions of the server that were told of, because the platform knows none like them. */
  readonly #unknown = new Set<string>()

  constructor(call: CallHost, leg: SimulatedLeg, rate: SampleRate, events: LineEvents) {
    this.#call = call
    this.#leg = leg
    this.#events = events
    this.#mostWaiting = mostUnsent * rate * 2
    this.port = new WebsocketAudio(call, leg, rate, {
      onFrame: (bytes) => this.#sendFrame(bytes),
      onMark: (payload) => leg.receive({ event: 'websocket:notify', payload }),
    })
  }

  /** Connects. */
  async open(uri: string, authorization: string | undefined): Promise<void> {
    const socket = await openSocket(uri, authorization, {
      onOpen: () => this.#events.onOpen(),
      onRefused: (why) => this.#events.onRefused(why),
      onText: (text) => this.#take(text),
      onBytes: (bytes) => this.port.receive(bytes),
      onClosed: (why) => this.#events.onClosed(why),
    })
    if (this.#isOver) socket.close()
    else this.#socket = socket
  }

  begin(message: object): void {
    if (this.#isOver) return
    this.send(message)
    this.#call.platform.mixer.add(this.#leg)
  }

  send(message: object): void {
    this.#socket?.send(JSON.stringify(message))
  }

  /** The platform ends it. */
  close(): void {
    if (this.#isOver) return
    this.#isOver = true
    this.port.end()
    this.#socket?.close()
  }

  #sendFrame(bytes: Uint8Array<ArrayBuffer>): void {
    if (!this.#socket) return
    if (this.#socket.waiting < this.#mostWaiting) return this.#socket.send(bytes)
    if (this.#isJammed) return
    this.#isJammed = true
    this.#note(`${this.#leg.name} does not read: it misses what is said until it does.`)
  }

  /** A text of the server. */
  #take(text: string): void {
    const message = parse(text)
    if (message === undefined)
      return this.#tellOnce('text', 'sends a text that is not a JSON object')
    const { action, payload } = message
    if (action === 'clear') {
      this.port.clear()
      this.#leg.receive({ event: 'websocket:cleared' })
    } else if (action === 'notify') this.port.mark(payload)
    else this.#tellOnce(`action ${action}`, describeUnknown(message))
  }

  #tellOnce(what: string, does: string): void {
    if (this.#unknown.has(what) || this.#unknown.size >= mostTold) return
    this.#unknown.add(what)
    this.#note(`${this.#leg.name} ${does}. It is ignored.`)
  }

  #note(text: string): void {
    this.#call.platform.happen(() => this.#leg.log({ type: 'note', text }))
  }
}

const mostTold = 10

function parse(text: string): Record<string, unknown> | undefined {
  try {
    const value: unknown = JSON.parse(text)
    return isJsonObject(value) ? value : undefined
  } catch {
    return undefined
  }
}

function describeUnknown({ action, ...others }: Record<string, unknown>): string {
  if (typeof action === 'string') {
    return `sends the action ${JSON.stringify(action.slice(0, 40))}, which is neither clear nor notify`
  }
  const keys = Object.keys(others).slice(0, 5)
  const has = keys.length > 0 ? `: its keys are ${keys.join(', ').slice(0, 80)}` : ''
  return `sends a message without an action${has}`
}
