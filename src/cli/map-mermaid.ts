import type { CallMap, MapState } from 'ncco-jsx/simulate'
import { labelOf, linesOf } from './map-label'
import { waysOf } from './map-ways'

// Words in a hexagon that is as narrow as by default stand one below the other.
const head = ['---', 'config:', '  flowchart:', '    wrappingWidth: 300', '---', 'flowchart TD']

/** Writes a map as a flowchart of Mermaid. */
export function formatMermaid(map: CallMap): string {
  const nodes = map.states.map(
    (state) => `  ${state.id}${shaped(state, quoted(labelOf(state, map).map(joined)))}`,
  )
  const edges = waysOf(map).map(
    ({ from, to, acts }) => `  ${from} -->|${quoted([joined(linesOf(acts))])}| ${to}`,
  )
  const found = [...new Set(map.findings.map(({ state }) => state))]
  const marked =
    found.length > 0
      ? [`  class ${found.join(',')} found`, '  classDef found stroke:#c00,stroke-width:3px']
      : []
  return `${[...head, ...nodes, ...edges, ...marked].join('\n')}\n`
}

/** An end is round, a question a hexagon, anything else a box. */
function shaped({ ended, listens }: MapState, label: string): string {
  if (ended) return `([${label}])`
  return listens ? `{{${label}}}` : `[${label}]`
}

/** The lines of a paragraph: Mermaid breaks them itself. */
function joined(lines: readonly string[]): string {
  return lines.join(' ')
}

/**
 * A label in quotes, a paragraph a line, with everything that means something to Mermaid or to HTML as an entity of Mermaid. `$$` and `\n` mean
 * something even so, and get a space without width.
 */
function quoted(paragraphs: readonly string[]): string {
  const escaped = paragraphs.map((paragraph) =>
    paragraph
      .replace(/\$(?=\$)|\\(?=n)/g, '$&\u200b')
      .replace(/[^\p{L}\p{N} .,:!?…“”→+*_/()=-]/gu, (character) => `#${character.codePointAt(0)};`),
  )
  return `"${escaped.join('<br/>')}"`
}
