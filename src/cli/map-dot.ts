import type { CallMap, MapState } from 'ncco-jsx/simulate'
import { labelOf, linesOf } from './map-label'
import { waysOf } from './map-ways'

/** Writes a map in the DOT language of Graphviz. */
export function formatDot(map: CallMap): string {
  const found = new Set(map.findings.map(({ state }) => state))
  const nodes = map.states.map((state) => {
    const attributes = [
      `label=${quoted(labelOf(state, map))}`,
      `shape=${shapeOf(state)}`,
      ...(found.has(state.id) ? ['color="#cc0000"', 'penwidth=2'] : []),
    ]
    return `  ${state.id} [${attributes.join(', ')}]`
  })
  const edges = waysOf(map).map(
    ({ from, to, acts }) => `  ${from} -> ${to} [label=${quoted(linesOf(acts))}]`,
  )
  const settings = [
    '  graph [rankdir=TB]',
    '  node [fontname="sans-serif", fontsize=11, style=rounded]',
    '  edge [fontname="sans-serif", fontsize=10]',
  ]
  return `${['digraph calls {', ...settings, ...nodes, ...edges, '}'].join('\n')}\n`
}

function shapeOf({ ended, listens }: MapState): string {
  if (ended) return 'oval'
  return listens ? 'hexagon' : 'box'
}

function quoted(lines: readonly string[]): string {
  return `"${lines.map((line) => line.replace(/[\\"]/g, '\\$&')).join('\\n')}"`
}
