import type { CallMap, MapState } from 'ncco-jsx/simulate'

/** The acts that lead from one state to the same other one. */
export interface MapWay {
  readonly from: string
  readonly to: string
  /** In words: `press 1 2 3, silence`. */
  readonly acts: string
}

/** The edges of a map, with the acts that lead to the same in one. */
export function waysOf({ edges }: CallMap): MapWay[] {
  const ways = new Map<string, { from: string; to: string; acts: string[] }>()
  for (const { from, to, act } of edges) {
    const key = `${from} ${to}`
    const way = ways.get(key) ?? { from, to, acts: [] }
    ways.set(key, way)
    way.acts.push(act)
  }
  return [...ways.values()].map(({ from, to, acts }) => ({ from, to, acts: joined(acts) }))
}

/** Joins acts, all keys in one: `press 1 3-9, silence`. */
export function joined(acts: readonly string[]): string {
  const spoken = new Map<string, string[]>()
  for (const act of acts) {
    const [, verb = act, what] = /^((?:leg )?press) (.+)$/.exec(act) ?? []
    const whole = spoken.get(verb) ?? []
    spoken.set(verb, whole)
    if (what !== undefined) whole.push(what)
  }
  return [...spoken].map(([verb, whats]) => [verb, ...inRanges(whats)].join(' ')).join(', ')
}

/** Writes three or more digits that follow one another as a range. */
function inRanges(keys: readonly string[]): string[] {
  const ranges: string[][] = []
  for (const key of keys) {
    const last = ranges.at(-1)
    const previous = last?.at(-1)
    const follows = /^\d$/.test(key) && /^\d$/.test(previous ?? '') && +key === Number(previous) + 1
    if (last && follows) last.push(key)
    else ranges.push([key])
  }
  return ranges.flatMap((range) => (range.length < 3 ? range : [`${range[0]}-${range.at(-1)}`]))
}

/** The activity in a state, in a few words. */
export function doingIn({ activity, listens, leg, ended }: MapState): string {
  if (ended) return ended === 'completed' ? 'ends' : `ends: ${ended}`
  const to = leg ? ` ${leg.to}` : ''
  if (listens && activity === 'recording') return 'records'
  if (listens) {
    const parts = [
      listens.digits === undefined ? '' : keysIn(listens.digits),
      listens.phrases ? 'speech' : '',
    ]
    const who = listens.who === 'leg' ? `${leg?.to ?? 'the leg'} is asked for` : 'listens for'
    return `${who} ${parts.filter(Boolean).join(' and ')}`
  }
  return { connecting: `calls${to}`, connected: `talks to${to}` }[activity as string] ?? activity
}

function keysIn(digits: number): string {
  return digits === 1 ? 'a key' : `up to ${digits} keys`
}
