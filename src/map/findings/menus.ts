import { flagOf } from '../../simulate/actions/action-options'
import type { MapFinding } from '../call-map'
import type { KnownState } from '../known-state'
import { isRepetition, offeredKeys } from '../offered-keys'
import { finding } from './finding'
import { askSame, type Question } from './question'

// From guides to the design of voice menus: callers remember about five choices, and hang up after three levels and after 10 s of words.
const mostChoices = 5
const mostLevels = 3
const longestPrompt = 10

/** Menus with too many choices, behind too many others, or after too many words. */
export function findMenus(questions: readonly Question[]): MapFinding[] {
  const menus = new Set(questions.filter(isMenu).map(({ state }) => state))
  return questions
    .filter(({ isFirst }) => isFirst)
    .flatMap((question) => {
      const { state, offered, listening } = question
      const found: MapFinding[] = []
      const count = offered.filter((one) => !isRepetition(one)).length
      if (count > mostChoices) found.push(finding('too-many-choices', state, { count }))
      const depth = menus.has(state) ? levelsAt(state, menus) : 0
      // Those behind it are deeper still.
      if (depth === mostLevels + 1) found.push(finding('menu-too-deep', state, { depth }))
      const isForChoice = listening.digits !== undefined || listening.phrases !== undefined
      const seconds = question.prefix === '' && isForChoice ? secondsBeforeChoice(state) : 0
      if (seconds > longestPrompt) found.push(finding('long-prompt', state, { seconds }))
      return found
    })
}

function isMenu({ offered }: Question): boolean {
  return offered.length > 1
}

/** The menus on the shortest way to a state, itself included; one that asks again counts once. */
function levelsAt(state: KnownState, menus: ReadonlySet<KnownState>): number {
  let levels = 0
  for (let at: KnownState | undefined = state; at; at = at.before) {
    const { before } = at
    if (menus.has(at) && !(before && askSame(before, at))) levels++
  }
  return levels
}

/** The time until the caller can choose, in seconds: of what cannot be interrupted all, of the rest up to the first offer. */
function secondsBeforeChoice({ moment: { heard, ncco = [], index } }: KnownState): number {
  const prompts = ncco
    .slice(0, index)
    .filter(({ action }) => action === 'talk' || action === 'stream')
  const first = prompts.findIndex((prompt) => flagOf(prompt, 'bargeIn'))
  const interruptible = first < 0 ? 0 : prompts.length - first
  let seconds = 0
  for (const [place, { text, seconds: length, isEndless }] of heard.entries()) {
    const [offer] = place >= heard.length - interruptible ? offeredKeys(text) : []
    if (offer) return round(seconds + length * offer.place)
    if (!isEndless) seconds += length
  }
  return round(seconds)
}

function round(seconds: number): number {
  return Math.round(seconds * 10) / 10
}
