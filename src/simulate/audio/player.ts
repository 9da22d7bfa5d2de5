import { usualLanguage } from '../../speech/usual-language'
import type { NewTimelineEntry } from '../call/timeline'
import type { Clock, ScheduledAct } from '../clock'
import { Queue } from '../queue'
import { brokenOff, inMilliseconds } from './read-aloud'

/** Words or audio for a leg. */
export interface Prompt {
  /** The words, or the URL of the audio. */
  readonly text: string
  readonly isAudio: boolean
  /** Duration in seconds, once. */
  readonly seconds: number
  /** Number of repetitions; 0 is endless. */
  readonly loop: number
  /** The language of the voice. Absent for the default language, and where there is no voice. */
  readonly language?: string | undefined
  /** Called at its end. A prompt with `onEnd` cannot be interrupted, because its flow waits for it. */
  readonly onEnd?: () => void
}

interface Playing {
  readonly prompt: Prompt
  readonly since: number
  /** Whether all of it was heard, and it repeats for ever. */
  isRepeating: boolean
  readonly timer: ScheduledAct
}

/** Plays prompts to one leg, one after another. */
export class Player {
  readonly #clock: Clock
  readonly #log: (entry: NewTimelineEntry) => void
  readonly #leg: string
  readonly #heard: string[]
  readonly #queue = new Queue<Prompt>()
  #playing: Playing | undefined
  #whenSilent: (() => void)[] = []

  /** @param heard where it notes what was heard, if other players of the leg do so too */
  constructor(
    leg: string,
    clock: Clock,
    log: (entry: NewTimelineEntry) => void,
    heard: string[] = [],
  ) {
    this.#heard = heard
    this.#leg = leg
    this.#clock = clock
    this.#log = log
  }

  /** Everything heard so far. The current prompt is included up to the current word. */
  get heard(): string[] {
    const { underWay } = this
    return underWay === undefined ? [...this.#heard] : [...this.#heard, underWay]
  }

  /** The current prompt, up to the current word. */
  get underWay(): string | undefined {
    return this.#playing && this.#partOf(this.#playing)
  }

  get isPlaying(): boolean {
    return this.#playing !== undefined
  }

  /** Whether a prompt plays that was not heard in full yet. */
  get hasMoreToSay(): boolean {
    return this.#playing !== undefined && !this.#playing.isRepeating
  }

  play(prompt: Prompt): void {
    if (this.#playing) this.#queue.add(prompt)
    else this.#start(prompt)
  }

  /** Notes the speech of another leg. */
  overhear(text: string): void {
    this.#heard.push(text)
  }

  /** Calls back when no prompt plays: at once, or after the last prompt. */
  whenSilent(act: () => void): void {
    if (this.#playing) this.#whenSilent.push(act)
    else act()
  }

  /** Interrupts the current prompt, and drops those after it up to the first one that cannot be interrupted. Returns `false` if nothing is interrupted. */
  interrupt(): boolean {
    if (!this.#playing || this.#playing.prompt.onEnd) return false
    while (this.#queue.length > 0 && !this.#queue.peek()?.onEnd) this.#queue.take()
    this.#breakOff(this.#playing)
    return true
  }

  /** Stops the current prompt, and drops those after it. */
  stop(): void {
    this.#queue.clear()
    if (this.#playing) this.#breakOff(this.#playing)
  }

  #breakOff(playing: Playing): void {
    playing.timer.cancel()
    const { text, isAudio, seconds, loop } = playing.prompt
    const elapsed = inMilliseconds(this.#clock.now - playing.since)
    this.#heard.push(this.#partOf(playing))
    if (loop === 0 || elapsed < inMilliseconds(seconds * loop)) {
      // In whole milliseconds, because 8.1 % 2.7 is not 0.
      const round = Math.round(seconds * 1000)
      const inRound = round > 0 ? (Math.round(elapsed * 1000) % round) / 1000 : 0
      const heard = isAudio ? text : brokenOff(text, inRound, seconds)
      this.#log({ type: 'interrupted', leg: this.#leg, heard, seconds: inRound })
    }
    this.#playNext()
  }

  #start(prompt: Prompt): void {
    const { text, seconds, loop, language } = prompt
    const leg = this.#leg
    const isForeign = language !== undefined && language !== usualLanguage
    const more = { ...(loop !== 1 && { loop }), ...(isForeign && { language }) }
    this.#log({ type: 'heard', leg, text, seconds, ...more })
    const rounds = loop === 0 ? 1 : loop
    const timer = this.#clock.after(seconds * rounds, () => this.#end(playing))
    const playing: Playing = { prompt, since: this.#clock.now, isRepeating: false, timer }
    this.#playing = playing
  }

  #end(playing: Playing): void {
    if (playing.prompt.loop === 0) {
      playing.isRepeating = true
      return
    }
    this.#heard.push(playing.prompt.text)
    this.#playNext()
    playing.prompt.onEnd?.()
  }

  #playNext(): void {
    this.#playing = undefined
    const next = this.#queue.take()
    if (next) return this.#start(next)
    const acts = this.#whenSilent
    this.#whenSilent = []
    for (const act of acts) act()
  }

  #partOf({ prompt, since }: Playing): string {
    if (prompt.isAudio) return prompt.text
    return brokenOff(prompt.text, this.#clock.now - since, prompt.seconds)
  }
}
