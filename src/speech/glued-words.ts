import { languageOf } from './language'

/** Languages whose writing has no spaces between words, or whose particles are written onto a name. */
const languages: readonly string[] = ['zh', 'ja', 'th', 'lo', 'km', 'my', 'bo', 'ko', 'ar', 'he']

/** Scripts in which two texts may meet without a space, for the same reasons. */
const scripts = [
  'Han',
  'Hiragana',
  'Katakana',
  'Bopomofo',
  'Thai',
  'Lao',
  'Khmer',
  'Myanmar',
  'Tibetan',
  'Hangul',
  'Arabic',
  'Hebrew',
]

/** Watches texts in the order in which they are spoken, for two of them that make one word out of two. */
export interface WordWatch {
  readonly add: (text: string) => void
  /** Something separates what comes before from what comes after, such as a pause. */
  readonly separate: () => void
  readonly foundGlued: () => boolean
}

/** Watches a text in this language; `undefined` if it does not separate its words by spaces. */
export function watchWords(language: unknown): WordWatch | undefined {
  if (typeof language === 'string' && languages.includes(languageOf(language))) return undefined
  let before = ''
  let isGlued = false
  return {
    add(text) {
      isGlued ||= areGlued(before, text)
      if (text !== '') before = text
    },
    separate() {
      before = ''
    },
    foundGlued: () => isGlued,
  }
}

/** The fast answer: most texts meet at a space, a sign or a digit, and then they are not glued. */
export function mayBeGlued(before: string, after: string): boolean {
  if (before === '' || after === '') return false
  return !isAsciiSign(before.charCodeAt(before.length - 1)) && !isAsciiSign(after.charCodeAt(0))
}

function areGlued(before: string, after: string): boolean {
  if (!mayBeGlued(before, after)) return false
  const { last, first, ending, joining } = lettersOf()
  const lastLetter = last.exec(before.slice(-8))?.[0]
  const firstLetter = first.exec(after)?.[0]
  if (lastLetter === undefined || firstLetter === undefined) return false
  if (ending.test(after)) return false
  return !joining.test(lastLetter) && !joining.test(firstLetter)
}

/** Patterns of letters at the place where two texts meet. */
interface Letters {
  readonly last: RegExp
  readonly first: RegExp
  /** The ending of a plural, and the like: `message{count === 1 ? '' : 's'}`. */
  readonly ending: RegExp
  readonly joining: RegExp
}

let letters: Letters | undefined

// Made on first use: as literals, their properties of Unicode would take a sixth of the time that the package takes to load.
function lettersOf(): Letters {
  letters ??= {
    last: unicode('\\p{L}\\p{M}*$'),
    first: unicode('^\\p{L}'),
    ending: unicode('^\\p{Ll}{1,2}$'),
    joining: unicode(`[${scripts.map((script) => `\\p{scx=${script}}`).join('')}]`),
  }
  return letters
}

function unicode(pattern: string): RegExp {
  return new RegExp(pattern, 'u')
}

/** Whether a character is one of ASCII that is not a letter. */
function isAsciiSign(code: number): boolean {
  return code < 65 || (code > 90 && code < 97) || (code > 122 && code < 128)
}
