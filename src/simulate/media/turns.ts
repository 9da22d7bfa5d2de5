import { inMilliseconds } from '../audio/read-aloud'

/**
 * How long a caller waited for an answer over a websocket.
 *
 * @example
 * ```ts
 * const platform = createPlatform({ pace: 'real' })
 * const call = await dial([{ action: 'record' }], { platform })
 * await call.speak(question)
 * call.legs[0]?.latency[0]?.seconds // 0.84, if the flow connects to a websocket
 * await platform.close()
 * ```
 */
export interface Turn {
  /** The end of the speech: of its last sound that can be heard. In seconds on the clock of the platform. */
  readonly spokenUntil: number
  /** The first sound of the answer. */
  readonly answeredAt: number
  /** The time between the two. */
  readonly seconds: number
}

/** Silence after speech that is worth telling of, in seconds. */
const longSilence = 5

/** Measures, turn by turn, the time from the end of speech to the first audio that comes back. */
export class Turns {
  readonly #onSilence: (seconds: number) => void
  readonly all: Turn[] = []
  /** The end of the speech that waits for an answer. */
  #spokenUntil: number | undefined
  #isToldOfSilence = false

  /** @param onSilence nothing came back for this long */
  constructor(onSilence: (seconds: number) => void) {
    this.#onSilence = onSilence
  }

  /** A frame of speech was heard, until this second. */
  hear(until: number): void {
    this.#spokenUntil = inMilliseconds(until)
    this.#isToldOfSilence = false
  }

  /** Audio comes back from this second on. Returns the turn, unless it talks over the speech or nothing was said. */
  answer(at: number): Turn | undefined {
    const spokenUntil = this.#spokenUntil
    if (spokenUntil === undefined || at < spokenUntil) return undefined
    this.#spokenUntil = undefined
    const turn = { spokenUntil, answeredAt: at, seconds: inMilliseconds(at - spokenUntil) }
    this.all.push(turn)
    return turn
  }

  /** Audio that began before goes on. If the speech is over, then it was talked over, and nothing answers it. */
  talkOver(at: number): void {
    if (this.#spokenUntil !== undefined && at >= this.#spokenUntil) this.#spokenUntil = undefined
  }

  /** Time passes, in which the other side is silent. */
  await(at: number): void {
    if (this.#spokenUntil === undefined || this.#isToldOfSilence) return
    if (at - this.#spokenUntil < longSilence) return
    this.#isToldOfSilence = true
    this.#onSilence(longSilence)
  }
}
