import type { Path } from '../issues/report'
import { isWhiteSpace, type ObjectNode, originOf, type RenderReport, type TagNode } from './node'

/** Reports what stands where the NCCO has no place for it. */
export function reportMisplaced(
  node: string | ObjectNode | TagNode,
  owner: ObjectNode | TagNode | undefined,
  path: Path,
  report: RenderReport,
): void {
  const outer = owner && originOf(owner)
  if (typeof node === 'string') {
    if (isWhiteSpace(node)) return
    const belongs = owner?.kind === 'tag' ? `beside <${owner.name}>` : 'inside <Talk>'
    return report('misplaced-text', path, { owner: outer?.element, belongs }, outer)
  }
  const origin = originOf(node)
  const detail = { element: origin.element ?? '', owner: outer?.element, belongs: belongs(node) }
  report('misplaced-element', path, detail, origin)
}

function belongs(node: ObjectNode | TagNode): string {
  if (node.kind === 'tag') return 'inside <Talk>'
  const { definition } = node
  if (definition.kind === 'raw' || definition.inside.length === 0) {
    return 'beside the other actions, in a fragment or a component'
  }
  return `inside ${definition.inside.map((name) => `<${name}>`).join(' or ')}`
}
