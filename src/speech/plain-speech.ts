import { isNothing } from '../element/element'
import { mayBeGlued } from './glued-words'
import { mostCharacters } from './speech-text'

/** The words of a talk that are right beyond doubt. */
export interface PlainSpeech {
  readonly text: string
  /** JSON escapes a character of it. */
  readonly isEscaped: boolean
}

// What may be markup; characters that JSON escapes, and surrogates, which it escapes if they are not in a pair.
// biome-ignore lint/suspicious/noControlCharactersInRegex: the pattern finds control characters, which JSON must escape.
const special = /[<"\\\u0000-\u001f\ud800-\udfff]/

/**
 * Puts the words of a talk together, if its children are only texts that are right beyond doubt. Each is looked at before it is added:
 * an engine would copy the whole to look at that.
 */
export function toPlainSpeech(children: unknown): PlainSpeech | undefined {
  const pieces: readonly unknown[] = Array.isArray(children) ? children : [children]
  let text = ''
  let before = ''
  let isEscaped = false
  for (let index = 0; index < pieces.length; index++) {
    let piece = pieces[index]
    if (isNothing(piece)) continue
    if (Number.isFinite(piece)) piece = String(piece)
    if (typeof piece !== 'string' || mayBeGlued(before, piece)) return undefined
    if (special.test(piece)) {
      if (piece.includes('<')) return undefined
      isEscaped = true
    }
    text += piece
    before = piece
  }
  return text === '' || text.length > mostCharacters ? undefined : { text, isEscaped }
}
