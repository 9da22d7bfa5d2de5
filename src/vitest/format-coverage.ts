import type { MapCoverage, MapEdge, MapState } from 'ncco-jsx/simulate'

/** Parts of a map in percent. */
export interface Thresholds {
  states?: number | undefined
  edges?: number | undefined
}

/** What is missed is listed up to so many lines. */
const mostListed = 20

/** The coverage of a map for a terminal. */
export function formatCoverage(covered: MapCoverage, name: string): string {
  const { states, edges, missedStates, missedEdges, unknown } = covered
  const reached = new Set(states)
  // Edges from states that were not reached are not listed.
  const next = missedEdges.filter(({ from }) => [...reached].some(({ id }) => id === from))
  const lines = [
    `Calls on ${name}`,
    `  states  ${ratio(states, missedStates)}`,
    `  edges   ${ratio(edges, missedEdges)}`,
    ...listed('not reached:', missedStates.map(toLine)),
    ...listed('not taken:', waysIn(next)),
  ]
  if (unknown > 0) {
    lines.push(
      `  ${unknown} states of the calls are not on the map; make it anew, or with the --now, --entries and --phrases of the tests.`,
    )
  }
  return `\n${lines.join('\n')}\n`
}

/** Says which threshold was missed. */
export function shortfall(covered: MapCoverage, thresholds: Thresholds): string | undefined {
  const { states, edges, missedStates, missedEdges } = covered
  const parts = [
    ['states', percent(states, missedStates), thresholds.states],
    ['edges', percent(edges, missedEdges), thresholds.edges],
  ] as const
  const short = parts.flatMap(([name, reached, least]) =>
    least !== undefined && reached < least ? [`${reached}% of the ${name}, not ${least}%`] : [],
  )
  return short.length === 0
    ? undefined
    : `The calls of the tests went through ${short.join(', and ')}.`
}

function ratio(covered: readonly unknown[], missed: readonly unknown[]): string {
  return `${covered.length} of ${covered.length + missed.length} (${percent(covered, missed)}%)`
}

/** Rounded down, so that 100 means all. */
function percent(covered: readonly unknown[], missed: readonly unknown[]): number {
  const all = covered.length + missed.length
  return all === 0 ? 100 : Math.floor((covered.length / all) * 100)
}

function toLine({ id, heard, activity, ended }: MapState): string {
  const words = heard.join(' ')
  const shown = words.length > 60 ? `${words.slice(0, 59)}…` : words
  return `${id} ${ended ?? activity}${shown === '' ? '' : ` “${shown}”`}`
}

/** The acts that lead from one state to the same other one, in a line. */
function waysIn(edges: readonly MapEdge[]): string[] {
  const ways = new Map<string, string[]>()
  for (const { from, to, act } of edges) {
    const way = `${from} → ${to}`
    ways.set(way, [...(ways.get(way) ?? []), act])
  }
  return [...ways].map(([way, acts]) => {
    const [first = '', ...others] = acts
    return `${way}: ${first}${others.length > 0 ? ` and ${others.length} more` : ''}`
  })
}

function listed(title: string, lines: readonly string[]): string[] {
  if (lines.length === 0) return []
  const shown = lines.slice(0, mostListed).map((line) => `    ${line}`)
  const left = lines.length - mostListed
  return [`  ${title}`, ...shown, ...(left > 0 ? [`    … and ${left} more`] : [])]
}
