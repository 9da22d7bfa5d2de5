import type { Source } from '../issues/issue'
import type { Frame, Origin } from '../issues/origin'
import type { ObjectNode, TagNode, TreePosition } from './node'

/** The origin of what an element stands for. Its fields are read only where something is found. */
export class ElementOrigin implements Origin {
  readonly #node: ObjectNode | TagNode
  readonly exempt: Origin['exempt']
  parts: Map<string | number, Origin> | undefined

  constructor(node: ObjectNode | TagNode, exempt?: Origin['exempt']) {
    this.#node = node
    this.exempt = exempt
  }

  get element(): string {
    return elementName(this.#node)
  }

  get source(): Source | undefined {
    return this.#node.source
  }

  get frame(): Frame | undefined {
    return this.#node.frame
  }

  addPart(key: string | number, part: Origin): void {
    this.parts ??= new Map()
    this.parts.set(key, part)
  }

  /** The keys in the order of the element, with the props that were not written in their places. */
  keysInOrder(object: object): readonly string[] {
    const keys = Object.keys(object)
    const node = this.#node
    if (node.kind === 'tag' || node.definition.kind === 'raw') return keys
    const { table, tag } = node.definition
    const { byKey, byProp } = table
    const given = Object.keys(node.props).map((prop) => byProp.get(prop)?.key ?? prop)
    const isBeforeProps = (key: string) =>
      key === tag?.[0] || ['presence', 'text'].includes(byKey.get(key)?.from ?? '')
    return [...new Set([...keys.filter(isBeforeProps), ...given, ...keys])]
  }
}

/** The name of an element, such as `Talk`. */
export function elementName(node: ObjectNode | TagNode): string {
  return node.kind === 'tag' ? node.name : node.definition.component
}

/** The element or fragment that a node stands in, if that is of the same component; else the component. */
export function originAt({ frame, owner, fragment }: TreePosition): Origin {
  if (fragment) return { element: 'Fragment', source: fragment, frame }
  return owner && owner.frame === frame ? new ElementOrigin(owner) : { frame }
}
