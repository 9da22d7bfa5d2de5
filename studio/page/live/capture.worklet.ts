// Runs in the thread of the audio, of which TypeScript has no types.
declare const sampleRate: number
declare class AudioWorkletProcessor {
  readonly port: MessagePort
}
declare function registerProcessor(name: string, processor: typeof AudioWorkletProcessor): void

/** Samples of 20 ms. */
const length = Math.round(sampleRate / 50)

/** Posts what a microphone hears: mono, 16 bit, 20 ms at a time. */
class Capture extends AudioWorkletProcessor {
  #block = new Int16Array(length)
  #filled = 0

  process([channels = []]: readonly Float32Array[][]): boolean {
    for (const sample of channels[0] ?? []) {
      this.#block[this.#filled++] = Math.max(-1, Math.min(1, sample)) * 32_767
      if (this.#filled === length) this.#post()
    }
    return true
  }

  #post(): void {
    this.port.postMessage(this.#block, [this.#block.buffer])
    this.#block = new Int16Array(length)
    this.#filled = 0
  }
}

registerProcessor('capture', Capture)

export {}
