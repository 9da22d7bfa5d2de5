import type { CallMap, MapState } from 'ncco-jsx/simulate'
import { labelOf, linesOf } from './map-label'
import { waysOf } from './map-ways'

/** Writes a map as a flowchart of Mermaid. */
export function formatMermaid(map: CallMap): string {
  const nodes = map.states.map(
    (state) => `  ${state.id}${shaped(state, quoted(labelOf(state, map)))}`,
  )
  const edges = waysOf(map).map(
    ({ from, to, acts }) => `  ${from} -->|${quoted(linesOf(acts))}| ${to}`,
  )
  const found = [...new Set(map.findings.map(({ state }) => state))]
  const marked =
    found.length > 0
      ? [`  class ${found.join(',')} found`, '  classDef found stroke:#c00,stroke-width:3px']
      : []
  return `${['flowchart TD', ...nodes, ...edges, ...marked].join('\n')}\n`
}

/** An end is round, a question a hexagon, anything else a box. */
function shaped({ ended, listens }: MapState, label: string): string {
  if (ended) return `([${label}])`
  return listens ? `{{${label}}}` : `[${label}]`
}

/** A label in quotes, with everything that means something to Mermaid or to HTML as an entity of Mermaid. */
function quoted(lines: readonly string[]): string {
  const escaped = lines.map((line) =>
    line.replace(
      /[^\p{L}\p{N} .,:!?…“”→+*_/()=-]/gu,
      (character) => `#${character.codePointAt(0)};`,
    ),
  )
  return `"${escaped.join('<br/>')}"`
}
