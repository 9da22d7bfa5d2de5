// ITU-T Q.23: a key is the sum of the frequency of its row and that of its column, in hertz.
const rows = [697, 770, 852, 941]
const columns = [1209, 1336, 1477]
const keys = '123456789*0#'

// What Europe hears while the other side rings (ITU-T E.180): 425 Hz, 1 s on, 4 s off.
const ringing = { frequency: 425, on: 1, period: 5 }
const beep = { frequency: 1000, seconds: 0.4 }
const loudness = 0.08

/** The sounds of a telephone, made by the browser itself. */
export class Tones {
  isOn = true
  #context: AudioContext | undefined
  #key: (() => void) | undefined
  #ring: ReturnType<typeof setInterval> | undefined

  /** Sounds the tone of a key until `release`. */
  hold(key: string): void {
    this.release()
    const place = keys.indexOf(key)
    if (place < 0) return
    const frequencies = [rows[Math.floor(place / 3)], columns[place % 3]] as number[]
    this.#key = this.#sound(frequencies)
  }

  release(): void {
    this.#key?.()
    this.#key = undefined
  }

  /** Sounds the ringing of the other side, or stops it. */
  ring(isRinging: boolean): void {
    if (isRinging === (this.#ring !== undefined)) return
    clearInterval(this.#ring)
    this.#ring = undefined
    if (!isRinging) return
    const once = () => this.#sound([ringing.frequency], ringing.on)
    once()
    this.#ring = setInterval(once, ringing.period * 1000)
  }

  beep(): void {
    this.#sound([beep.frequency], beep.seconds)
  }

  /** Sounds frequencies for a time, or until the returned function is called. */
  #sound(frequencies: readonly number[], seconds?: number): () => void {
    if (!this.isOn || !globalThis.AudioContext) return () => {}
    this.#context ??= new AudioContext()
    const context = this.#context
    const gain = new GainNode(context, { gain: loudness })
    gain.connect(context.destination)
    const sources = frequencies.map((frequency) => new OscillatorNode(context, { frequency }))
    for (const source of sources) {
      source.connect(gain)
      source.start()
      if (seconds !== undefined) source.stop(context.currentTime + seconds)
    }
    return () => {
      for (const source of sources) source.stop()
    }
  }
}
