import { located, type Path, type Report } from '../issues/report'
import { ElementOrigin, elementName } from './element-origin'
import type { ObjectNode, TagNode } from './node'

/** Reports an element that stands where the NCCO has no place for it. */
export function reportMisplaced(
  node: ObjectNode | TagNode,
  owner: ObjectNode | TagNode | undefined,
  path: Path,
  report: Report,
): void {
  const outer = owner && elementName(owner)
  const detail = { element: elementName(node), owner: outer, belongs: belongs(node, outer) }
  report('misplaced-element', located(path, new ElementOrigin(node)), detail)
}

function belongs(node: ObjectNode | TagNode, owner: string | undefined): string {
  if (node.kind === 'tag') return 'inside <Talk>'
  const { definition } = node
  if (definition.kind === 'raw' || definition.table.inside.length === 0) {
    const place = owner === undefined ? 'among the actions' : `before or after <${owner}>`
    return `${place}; several actions stand side by side in <>…</>`
  }
  return `inside ${definition.table.inside.map((name) => `<${name}>`).join(' or ')}`
}
