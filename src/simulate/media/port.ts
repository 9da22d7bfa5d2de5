import type { Player } from '../audio/player'
import type { RunningRecording } from '../audio/recording'
import type { Ear } from './ear'
import type { Frame, SampleRate } from './frame'
import type { Turn } from './turns'
import type { Voice } from './voice'

/** A leg that heard another one. */
export interface Hearer {
  readonly name: string
  readonly player: Player
  readonly recordings: ReadonlySet<RunningRecording>
}

/** The audio of a leg: 50 times a second it gives a frame, and takes one. */
export interface Port {
  readonly voice: Voice
  /** What it says. */
  readonly said: Ear
  /** What it hears. */
  readonly heard: Ear
  /** The rate of what it hears. Absent: the highest of those whom it hears first. */
  readonly rate: SampleRate | undefined
  /** Whether it gives or takes audio now. */
  readonly isActive: boolean
  /** Collects those who hear what it says. Absent: nobody wants to know. */
  readonly heardBy?: Set<Hearer> | undefined
  /** The times to an answer of a websocket's server. */
  readonly turns?: readonly Turn[] | undefined
  /** The frame that it says from `at` on, in seconds of the clock; `undefined` for silence. */
  take(at: number): Frame | undefined
  /** Takes the mix of those whom it hears; `undefined` for silence. */
  hear(frame: Frame | undefined, at: number): void
}

/** The connection of a leg to the server of its websocket. */
export interface Line {
  readonly port: Port
  /** Sends the first message; audio flows from then on. */
  begin(message: object): void
  send(message: object): void
  /** The platform ends it. */
  close(): void
}
