import { isElement, type NccoElement } from '../element/element'
import { Fragment, isFragment } from '../element/fragment'
import type { JsonObject } from '../element/json'
import { ignoreRejections, isThenable } from '../element/promise'
import { NccoError } from '../issues/ncco-error'
import type { Origin } from '../issues/origin'
import { type AnyDefinition, definitionOf } from '../options/component'
import { ssmlTags } from '../speech/ssml'
import { contextOf, run } from './context'
import { draft, type Props, type Taken } from './draft'
import { ComponentFrame, type FunctionComponent } from './frame'
import {
  type ObjectNode,
  originAt,
  originOf,
  outermost,
  type Rendered,
  type TagNode,
  type TreePosition,
} from './node'
import { renderError, toRenderError } from './render-error'
import { expandText, holdsText, isText } from './text'
import { fault, unknownElement, unrenderable } from './unrenderable'

// Deeper than any real flow; a recursion without an end gets here in a moment.
const deepest = 5000

// The call stack of some runtimes ends after a few hundred components inside each other.
const deepestRecursion = 40

// Promises settle level by level, so a recursion that branches would fill the memory before it is deep.
const mostPromises = 100_000

/** Nodes side by side, the first of which are expanded already, and the list that their results belong in. */
interface Level {
  readonly nodes: readonly unknown[]
  next: number
  readonly around: TreePosition
  readonly out: Rendered[]
}

/** How a tree is expanded. */
interface Expansion {
  /** Receives the async parts. Without it (synchronous render) a promise is a fault. */
  readonly pending?: Promise<void>[]
  /** Whether nobody waits for the tree any more: no component starts then. */
  readonly isAbandoned?: (() => boolean) | undefined
}

/** Runs the components of a tree. */
export function expandTree(node: unknown, expansion: Expansion): Rendered[] {
  const out: Rendered[] = []
  new TreeWalk(expansion).walk(node, outermost, out)
  return out
}

class TreeWalk {
  readonly #expansion: Expansion
  /** The position of the node that is being expanded. */
  #position = outermost
  /** The levels below the deepest recursion, innermost last; absent while the walk recurses. */
  #levels: Level[] | undefined
  /** The props that were read for a draft that came to nothing. */
  #taken: Taken = []
  #promises = 0

  constructor(expansion: Expansion) {
    this.#expansion = expansion
  }

  /** Expands a node and everything that comes out of it, in document order. */
  walk(node: unknown, around: TreePosition, out: Rendered[]): void {
    try {
      this.#expand(node, around, out)
    } catch (error) {
      this.#levels = undefined
      ignoreRejections([node, out])
      if (error instanceof NccoError) throw error
      throw unreadable(originAt(this.#position), error)
    }
  }

  #expand(node: unknown, around: TreePosition, out: Rendered[]): void {
    this.#position = around
    if (typeof node === 'string') {
      if (node !== '') expandText(node, around, out)
    } else if (typeof node === 'number' && Number.isFinite(node)) {
      expandText(node, around, out)
    } else if (node === undefined || node === null || typeof node === 'boolean') {
      return
    } else if (typeof node !== 'object') {
      out.push(unrenderable(node, around))
    } else if (around.depth > deepest) {
      throw tooDeep(around)
    } else if (Array.isArray(node)) {
      this.#descend(node.slice(), deeper(around), out)
    } else if (isElement(node)) {
      this.#expandElement(node, around, out)
    } else if (isThenable(node)) {
      this.#expandPromise(node, around, out)
    } else {
      out.push(unrenderable(node, around))
    }
  }

  /** Expands nodes side by side: at once, or, in a deep tree, when their turn comes. */
  #descend(nodes: readonly unknown[], around: TreePosition, out: Rendered[]): void {
    if (this.#levels) {
      this.#levels.push({ nodes, next: 0, around, out })
    } else if (around.depth < deepestRecursion) {
      try {
        for (let index = 0; index < nodes.length; index++) this.#expand(nodes[index], around, out)
      } catch (error) {
        ignoreRejections(nodes)
        throw error
      }
    } else {
      this.#walkDeep({ nodes, next: 0, around, out })
    }
  }

