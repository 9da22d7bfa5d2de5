import type { KnownState } from '../known-state'
import { type Listening, listeningOf } from '../listening'
import { type OfferedKey, offeredKeys } from '../offered-keys'

/** An input of the flow, with the keys that the words before it offer. */
export interface Question {
  readonly state: KnownState
  readonly listening: Listening
  readonly offered: readonly OfferedKey[]
  /** Before each act of whoever is asked: `leg ` for a leg that is not joined yet. */
  readonly prefix: '' | 'leg '
  /** Whether it is the first state that asks it: others ask it again, after other words. */
  readonly isFirst: boolean
}

/** The questions of a map, in the order of their states. */
export function questionsOf(states: readonly KnownState[]): Question[] {
  const known = new Set<string>()
  return states.flatMap((state) => {
    const { waiting } = state.moment
    if (waiting?.name !== 'input') return []
    const key = askedIn(state)
    const isFirst = !known.has(key)
    known.add(key)
    const offered = offeredKeys(wordsOf(state).join(' '))
    const prefix = waiting.who === 'leg' ? 'leg ' : ''
    return [{ state, listening: listeningOf(waiting), offered, prefix, isFirst }]
  })
}

/** Whether two states ask the same, perhaps after other words. */
export function askSame(one: KnownState, other: KnownState): boolean {
  return one === other || (asks(one) && asks(other) && askedIn(one) === askedIn(other))
}

function asks({ moment }: KnownState): boolean {
  return moment.waiting?.name === 'input'
}

/** The question as a text: the listening, and the last words before it. */
function askedIn(state: KnownState): string {
  const { waiting } = state.moment
  return JSON.stringify([waiting?.who, waiting && listeningOf(waiting), wordsOf(state).at(-1)])
}

/** The words that were heard by whoever is asked. */
function wordsOf({ moment: { waiting, heard, legHeard } }: KnownState): readonly string[] {
  return waiting?.who === 'leg' ? legHeard : heard.map(({ text }) => text)
}
