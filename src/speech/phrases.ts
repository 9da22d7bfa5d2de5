/**
 * Finds the choice that was meant by what was said. Case, accents and punctuation do not count. A whole phrase goes before a phrase
 * within what was said ("cancel, please"), and that before what was said within a phrase ("appointment" for "make an appointment"); of
 * phrases within what was said the longest goes first. Two choices that fit equally well are no match.
 *
 * @param said the readings of what was said, best first; the first that fits any choice decides
 * @param choices the phrases of each choice
 * @returns the index of the choice
 */
export function matchPhrases(
  said: readonly string[],
  choices: readonly (readonly string[])[],
): number | undefined {
  const wordsOfChoices = choices.map((phrases) => phrases.map(toWords))
  for (const text of said) {
    const words = toWords(text)
    const ranks = wordsOfChoices.map((phrases) =>
      Math.max(0, ...phrases.map((phrase) => rankOf(phrase, words))),
    )
    const best = Math.max(0, ...ranks)
    if (best > 0) {
      const first = ranks.indexOf(best)
      return ranks.lastIndexOf(best) === first ? first : undefined
    }
  }
  return undefined
}

/** Whether two phrases are the same but for case, accents and punctuation. */
export function isSamePhrase(one: string, other: string): boolean {
  return toWords(one).join(' ') === toWords(other).join(' ')
}

/** How well a phrase fits what was said; 0 if it does not. */
function rankOf(phrase: readonly string[], said: readonly string[]): number {
  if (phrase.length === 0 || said.length === 0) return 0
  if (isWithin(phrase, said)) {
    return phrase.length === said.length ? Infinity : 1 + phrase.length
  }
  return isWithin(said, phrase) ? 1 : 0
}

function isWithin(part: readonly string[], whole: readonly string[]): boolean {
  // No word holds a space.
  return ` ${whole.join(' ')} `.includes(` ${part.join(' ')} `)
}

/** The words of a text, without case, accents and punctuation. In scripts without spaces each character counts as a word. */
function toWords(text: string): readonly string[] {
  const folded = text
    .normalize('NFKD')
    .replace(/[\u0300-\u036f'’]/g, '')
    // In this order, so that ß is ss.
    .toUpperCase()
    .toLowerCase()
  word ??= makeWordPattern()
  return folded.match(word) ?? []
}

let word: RegExp | undefined

// Made on first use: as a literal, its properties of Unicode would take long to load.
function makeWordPattern(): RegExp {
  const scripts = ['Han', 'Hiragana', 'Katakana', 'Thai', 'Lao', 'Khmer', 'Myanmar']
  const ofScripts = scripts.map((script) => `\\p{Script=${script}}`).join('')
  return new RegExp(`[${ofScripts}]\\p{M}*|[\\p{L}\\p{M}\\p{N}]+`, 'gu')
}