  /** Expands a level without recursion. */
  #walkDeep(first: Level): void {
    const levels = [first]
    this.#levels = levels
    try {
      for (let level = levels.at(-1); level; level = levels.at(-1)) {
        if (level.next === level.nodes.length) levels.pop()
        else this.#expand(level.nodes[level.next++], level.around, level.out)
      }
    } catch (error) {
      for (const { nodes } of levels) ignoreRejections(nodes)
      throw error
    }
    this.#levels = undefined
  }

  #expandElement(element: NccoElement, around: TreePosition, out: Rendered[]): void {
    const { type } = element
    const definition = definitionOf(type)
    if (definition) {
      this.#expandObject(element, definition, around, out)
    } else if (typeof type === 'function') {
      this.#expandComponent(element, type as FunctionComponent, around, out)
    } else if (typeof type === 'string' && ssmlTags[type]) {
      const { source } = element
      const props = this.#takeProps(type, element, around)
      const tag = ssmlTags[type]
      const { frame } = around
      const node: TagNode = { kind: 'tag', name: type, tag, source, props, frame, children: [] }
      this.#expandChildren(node, around, out)
    } else {
      ignoreRejections(element)
      out.push(unknownElement(element, around))
    }
  }

  #expandObject(
    element: NccoElement,
    definition: AnyDefinition,
    around: TreePosition,
    out: Rendered[],
  ): void {
    const { source } = element
    const { frame } = around
    const props = this.#takeProps(definition.component, element, around)
    const drafted = this.#draft(definition, props, around)
    if (drafted) {
      const children = noChildren
      out.push({ kind: 'object', definition, source, props, frame, children, drafted })
    } else {
      const children: Rendered[] = []
      const node: ObjectNode = {
        kind: 'object',
        definition,
        source,
        props,
        frame,
        children,
        drafted,
      }
      this.#expandChildren(node, around, out)
    }
  }

  #takeProps(name: string, element: NccoElement, { frame }: TreePosition): Props {
    const taken = this.#taken
    for (let index = 0; index < taken.length; index += 2) {
      if (taken[index] === element) return taken[index + 1] as Props
    }
    try {
      return { ...element.props }
    } catch (error) {
      throw unreadable({ element: name, source: element.source, frame }, error)
    }
  }

  /** The NCCO object of an action that is right beyond doubt. */
  #draft(definition: AnyDefinition, props: Props, { owner }: TreePosition): JsonObject | undefined {
    if (definition.kind !== 'action' || owner !== undefined) return undefined
    if (this.#taken.length > 0) this.#taken = []
    const drafted = draft(definition, props, this.#taken)
    if (drafted && this.#taken.length > 0) this.#taken = []
    return drafted
  }

  #expandChildren(owner: ObjectNode | TagNode, around: TreePosition, out: Rendered[]): void {
    if (this.#expansion.pending) ignoreOptionRejections(owner.props)
    out.push(owner)
    const node = owner.props.children
    if (node === undefined) return
    const nodes = listChildren(node, owner)
    if (holdsText(owner) && nodes.every(isText)) {
      owner.children = nodes.map(String)
      return
    }
    const { frame, scope, depth } = around
    const inside = { frame, scope, depth: depth + 1, owner, fragment: undefined }
    this.#descend(nodes, inside, owner.children)
  }

  #expandComponent(
    { props, source }: NccoElement,
    type: FunctionComponent,
    around: TreePosition,
    out: Rendered[],
  ): void {
    const { frame, scope, owner, fragment } = around
    const depth = around.depth + 1
    if (type === Fragment || isFragment(type)) {
      const inside = { frame, scope, depth, owner, fragment: source ?? fragment }
      return this.#expandContent(props.children, inside, out)
    }
    const context = contextOf(type)
    if (context !== undefined) {
      const inner = { context, value: props.value, outer: scope }
      const inside = { frame, scope: inner, depth, owner, fragment }
      return this.#expandContent(props.children, inside, out)
    }
    const inner = new ComponentFrame(type, source, frame, scope)
    let node: unknown
    try {
      node = run(inner, type, props)
    } catch (error) {
      throw toRenderError(error, inner)
    }
    this.#expandContent(node, { frame: inner, scope, depth, owner, fragment: undefined }, out)
  }

  /** Expands the result of a component or the content of a fragment. */
  #expandContent(node: unknown, around: TreePosition, out: Rendered[]): void {
    if (this.#levels || around.depth >= deepestRecursion) this.#descend([node], around, out)
    else this.#expand(node, around, out)
  }

  #expandPromise(promise: PromiseLike<unknown>, around: TreePosition, out: Rendered[]): void {
    const { pending, isAbandoned } = this.#expansion
    if (pending === undefined) {
      ignoreRejections(promise)
      out.push(fault('promise-in-render', {}, around))
      return
    }
    if (++this.#promises > mostPromises) throw tooMany(around)
    const slot: Rendered[] = []
    out.push(slot)
    const settled = Promise.resolve(promise).then(
      (node) => {
        if (!isAbandoned?.()) return this.walk(node, deeper(around), slot)
        ignoreRejections(node)
        throw abandonedRender()
      },
      (error: unknown) => {
        throw toRenderError(error, around.frame)
      },
    )
    // Another one may fail first; this failure is then nobody's.
    settled.catch(() => {})
    pending.push(settled)
  }
}

/** The children of a draft, which holds them already. */
const noChildren: Rendered[] = []

/** The failure of a render that nobody waits for, so nobody sees it. */
export function abandonedRender(): Error {
  return new Error('The render was abandoned.')
}

/** The children of an element as a list, read once. */
function listChildren(node: unknown, owner: ObjectNode | TagNode): readonly unknown[] {
  try {
    // A hole in an array becomes the undefined that it reads as.
    return Array.isArray(node) ? [...node] : [node]
  } catch (error) {
    throw unreadable(originOf(owner), error)
  }
}

function deeper({ frame, scope, depth, owner, fragment }: TreePosition): TreePosition {
  return { frame, scope, depth: depth + 1, owner, fragment }
}

function tooDeep(around: TreePosition): NccoError {
  return endless(around, `is nested ${around.depth} levels deep`)
}

function tooMany(around: TreePosition): NccoError {
  return endless(around, `is one of more than ${mostPromises} promises`)
}

function endless(around: TreePosition, how: string): NccoError {
  const origin = originAt(around)
  const name = around.frame?.name ?? origin.element
  const detail = { name: name === undefined ? 'An array' : `<${name}>`, how }
  return renderError('endless-recursion', detail, around.frame ? { frame: around.frame } : origin)
}

/** Silences the promises in options: no option is waited for, and one may fail while components are. */
function ignoreOptionRejections({ children: _, ...options }: Props): void {
  for (const value of Object.values(options)) if (typeof value === 'object') ignoreRejections(value)
}

function unreadable(origin: Origin, cause: unknown): NccoError {
  const found = 'an object that throws when it is read'
  return renderError('not-json', { found, path: '' }, origin, cause)
}
