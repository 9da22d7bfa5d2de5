import type { Segment } from './segments'

/** About what voices say in a second: the same figure by which the simulator reckons how long a prompt takes. */
const charactersPerSecond = 15

// What browsers accept.
const slowest = 0.1
const fastest = 10

/** Says prompts with the voices of this machine. What is too late is dropped: the clock of the call leads. */
export class Speaker {
  isOn = true
  readonly #timers = new Set<ReturnType<typeof setTimeout>>()

  /** The voices of this machine. Others would send the words away. */
  get #voices(): SpeechSynthesisVoice[] {
    return globalThis.speechSynthesis?.getVoices().filter((voice) => voice.localService) ?? []
  }

  /**
   * Says a prompt.
   *
   * @param style chooses among the voices of a language, as in a `talk`
   * @param speed of the clock, which the voice keeps up with
   */
  say(segments: readonly Segment[], style: number, speed: number): void {
    if (!this.isOn || !globalThis.speechSynthesis) return
    let at = 0
    for (const segment of segments) {
      at += segment.pause
      const timer = setTimeout(() => this.#utter(segment, style, speed), (at / speed) * 1000)
      this.#timers.add(timer)
      at += segment.text.length / charactersPerSecond / segment.rate
    }
  }

  stop(): void {
    for (const timer of this.#timers) clearTimeout(timer)
    this.#timers.clear()
    globalThis.speechSynthesis?.cancel()
  }

  pause(): void {
    globalThis.speechSynthesis?.pause()
  }

  resume(): void {
    globalThis.speechSynthesis?.resume()
  }

  #utter({ text, language, rate, pitch, volume }: Segment, style: number, speed: number): void {
    const voice = pickVoice(this.#voices, language, style)
    if (!voice) return
    const utterance = new SpeechSynthesisUtterance(text)
    utterance.voice = voice
    utterance.lang = language
    utterance.rate = Math.min(Math.max(rate * speed, slowest), fastest)
    utterance.pitch = Math.min(pitch, 2)
    utterance.volume = Math.min(volume, 1)
    globalThis.speechSynthesis.speak(utterance)
  }
}

/** A voice of the language, or at least of its first part; the style counts through them. */
export function pickVoice<V extends { readonly lang: string }>(
  voices: readonly V[],
  language: string,
  style: number,
): V | undefined {
  const tag = (voice: V) => voice.lang.replace('_', '-').toLowerCase()
  const wanted = language.toLowerCase()
  const [primary = wanted] = wanted.split('-')
  const exact = voices.filter((voice) => tag(voice) === wanted)
  const near = voices.filter((voice) => tag(voice).split('-')[0] === primary)
  const found = exact.length > 0 ? exact : near
  return found[style % (found.length || 1)]
}
