import type { CallMap, MapFinding, MapLeft, MapState } from 'ncco-jsx/simulate'
import { doingIn, type MapWay, waysOf } from './map-ways'

/** Writes a map for a reader: each state with the ways from it, then the findings, then what was left out. */
export function formatMapText(map: CallMap): string {
  const ways = waysOf(map)
  const states = map.states.map((state) => formatState(state, ways))
  const findings = map.findings.map(formatFinding)
  const left = map.left.map(formatLeft)
  return [...states, ...findings, ...left, `${summarise(map)}\n`].join('\n')
}

function formatState(state: MapState, ways: readonly MapWay[]): string {
  const { id, heard, legHeard = [] } = state
  const lines = [
    `${id}  ${doingIn(state)}`,
    ...heard.map((text) => `    “${text}”`),
    ...legHeard.map((text) => `    to the leg: “${text}”`),
    ...ways.filter(({ from }) => from === id).map(({ acts, to }) => `  ${acts} → ${to}`),
  ]
  return `${lines.join('\n')}\n`
}

function formatFinding({ code, state, script, message, remedy }: MapFinding): string {
  const lines = [`${code}: ${message}`, `  ${remedy}`, `  at ${state}: ${scriptText(script)}`]
  return `${lines.join('\n')}\n`
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
  return `Not tried at ${state}, because ${reasons[why]}: ${acts.join(', ')}.\n`
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
