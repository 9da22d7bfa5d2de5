import type { NccoNode } from '../element/element'
import type { SpeechOptions } from '../vocabulary/speech'
import type { VoiceOptions } from './voice'

/** A key of a telephone. */
export type Key = '0' | '1' | '2' | '3' | '4' | '5' | '6' | '7' | '8' | '9' | '*' | '#'

/** How often a question came to nothing so far. Silence and a wrong answer are counted apart. */
export interface Counts {
  /** The number of the prompt that is about to be said, from 1. */
  readonly attempt: number
  /** How often the caller said and pressed nothing. */
  readonly noInput: number
  /** How often something came that does not answer the question. */
  readonly noMatch: number
}

/** Words that are said: text, SSML elements, audio (`<Stream>`), or a function of the counts, so that they can change from attempt to attempt. */
export type Words = NccoNode | ((counts: Counts) => NccoNode | Promise<NccoNode>)

/** How speech is recognised at a question. */
export interface QuestionSpeech extends SpeechOptions {
  /**
   * The least confidence of a result that counts, 0 to 1. A result below it does not match.
   * @defaultValue 0
   */
  confidence?: number | undefined
}

/** Props that {@link MenuProps} and {@link AskProps} share. */
export interface QuestionProps extends VoiceOptions {
  /** The question. Said at each attempt. */
  prompt: Words
  /** Said before the prompt when nothing came. Absent: only the prompt is said again. */
  noInput?: Words | undefined
  /** Said before the prompt when the answer did not fit. Absent: only the prompt is said again. */
  noMatch?: Words | undefined
  /**
   * How often the question is asked, the first time included.
   * @defaultValue 3
   */
  attempts?: number | undefined
  /** The flow that follows when the attempts are used up. Absent: the flow goes on after the question. */
  otherwise?: NccoNode | undefined
  /** A key that says the prompt again and counts as nothing. */
  repeat?: Key | undefined
  /** Seconds of silence that count as no input: for keys 0 to 10, whole; for speech 1 to 60; for both 1 to 10, whole. Absent: as the platform does, 3 and 10. */
  timeOut?: number | undefined
  /**
   * Whether a key or speech interrupts the prompt.
   * @defaultValue true
   */
  bargeIn?: boolean | undefined
}
