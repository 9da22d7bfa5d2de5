import { parseScript } from 'ncco-jsx/simulate'
import type { Act } from '../call/act'

/**
 * An act of a map as an act of a call. A map means the leg that was called last.
 *
 * @param legs how many legs the call has
 * @throws SimulatorError `not-an-act`
 */
export function actOf(words: string, legs: number): Act | undefined {
  // A leg that is not answered, and one that is silent, do nothing until a timeout has ended.
  if (words === 'leg unanswered' || words === 'leg silence') return { kind: 'silence' }
  const numbered = words.replace(/^leg (?!\d)/, `leg ${legs} `)
  return parseScript(quotedText(numbered))[0]
}

/** What is said may hold a semicolon. */
function quotedText(words: string): string {
  return words.replace(/\bsay (.+)$/s, (_, text: string) => `say ${JSON.stringify(text)}`)
}
