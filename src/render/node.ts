import type { JsonObject } from '../element/json'
import type { Source } from '../issues/issue'
import type { Frame } from '../issues/origin'
import type { Path, Report } from '../issues/report'
import type { AnyDefinition } from '../options/component'
import type { SsmlTag } from '../speech/ssml'
import type { ComponentFrame, Scope } from './frame'

/** A tree whose components have run: text, objects to write, SSML tags, and faults. */
export type Rendered = string | ObjectNode | TagNode | FaultNode | Rendered[]

/** The surroundings of a node of the tree. */
export interface TreePosition {
  readonly frame: ComponentFrame | undefined
  readonly scope: Scope | undefined
  readonly depth: number
  /** The element of the vocabulary around, if there is one; only there can text be right. */
  readonly owner: ObjectNode | TagNode | undefined
  /** The position of the fragment around, if one is nearer than that element and the component. */
  readonly fragment: Source | undefined
}

/** The surroundings of a flow. */
export const outermost: TreePosition = {
  frame: undefined,
  scope: undefined,
  depth: 0,
  owner: undefined,
  fragment: undefined,
}

interface ElementNode {
  readonly source: Source | undefined
  /** A copy, so that every getter is read once. */
  readonly props: Readonly<Record<string, unknown>>
  readonly frame: Frame | undefined
  children: Rendered[]
}

/** An element that stands for an NCCO object. */
export interface ObjectNode extends ElementNode {
  readonly kind: 'object'
  readonly definition: AnyDefinition
  /** The object, if it is right beyond doubt; with a text, only what the rules between options and between actions read of it. */
  readonly drafted: JsonObject | undefined
  /** The JSON text of such an object; empty if none is wanted. */
  readonly text: string
}

/** An SSML tag. */
export interface TagNode extends ElementNode {
  readonly kind: 'tag'
  readonly name: string
  readonly tag: SsmlTag
}

/** Something that cannot be rendered; it is reported at its place in the NCCO. */
export interface FaultNode {
  readonly kind: 'fault'
  readonly tell: (path: Path, report: Report) => void
}

type Settled = Exclude<Rendered, Rendered[]>

function isSettled(node: Rendered): node is Settled {
  return !Array.isArray(node)
}

/** Flattens a level once every promise has settled; each promise left a nested list. */
export function settled(rendered: readonly Rendered[]): readonly Settled[] {
  if (rendered.every(isSettled)) return rendered
  const nodes: Settled[] = []
  const open = [rendered.values()]
  for (let list = open.at(-1); list; list = open.at(-1)) {
    const { done, value } = list.next()
    if (done) open.pop()
    else if (Array.isArray(value)) open.push(value.values())
    else nodes.push(value)
  }
  return nodes
}

/** The nodes of a level that holds no text: any text was already reported. */
export function settledElements(rendered: readonly Rendered[]): Exclude<Settled, string>[] {
  return settled(rendered).filter((node) => typeof node !== 'string')
}

/** A position one level further in. */
export function deeper({ frame, scope, depth, owner, fragment }: TreePosition): TreePosition {
  return { frame, scope, depth: depth + 1, owner, fragment }
}
