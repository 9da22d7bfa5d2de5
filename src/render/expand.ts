import { isElement, type NccoElement } from '../element/element'
import { Fragment, isFragment } from '../element/fragment'
import type { MaybePromise } from '../element/maybe-promise'
import { ignoreRejections, isThenable } from '../element/promise'
import { NccoError } from '../issues/ncco-error'
import { type AnyDefinition, definitionOf } from '../options/component'
import type { Definition } from '../options/table'
import { ssmlTags } from '../speech/ssml'
import { callComponent } from './call-component'
import { contextOf } from './context'
import { type Defaults, defaultsAt } from './defaults'
import { type Directive, directiveOf } from './directive'
import { type Drafting, draft } from './draft'
import { ElementOrigin, originAt } from './element-origin'
import { ignoreOptionRejections, listChildren, withDefaults } from './element-props'
import type { Expansion } from './expansion'
import { ComponentFrame, type FunctionComponent } from './frame'
import {
  deeper,
  type ObjectNode,
  outermost,
  type Rendered,
  type TagNode,
  type TreePosition,
} from './node'
import { type Props, ReadLog } from './read-log'
import { renderError } from './render-error'
import { SideBySide } from './side-by-side'
import { expandText, holdsText, isText } from './text'
import { unknownElement, unrenderable } from './unrenderable'
import { abandonedRender, tooDeep, unreadable } from './walk-errors'
import { type Halt, ignoreRest, type Level, type Order, OrderedWalk, settle } from './walk-order'

// Deeper than any real flow; a recursion without an end gets here in a moment.
const deepest = 5000

// The call stack of some runtimes ends after a few hundred components inside each other.
const deepestRecursion = 40

/** Runs the components of a tree. */
export function expandTree(node: unknown, expansion: Expansion): Rendered[] {
  const out: Rendered[] = []
  new TreeWalk(expansion).walk(node, outermost, out)
  return out
}

/** Runs the components of a tree in document order: a promise is waited for before what follows it runs, and directives steer the walk. */
export function expandInOrder(
  node: unknown,
  { asText, toUrl, isAbandoned, onWait }: Omit<Expansion, 'pending'>,
): MaybePromise<Rendered[]> {
  return new TreeWalk({ pending: [], asText, toUrl, isAbandoned, onWait }).walkInOrder(node)
}

class TreeWalk {
  readonly #expansion: Expansion
  /** Absent where components run side by side. */
  #order: Order | undefined
  /** The position of the node that is being expanded. */
  #position = outermost
  /** The levels below the deepest recursion, innermost last; absent while the walk recurses. */
  #levels: Level[] | undefined
  readonly #drafting: Drafting
  /** Nodes around one that failed. They may hold promises that nobody will await; they are looked at together, as many share content. */
  readonly #unfinished: unknown[] = []
  /** Absent before the first promise, and in a walk in order, which waits for one at a time. */
  #promises: SideBySide | undefined

