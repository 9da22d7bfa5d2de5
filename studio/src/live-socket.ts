import {
  type Call,
  createPlatform,
  dial,
  type LiveAudio,
  type Platform,
  SimulatorError,
  type TimelineEntry,
} from 'ncco-jsx/simulate'
import type { LiveAudioMessage } from './audio-message'
import type { SocketHappening } from './socket-messages'

/** Milliseconds between two looks at what has happened. */
const interval = 40

/** What the page is told of a connection. */
interface SocketListener {
  onHappening(happening: SocketHappening): void
  /** 20 ms of what the server says. */
  onAudio(audio: Omit<LiveAudioMessage, 'id'>): void
}

/**
 * The connection of a websocket leg of the page to its server. A call in the page has a clock that can be halted, and audio has none that can:
 * so a call of two, on a platform with the wall clock, stands for the leg. Its caller speaks with the microphone of the page.
 */
export class LiveSocket {
  readonly #listener: SocketListener
  readonly #platform: Platform = createPlatform({ pace: 'real', audioSeconds: 1 })
  #call: Call | undefined
  #line: LiveAudio | undefined
  #rate: number | undefined
  #timer: NodeJS.Timeout | undefined
  /** How much of the timeline was told. */
  #told = 0
  #state: 'connecting' | 'open' | 'over' = 'connecting'
  /** The last note, which says why a connection ends. */
  #why = ''

  constructor(listener: SocketListener) {
    this.#listener = listener
  }

  /**
   * Connects.
   *
   * @param endpoint as the NCCO has it
   * @param secret signs the handshake, where the endpoint asks for that
   */
  async connect(endpoint: object, secret: string | undefined): Promise<void> {
    const ncco = [{ action: 'connect', endpoint: [endpoint] }]
    const signature = secret === undefined ? undefined : { secret }
    try {
      this.#call = await dial(ncco, { platform: this.#platform, signature })
    } catch (error) {
      return this.#end({ kind: 'refused', why: String(error) })
    }
    this.#timer = setInterval(() => this.#look(), interval)
  }

  /** Says what the microphone hears. */
  speak({ rate, samples }: Omit<LiveAudioMessage, 'id'>): void {
    if (this.#state !== 'open') return
    if (rate !== this.#rate) this.#listen(rate)
    this.#line?.speak(samples)
  }

  /** Presses keys, of which the server is told. */
  press(keys: string): void {
    // Whatever the page sends: a call that has just ended is no fault of anybody.
    this.#call?.press(keys).catch(() => {})
  }

  /** Ends it from the side of the page. */
  async end(): Promise<void> {
    this.#state = 'over'
    clearInterval(this.#timer)
    await this.#platform.close()
  }

  #look(): void {
    const { timeline = [], ended } = this.#call ?? {}
    const fresh = timeline.slice(this.#told)
    this.#told = timeline.length
    for (const entry of fresh) if (this.#state !== 'over') this.#tell(entry)
    if (ended && this.#state !== 'over') {
      const kind = this.#state === 'open' ? 'closed' : 'refused'
      this.#end({ kind, why: this.#why || 'the call to it has ended' })
    }
  }

  #tell(entry: TimelineEntry): void {
    switch (entry.type) {
      case 'note':
        this.#why = entry.text
        if (this.#state === 'open') this.#listener.onHappening({ kind: 'note', text: entry.text })
        return
      case 'leg':
        if (entry.leg !== this.#server) return
        if (entry.status === 'answered') return this.#begin()
        if (entry.status === 'ringing') return
        return this.#end({ kind: this.#state === 'open' ? 'closed' : 'refused', why: this.#why })
      case 'audio': {
        if (entry.leg !== this.#server) return
        const { latency } = entry
        const more = latency === undefined ? {} : { latency }
        return this.#listener.onHappening({ kind: 'audio', ...more })
      }
    }
  }

  /** The name of the leg in the timeline. */
  get #server(): string {
    return String(this.#call?.legs[0]?.endpoint.uri)
  }

  #begin(): void {
    this.#state = 'open'
    this.#listen(undefined)
    this.#listener.onHappening({ kind: 'open' })
  }

  /** Listens, and speaks at the rate of the microphone, once that is known. */
  #listen(rate: number | undefined): void {
    this.#rate = rate
    try {
      this.#line = this.#call?.leg.openAudio({
        ...(rate !== undefined && { rate }),
        onHeard: (frame) => this.#listener.onAudio(frame),
      })
    } catch (error) {
      if (!(error instanceof SimulatorError)) throw error
      this.#line = undefined
    }
  }

  #end(happening: SocketHappening): void {
    this.#state = 'over'
    clearInterval(this.#timer)
    this.#listener.onHappening(happening)
    void this.#platform.close()
  }
}
