import type { NewTimelineEntry } from '../call/timeline'
import type { Clock, Timer } from '../clock'
import { brokenOff, inMilliseconds } from './read-aloud'

/** Something to be played to a leg. */
export interface Prompt {
  /** The words, or the URL of the audio. */
  readonly text: string
  readonly isAudio: boolean
  /** How long it takes, once. */
  readonly seconds: number
  /** How often it is played; 0 is for ever. */
  readonly loop: number
  /** It was played to its end, which something waits for: so it cannot be interrupted. */
  readonly onEnd?: () => void
}

interface Playing {
  readonly prompt: Prompt
  readonly since: number
  /** Nothing new will be heard of it: it repeats for ever. */
  isRepeating: boolean
  readonly timer: Timer
}

/** Plays prompts to one leg, one after another. */
export class Player {
  readonly #clock: Clock
  readonly #log: (entry: NewTimelineEntry) => void
  readonly #leg: string
  readonly #heard: string[] = []
  readonly #queue: Prompt[] = []
  #playing: Playing | undefined
  #whenSilent: (() => void)[] = []

  constructor(leg: string, clock: Clock, log: (entry: NewTimelineEntry) => void) {
    this.#leg = leg
    this.#clock = clock
    this.#log = log
  }

  /** What was heard up to now; what is playing, up to the word it has reached. */
  get heard(): string[] {
    return this.#playing ? [...this.#heard, this.#partOf(this.#playing)] : [...this.#heard]
  }

  get isPlaying(): boolean {
    return this.#playing !== undefined
  }

  /** Whether something new is still to be heard, if nobody interrupts. */
  get hasMoreToSay(): boolean {
    return this.#playing !== undefined && !this.#playing.isRepeating
  }

  play(prompt: Prompt): void {
    if (this.#playing) this.#queue.push(prompt)
    else this.#start(prompt)
  }

  /** Notes something that was heard from somebody else. */
  overhear(text: string): void {
    this.#heard.push(text)
  }

  /** Calls back once nothing plays any more: at once, or when the last prompt has ended. */
  whenSilent(act: () => void): void {
    if (this.#playing) this.#whenSilent.push(act)
    else act()
  }

  /** Breaks off what can be interrupted, up to the first prompt that cannot; `false` if nothing can. */
  interrupt(): boolean {
    if (!this.#playing || this.#playing.prompt.onEnd) return false
    while (this.#queue[0] && !this.#queue[0].onEnd) this.#queue.shift()
    this.#breakOff(this.#playing)
    return true
  }

  /** Breaks off what plays, and forgets what was to follow. */
  stop(): void {
    this.#queue.length = 0
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
    const { text, seconds, loop } = prompt
    const leg = this.#leg
    this.#log({ type: 'heard', leg, text, seconds, ...(loop !== 1 && { loop }) })
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
    const next = this.#queue.shift()
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
