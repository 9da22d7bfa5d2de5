import type { CallMap, MapState } from 'ncco-jsx/simulate'
import { labelOf, linesOf } from './map-label'
import { waysOf } from './map-ways'

/** The widest of the fonts whose letters Graphviz knows the widths of: words in another one fit too. */
export const font = 'Verdana'

/** Writes a map in the DOT language of Graphviz. */
export function formatDot(map: CallMap): string {
  const found = new Set(map.findings.map(({ state }) => state))
  const nodes = map.states.map((state) => {
    const attributes = [
      `label=${quoted(labelOf(state, map).flat())}`,
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
    `  node [fontname="${font}", fontsize=11, style=rounded]`,
    `  edge [fontname="${font}", fontsize=10]`,
  ]
  return `${['digraph calls {', ...settings, ...nodes, ...edges, '}'].join('\n')}\n`
}

function shapeOf({ ended, listens }: MapState): string {
  if (ended) return 'oval'
  return listens ? 'hexagon' : 'box'
}

/** A label in quotes. Graphviz reads entities of HTML in it. */
function quoted(lines: readonly string[]): string {
  const escaped = lines.map((line) => line.replaceAll('&', '&amp;').replace(/[\\"]/g, '\\$&'))
  return `"${escaped.join('\\n')}"`
}
