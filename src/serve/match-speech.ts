import { matchPhrases } from '../speech/phrases'
import type { SpeechResult } from './webhooks'

/**
 * Finds the choice that a caller meant by what they said. Case, accents and punctuation do not count, and a whole phrase goes before a
 * part of one: "Book, please!" means `book`. The readings of the recogniser are tried best first.
 *
 * @param speech of the input webhook
 * @param choices phrases that stand for themselves, or the phrases of each choice by its name
 * @returns the phrase or the name; `undefined` if no choice fits, or if two fit equally well
 * @example
 * ```tsx
 * const chosen = onInput('/chosen', ({ speech }) => {
 *   const choice = matchSpeech(speech, { book: ['book', 'make an appointment'], cancel: ['cancel'] })
 *   return <Talk>{choice === 'book' ? 'For which day?' : 'Goodbye.'}</Talk>
 * })
 * ```
 */
export function matchSpeech<const Choice extends string>(
  speech: SpeechResult | undefined,
  choices: readonly Choice[] | Readonly<Record<Choice, string | readonly string[]>>,
): Choice | undefined {
  const named: readonly (readonly [string, string | readonly string[]])[] = Array.isArray(choices)
    ? choices.map((phrase: Choice) => [phrase, phrase] as const)
    : Object.entries<string | readonly string[]>(choices)
  const said = speech?.results?.map(({ text }) => text) ?? []
  const index = matchPhrases(
    said,
    named.map(([, phrases]) => (typeof phrases === 'string' ? [phrases] : phrases)),
  )
  return index === undefined ? undefined : (named[index]?.[0] as Choice)
}
