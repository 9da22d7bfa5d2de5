import { elementName } from './element-origin'
import type { FaultNode, ObjectNode, Rendered, TagNode, TreePosition } from './node'
import { fault } from './unrenderable'

/** Whether text can stand inside: in a talk, and in a tag that is not empty. */
export function holdsText(owner: ObjectNode | TagNode): boolean {
  if (owner.kind === 'tag') return !owner.tag.isEmpty
  return owner.definition.kind !== 'raw' && owner.definition.table.text !== undefined
}

/** Whether a node is written as it is; nearly everything in a talk is. */
export function isText(node: unknown): boolean {
  return typeof node === 'number' ? Number.isFinite(node) : typeof node === 'string' && node !== ''
}

/** Adds a text to the tree, or a fault if no text can stand there. */
export function expandText(text: string | number, around: TreePosition, out: Rendered[]): void {
  if (around.owner && holdsText(around.owner)) out.push(String(text))
  // White space between elements on one line says nothing if no text can stand there.
  else if (String(text).trim() !== '') out.push(misplaced(text, around))
}

function misplaced(text: string | number, around: TreePosition): FaultNode {
  const { owner } = around
  const belongs = owner?.kind === 'tag' ? `beside <${owner.name}>` : 'inside <Talk>'
  const outer = owner && elementName(owner)
  const isNumber = typeof text === 'number'
  return fault('misplaced-text', { owner: outer, belongs, isNumber }, around)
}
