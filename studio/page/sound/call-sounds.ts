import type { TimelineEntry } from 'ncco-jsx/simulate'
import type { CallRun } from '../call/call-run'
import { personOf, usualLanguage } from '../call/lines'
import type { Speed } from '../call/ticker'
import { Loudspeaker } from '../live/loudspeaker'
import { toSegments, wordsOf } from './segments'
import { Speaker } from './speaker'
import { Tones } from './tones'

/** Makes the caller's side of a call audible. */
export class CallSounds {
  readonly tones = new Tones()
  readonly #speaker = new Speaker()
  readonly #loudspeaker = new Loudspeaker()
  #isOn = true
  readonly #audio: HTMLAudioElement | undefined
  /** Whether streams are fetched from their hosts. */
  playsStreams = false
  #run: CallRun | undefined
  /** How much of the timeline was sounded. */
  #sounded = 0
  #speed: Speed = 1

  constructor(audio: HTMLAudioElement | undefined) {
    this.#audio = audio
  }

  set isOn(isOn: boolean) {
    this.#isOn = isOn
    this.tones.isOn = isOn
    this.#speaker.isOn = isOn
    if (!isOn) this.stop()
  }

  set speed(speed: Speed) {
    this.#speed = speed
    if (speed === 0) this.#speaker.pause()
    else this.#speaker.resume()
    if (this.#audio && typeof speed === 'number' && speed > 0) this.#audio.playbackRate = speed
  }

  /** Sounds what is new in a call. */
  follow(run: CallRun): void {
    if (run !== this.#run) this.#begin(run)
    const { subject: call } = run
    if (!call) return
    const fresh = call.timeline.slice(this.#sounded)
    this.#sounded = call.timeline.length
    for (const entry of fresh) this.#sound(entry, run)
    this.tones.ring(!call.ended && run.legs.some(({ status }) => status === 'ringing'))
    if (call.ended) this.stop()
  }

  /** Leaves out what has happened so far. */
  skip(run: CallRun): void {
    this.#begin(run)
    this.#sounded = run.subject?.timeline.length ?? 0
  }

  /** Plays what the caller hears as audio. */
  playLive(samples: Int16Array, rate: number): void {
    if (this.#isOn) this.#loudspeaker.play(samples, rate)
  }

  /** Says a text beside the call. A recording in memory has words, and no sound. */
  say(text: string): void {
    this.#speaker.stop()
    this.#speaker.say(toSegments(text, usualLanguage), 0, 1)
  }

  stop(): void {
    this.#speaker.stop()
    this.#loudspeaker.stop()
    this.tones.ring(false)
    this.#audio?.pause()
  }

  #begin(run: CallRun): void {
    this.stop()
    this.#run = run
    this.#sounded = 0
  }

  #sound(entry: TimelineEntry, run: CallRun): void {
    const caller = personOf(run.subject?.timeline ?? [])
    if (entry.type === 'note' && entry.text === 'A beep is heard.') this.tones.beep()
    if (entry.type === 'interrupted' && entry.leg === caller) {
      this.#speaker.stop()
      this.#audio?.pause()
    }
    if (entry.type !== 'heard' || entry.leg !== caller || typeof this.#speed !== 'number') return
    if (this.#speed === 0) return
    this.#speaker.stop()
    if (/^https?:/.test(entry.text)) return this.#play(entry.text)
    const { text, language, style } = talkOf(entry.text, run)
    this.#speaker.say(toSegments(text, language), style, this.#speed)
  }

  #play(url: string): void {
    if (!this.playsStreams || !this.#audio) return
    this.#audio.src = url
    // A stream that cannot be played is silent; the clock of the call goes on.
    this.#audio.play().catch(() => {})
  }
}

/** The talk that says these words: its text as it was written, its language and style. */
function talkOf(words: string, run: CallRun): { text: string; language: string; style: number } {
  const fallback = { text: words, language: usualLanguage, style: 0 }
  for (const { ncco } of [...run.replacementsOf(run.subject)].reverse()) {
    for (const action of ncco as readonly Readonly<Record<string, unknown>>[]) {
      const { text, language = usualLanguage, style = 0 } = action
      if (action.action !== 'talk' || typeof text !== 'string') continue
      if (wordsOf(text) === words || text.replace(/\s+/g, ' ').trim() === words) {
        return { text, language: String(language), style: Number(style) || 0 }
      }
    }
  }
  return fallback
}
