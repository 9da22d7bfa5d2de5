import type { CallMap, MapFinding, MapLeft, MapState } from 'ncco-jsx/simulate'
import { doingIn, joined } from './map-ways'

// Characters, so that a line of a state fits on most screens; the JSON has all words.
const longestHeard = 90
const longestHint = 36
// A way with more acts moves its own arrow only.
const widestActs = 56

/** Writes a map for a reader: each state with the ways from it, then what was left out, the findings and their number. */
export function formatMapText(map: CallMap): string {
  const states = map.states.map((state) => formatState(state, map))
  const left = map.left.map(formatLeft)
  return [...states, ...left, ...formatFindings(map.findings), `${summarise(map)}\n`].join('\n')
}

function formatState(state: MapState, map: CallMap): string {
  const { id, heard, legHeard = [] } = state
  const lines = [
    `${id}  ${doingIn(state)}`,
    ...heard.map((text) => `    ${quoted(text, longestHeard)}`),
    ...legHeard.map((text) => `    to the leg: ${quoted(text, longestHeard)}`),
    ...formatWays(state, map),
  ]
  return `${lines.join('\n')}\n`
}

/** The acts from a state to the same other one. */
interface Way {
  readonly to: string
  /** Whether the same acts led elsewhere before, because of what the app counts or remembers. */
  readonly isOther: boolean
  readonly acts: string[]
}

/** A line for each way, with the arrows below one another. */
function formatWays(state: MapState, map: CallMap): string[] {
  const rows = waysFrom(state, map).map(({ to, isOther, acts }) => {
    const target = map.states.find(({ id }) => id === to)
    const hint = target === state ? 'again' : target ? hintOf(target) : ''
    return { acts: `${isOther ? 'sometimes ' : ''}${joined(acts)}`, to, hint }
  })
  const widest = (texts: readonly string[]) => Math.max(0, ...texts.map(({ length }) => length))
  const width = Math.min(widestActs, widest(rows.map(({ acts }) => acts)))
  const widestId = widest(rows.map(({ to }) => to))
  return rows.map(({ acts, to, hint }) =>
    `      ${acts.padEnd(width)} → ${to.padEnd(widestId)}  ${hint}`.trimEnd(),
  )
}

/** The ways from a state: those that the words offer first, those of acts that can lead elsewhere last. */
function waysFrom({ id, listens }: MapState, { edges }: CallMap): Way[] {
  const ways = new Map<string, Way>()
  const seen = new Set<string>()
  for (const { act, to } of edges.filter(({ from }) => from === id)) {
    const isOther = seen.has(act)
    seen.add(act)
    const key = `${isOther} ${to}`
    const way = ways.get(key) ?? { to, isOther, acts: [] }
    ways.set(key, way)
    way.acts.push(act)
  }
  const offered = new Set(listens?.keys.map((key) => `press ${key}`))
  const isOffered = ({ acts }: Way) => {
    const keys = acts.filter((act) => act.startsWith('press '))
    return keys.length > 0 && keys.every((key) => offered.has(key))
  }
  const rank = (way: Way) => (way.isOther ? 2 : isOffered(way) ? 0 : 1)
  return [...ways.values()].sort((one, other) => rank(one) - rank(other))
}

/** What is in a state, for those who read of a way to it. */
function hintOf(state: MapState): string {
  const doing = doingIn(state)
  const [first] = state.heard
  if (first === undefined) return doing
  if (state.listens) return quoted(first, longestHint)
  return state.ended ? `${doing} ${quoted(first, longestHint)}` : doing
}

/** The beginning of a text, cut before a word if it is long. */
function quoted(text: string, longest: number): string {
  const characters = [...text]
  if (characters.length <= longest) return `“${text}”`
  const start = characters.slice(0, longest).join('')
  const end = start.search(/\s\S*$/)
  return `“${end > longest / 2 ? start.slice(0, end) : start} …”`
}

/** Each message once, with every state that has it and the acts that lead there. */
function formatFindings(findings: readonly MapFinding[]): string[] {
  const groups = new Map<string, string[]>()
  for (const { code, state, script, message, remedy } of findings) {
    const words = `${code}: ${message}\n  ${remedy}`
    const places = groups.get(words) ?? []
    groups.set(words, places)
    places.push(`  at ${state}: ${scriptText(script)}`)
  }
  return [...groups].map(([words, places]) => `${[words, ...places].join('\n')}\n`)
}

function scriptText(script: readonly string[]): string {
  return script.length === 0 ? 'at once' : script.join('; ')
}

const reasons: Readonly<Record<MapLeft['why'], string>> = {
  calls: 'no calls were left; raise --calls',
  depth: 'the calls have too many acts; raise --depth',
  seconds: 'the calls are too long; raise --seconds',
  stopped: 'it was stopped',
  changed: 'the app answered otherwise than before, so it remembers other calls',
}

function formatLeft({ state, acts, why }: MapLeft): string {
  return `Not tried at ${state}, because ${reasons[why]}: ${joined(acts)}.\n`
}

/** The size of a map, in a sentence. */
export function summarise({ states, edges, findings, left }: CallMap): string {
  const untried = left.reduce((sum, { acts }) => sum + acts.length, 0)
  const rest = untried === 0 ? '' : ` ${count(untried, 'act')} not tried.`
  return `${count(states.length, 'state')}, ${count(edges.length, 'edge')}, ${count(findings.length, 'finding')}.${rest}`
}

function count(number: number, noun: string): string {
  return `${number} ${noun}${number === 1 ? '' : 's'}`
}
