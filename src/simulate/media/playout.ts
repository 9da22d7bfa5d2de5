import { Queue } from '../queue'
import { type Frame, framesPerSecond, type SampleRate } from './frame'

/** The most messages of audio that wait to be played: about 60 s. */
export const mostBuffered = 3072

/** A wish to know when what came before it has been played. */
interface Mark {
  readonly payload: unknown
}

/** The audio of a websocket's server that waits to be played. */
export class Playout {
  readonly #rate: SampleRate
  readonly #onMark: (payload: unknown) => void
  readonly #queue = new Queue<Int16Array<ArrayBuffer> | Mark>()
  #frames = 0

  /** @param onMark everything before the mark with this payload was played */
  constructor(rate: SampleRate, onMark: (payload: unknown) => void) {
    this.#rate = rate
    this.#onMark = onMark
  }

  /** What waits, in seconds. */
  get seconds(): number {
    return this.#frames / framesPerSecond
  }

  /** Adds a frame. Returns `false` if the buffer is full, and the frame is dropped. */
  add(samples: Int16Array<ArrayBuffer>): boolean {
    if (this.#frames >= mostBuffered) return false
    this.#frames++
    this.#queue.add(samples)
    return true
  }

  mark(payload: unknown): void {
    this.#queue.add({ payload })
  }

  /** Drops all, marks as well. */
  clear(): void {
    this.#frames = 0
    this.#queue.clear()
  }

  /** The frame to play now. The one before it has been played, so marks that follow that are reached. */
  take(): Frame | undefined {
    for (let next = this.#queue.take(); next; next = this.#queue.take()) {
      if (next instanceof Int16Array) {
        this.#frames--
        return { rate: this.#rate, samples: next }
      }
      this.#onMark(next.payload)
    }
    return undefined
  }
}