  constructor(expansion: Expansion) {
    this.#expansion = expansion
    this.#drafting = {
      log: new ReadLog(),
      asText: expansion.asText === true,
      toUrl: expansion.toUrl,
      text: '',
    }
  }

  /** Expands a node and everything that comes out of it, in document order. */
  walk(node: unknown, around: TreePosition, out: Rendered[]): void {
    try {
      this.#expand(node, around, out)
    } catch (error) {
      this.#levels = undefined
      ignoreRejections([node, this.#unfinished.splice(0), out])
      if (error instanceof NccoError) throw error
      throw unreadable(originAt(this.#position), error)
    }
  }

  /** Expands a node, and waits for each promise on the way. Without a promise the result is there at once. */
  walkInOrder(root: unknown): MaybePromise<Rendered[]> {
    const written: Rendered[] = []
    const levels: Level[] = [{ nodes: [root], next: 0, around: outermost, out: written }]
    const order: Order = { root, written, levels, halt: undefined }
    this.#order = order
    this.#levels = levels
    this.#advanceInOrder(order)
    return order.halt ? this.#waitInOrder(order, order.halt) : written
  }

  async #waitInOrder(order: Order, first: Halt): Promise<Rendered[]> {
    const { levels, written } = order
    // One for the whole walk, so that no wait looks at a node again.
    const seen = new Set<object>()
    this.#expansion.onWait?.(() => order.halt?.around.frame)
    for (let halt: Halt | undefined = first; halt; halt = order.halt) {
      const { around, out } = halt
      // Those further on may reject before anybody awaits them.
      ignoreRest(levels, seen)
      const value = await settle(halt)
      order.halt = undefined
      if (this.#expansion.isAbandoned?.()) {
        ignoreRejections(value)
        throw abandonedRender()
      }
      levels.push({ nodes: [value], next: 0, around: deeper(around), out })
      this.#advanceInOrder(order)
    }
    return written
  }

  #advanceInOrder({ levels, written }: Order): void {
    try {
      this.#advance(levels)
    } catch (error) {
      ignoreRejections(written)
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
        this.#unfinished.push(nodes)
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
    this.#advance(levels)
    this.#levels = undefined
  }

  /** Expands the rest of the levels, up to the next promise that is waited for. */
  #advance(levels: Level[]): void {
    try {
      for (let level = levels.at(-1); level && !this.#order?.halt; level = levels.at(-1)) {
        if (level.next === level.nodes.length) levels.pop()
        else this.#expand(level.nodes[level.next++], level.around, level.out)
      }
    } catch (error) {
      for (const { nodes } of levels) this.#unfinished.push(nodes)
      throw error
    }
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
    const defaults = defaultsAt(around)
    const own = defaults?.[definition.component]
    // A draft reads the props itself.
    const defaulted =
      own && withDefaults(this.#takeProps(definition.component, element, around), own)
    if (definition.kind === 'action' && isDraftable(definition, around, defaults)) {
      const drafted = draft(element, defaulted ?? element.props, definition, this.#drafting)
      if (drafted) {
        const [props, children] = [noProps, noChildren]
        const { text } = this.#drafting
        out.push({ kind: 'object', definition, source, props, frame, children, drafted, text })
        return
      }
    }
    const props = defaulted ?? this.#takeProps(definition.component, element, around)
    const children: Rendered[] = []
    const node: ObjectNode = {
      kind: 'object',
      definition,
      source,
      props,
      frame,
      children,
      drafted: undefined,
      text: '',
    }
    this.#expandChildren(node, around, out)
  }

  #takeProps(name: string, element: NccoElement, { frame }: TreePosition): Props {
    const read = this.#drafting.log.propsOf(element)
    if (read) return read
    try {
      return { ...element.props }
    } catch (error) {
      throw unreadable({ element: name, source: element.source, frame }, error)
    }
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
    const act = directiveOf(type)
    if (act) return this.#steer(act, props, inner, around)
    const node = callComponent(inner, type, props)
    this.#expandContent(node, { frame: inner, scope, depth, owner, fragment: undefined }, out)
  }

  #steer(act: Directive<unknown>, props: Props, frame: ComponentFrame, around: TreePosition): void {
    const { name } = frame
    if (around.owner) {
      const owner = new ElementOrigin(around.owner).element
      const belongs = 'beside the actions, in a fragment or a component'
      throw renderError('misplaced-element', { element: name, owner, belongs }, { frame })
    }
    const order = this.#order
    const { scope, depth } = around
    const inside = { frame, scope, depth: depth + 1, owner: undefined, fragment: undefined }
    const steering = callComponent(
      frame,
      () => act(props, order && new OrderedWalk(order, frame, inside)),
      undefined,
    )
    if (order && steering) {
      order.halt = { promise: steering as Promise<void>, around: inside, out: order.written }
    }
  }

  /** Expands the result of a component or the content of a fragment. */
  #expandContent(node: unknown, around: TreePosition, out: Rendered[]): void {
    if (around.depth >= deepestRecursion) this.#descend([node], around, out)
    else this.#expand(node, around, out)
  }

  #expandPromise(promise: PromiseLike<unknown>, around: TreePosition, out: Rendered[]): void {
    if (this.#order) {
      this.#order.halt = { promise, around, out }
      return
    }
    this.#promises ??= new SideBySide(this.#expansion, (node, at, into) =>
      this.walk(node, at, into),
    )
    this.#promises.add(promise, around, out)
  }
}

/** Whether an action may be drafted: it stands at the top, and no defaults hold for what stands inside. */
function isDraftable(
  { table }: Definition,
  { owner }: TreePosition,
  defaults: Defaults | undefined,
): boolean {
  if (owner !== undefined) return false
  if (defaults) for (const component of table.childOf.keys()) if (defaults[component]) return false
  return true
}

// A draft holds its props and children already.
const noProps: Props = {}
const noChildren: Rendered[] = []
