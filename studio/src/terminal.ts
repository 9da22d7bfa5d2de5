import { stripVTControlCharacters } from 'node:util'
import { formatProblem } from './problems'
import type { TargetState } from './protocol'
import type { TargetListener } from './target'

/** Prints to the terminal what happens to the target. */
export const terminal: TargetListener = {
  onState({ name, status, generation, changed, problem }: TargetState) {
    if (problem) return console.error(`\n${printable(formatProblem(problem))}\n`)
    if (status !== 'ready') return
    const reason = changed.length > 0 ? `: ${changed.slice(0, 3).join(', ')} changed` : ''
    console.log(printable(`${name} is ${generation === 1 ? 'ready' : `loaded anew${reason}`}.`))
  },
  onLine(stream, text) {
    console[stream === 'stdout' ? 'log' : 'error'](printable(text))
  },
}

/** What the app prints may hold what a caller said: nothing in it is obeyed by the terminal. */
function printable(text: string): string {
  return stripVTControlCharacters(text).replace(/[^\P{C}\n\t]/gu, '')
}
