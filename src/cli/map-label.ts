import type { CallMap, MapState } from 'ncco-jsx/simulate'
import { visible } from '../issues/words'
import { doingIn } from './map-ways'

// As wide and as long as a node of a diagram may be before it hides the others.
const widest = 36
const mostLines = 6

/** The lines of the node of a state: what happens, what is heard, and the codes of its findings. */
export function labelOf(state: MapState, { findings }: CallMap): string[] {
  const found = findings.filter((finding) => finding.state === state.id)
  const words = [...state.heard, ...(state.legHeard ?? [])].join(' ')
  return [
    `${state.id} ${visible(doingIn(state))}`,
    ...linesOf(words),
    ...found.map(({ code }) => `! ${code}`),
  ]
}

/** Breaks words into the lines of a label, without the rest of many. */
export function linesOf(text: string): string[] {
  const lines: string[] = []
  for (const word of text.split(/\s+/).filter((one) => one !== '')) {
    const shown = visible(word.length > widest ? `${word.slice(0, widest - 1)}…` : word)
    const last = lines.at(-1)
    if (last !== undefined && last.length + shown.length < widest) {
      lines[lines.length - 1] = `${last} ${shown}`
    } else lines.push(shown)
  }
  return lines.length > mostLines ? [...lines.slice(0, mostLines - 1), '…'] : lines
}
