import type { CallMap, MapEdge } from 'ncco-jsx/simulate'
import type { Act } from '../call/act'
import type { Step } from '../call/steps'

/** The way of a call through a map. */
export interface Way {
  /** The states that it came through, by their ids; the last is where it is, unless it has left the map. */
  readonly states: ReadonlySet<string>
  readonly edges: ReadonlySet<MapEdge>
  /** Absent where the map has no such state. */
  readonly current: string | undefined
}

/** Follows a call through a map. */
export function locate({ states, edges }: CallMap, steps: readonly Step[]): Way {
  const visited = new Set<string>()
  const taken = new Set<MapEdge>()
  let current: string | undefined
  for (const [index, { acts, heard, isEnd }] of steps.entries()) {
    const edge = edges.find((one) => one.from === current && fits(one.act, acts))
    if (edge) taken.add(edge)
    const sounds = states.find((one) => isAlike(one.heard, heard) && isEnd === 'ended' in one)
    current = index === 0 ? states[0]?.id : (edge?.to ?? sounds?.id)
    if (current !== undefined) visited.add(current)
  }
  return { states: visited, edges: taken, current }
}

function isAlike(one: readonly string[], other: readonly string[]): boolean {
  return one.length === other.length && one.every((text, index) => text === other[index])
}

/** Whether the act of an edge is what was done. A silence after keys or a leg's answer is part of it. */
function fits(act: string, acts: readonly Act[]): boolean {
  const [first] = acts.filter(({ kind }) => kind !== 'wait')
  return first !== undefined && wordsOf(first).includes(act)
}

/** The words by which a map may call an act. */
function wordsOf(act: Act): string[] {
  switch (act.kind) {
    case 'press':
      return [`press ${act.keys}`]
    case 'say':
      return [`say ${act.text}`, 'say something else']
    case 'silence':
      return ['silence', 'leg silence', 'leg unanswered']
    case 'leg':
      return legWords(act.does)
    default:
      return []
  }
}

function legWords(does: Extract<Act, { kind: 'leg' }>['does']): string[] {
  switch (does.kind) {
    case 'press':
      return [`leg press ${does.keys}`]
    case 'say':
      return [`leg say ${does.text}`, 'leg say something else']
    case 'unavailable':
      return ['leg unavailable', 'leg unanswered']
    default:
      return [`leg ${does.kind.replace('-', ' ')}`]
  }
}
