/** Somebody says something, from now on. */
export interface Utterance {
  readonly text: string
  /** How long it takes. */
  readonly seconds: number
  /** 0 to 1. */
  readonly confidence: number
  /** Whether a recogniser makes anything of it. */
  readonly isRecognised: boolean
}

/** What may take the keys and the speech of a leg. */
export interface Listener {
  /** Takes a key; `false` if it has no use for it. */
  press?(key: string): boolean
  /** Takes what somebody begins to say; `false` if it has no use for it. */
  hear?(utterance: Utterance): boolean
}
