import type { CallMap, MapState } from 'ncco-jsx/simulate'
import { visible } from '../issues/words'
import { doingIn } from './map-ways'

// As wide and as long as a node of a diagram may be before it hides the others.
const widest = 36
const mostLines = 6

/** The paragraphs of the node of a state, each in lines: what happens, what is heard, and the codes of its findings. */
export function labelOf(state: MapState, { findings }: CallMap): string[][] {
  const found = findings.filter((finding) => finding.state === state.id)
  const words = linesOf([...state.heard, ...(state.legHeard ?? [])].join(' '))
  return [
    [`${state.id} ${shown(doingIn(state))}`],
    ...(words.length > 0 ? [words] : []),
    ...found.map(({ code }) => [`! ${code}`]),
  ]
}

/** Breaks words into the lines of a label, without the rest of many. */
export function linesOf(text: string): string[] {
  const lines: string[] = []
  for (const word of text.split(/\s+/).filter((one) => one !== '')) {
    const whole = shown(shortened(word))
    const last = lines.at(-1)
    if (last !== undefined && last.length + whole.length < widest) {
      lines[lines.length - 1] = `${last} ${whole}`
    } else lines.push(whole)
  }
  return lines.length > mostLines ? [...lines.slice(0, mostLines - 1), '…'] : lines
}

/** Cuts a word between characters, never within one of two code units. */
function shortened(word: string): string {
  const characters = [...word]
  return characters.length > widest ? `${characters.slice(0, widest - 1).join('')}…` : word
}

/** A text in which what hides or reorders is an escape; what joins emoji and Persian letters stays. */
function shown(text: string): string {
  return text.replace(/[^\u200c\u200d]+/g, visible)
}
