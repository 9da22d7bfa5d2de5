import type { Wave } from '../media/wav'

/** Speech that begins now. */
export interface Utterance {
  readonly text: string
  /** Duration in seconds. */
  readonly seconds: number
  /** 0 to 1. */
  readonly confidence: number
  /** Whether a recogniser understands it. */
  readonly isRecognised: boolean
  /** Its audio. Absent: only its words are known. */
  readonly sound?: Wave | undefined
}

/** Takes the keys and the speech of a leg. */
export interface Listener {
  /** Takes a key. Returns `false` if it has no use for it. */
  press?(key: string): boolean
  /** Takes the beginning of an utterance. Returns `false` if it has no use for it. */
  hear?(utterance: Utterance): boolean
}
