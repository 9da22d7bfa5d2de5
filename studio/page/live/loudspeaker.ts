/** Seconds between the arrival of the first samples and their sound: what follows may come a little late. */
const cushion = 0.08

/** Plays what comes in pieces, one after another. */
export class Loudspeaker {
  #context: AudioContext | undefined
  /** When the next piece begins, in seconds of the context. */
  #next = 0

  play(samples: Int16Array, rate: number): void {
    if (!globalThis.AudioContext || samples.length === 0) return
    this.#context ??= new AudioContext()
    const context = this.#context
    const buffer = new AudioBuffer({ length: samples.length, sampleRate: rate })
    buffer.copyToChannel(
      Float32Array.from(samples, (sample) => sample / 32_768),
      0,
    )
    const source = new AudioBufferSourceNode(context, { buffer })
    source.connect(context.destination)
    const isLate = this.#next < context.currentTime
    if (isLate) this.#next = context.currentTime + cushion
    source.start(this.#next)
    this.#next += buffer.duration
  }

  stop(): void {
    void this.#context?.close()
    this.#context = undefined
    this.#next = 0
  }
}
