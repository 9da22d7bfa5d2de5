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

// More are rare, and lists that stand in each other may have more than anybody could look at.
const mostPieces = 200

/** The words so far. */
interface Spoken {
  text: string
  isEscaped: boolean
  /** The last piece. */
  before: string
  /** How many nodes were looked at. */
  pieces: number
}

/**
 * Puts the words of a talk together, if its children are only texts that are right beyond doubt, and lists of such texts. Each is looked at
 * before it is added: an engine would copy the whole to look at that.
 */
export function toPlainSpeech(children: unknown): PlainSpeech | undefined {
  const spoken: Spoken = { text: '', isEscaped: false, before: '', pieces: 0 }
  if (!say(children, spoken)) return undefined
  return spoken.text === '' || spoken.text.length > mostCharacters ? undefined : spoken
}

/** Adds a node to the words. Returns whether it is right beyond doubt. */
function say(node: unknown, spoken: Spoken): boolean {
  if (++spoken.pieces > mostPieces) return false
  if (isNothing(node)) return true
  if (Array.isArray(node)) {
    for (let index = 0; index < node.length; index++) if (!say(node[index], spoken)) return false
    return true
  }
  const piece = Number.isFinite(node) ? String(node) : node
  if (typeof piece !== 'string' || mayBeGlued(spoken.before, piece)) return false
  if (special.test(piece)) {
    if (piece.includes('<')) return false
    spoken.isEscaped = true
  }
  spoken.text += piece
  spoken.before = piece
  return true
}
