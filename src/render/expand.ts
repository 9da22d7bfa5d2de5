import { isElement, type NccoElement } from '../element/element'
import { isFragment } from '../element/fragment'
import type { JsonObject } from '../element/json'
import { ignoreRejections, isThenable } from '../element/promise'
import { NccoError } from '../issues/ncco-error'
import type { Origin } from '../issues/origin'
import { type AnyDefinition, definitionOf } from '../options/component'
import { ssmlTags } from '../speech/ssml'
import { contextOf, run } from './context'
import { draft, type Props, type Taken } from './draft'
import {
  type ComponentFrame,
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

// Promises settle level by level, so a recursion that branches would fill the memory before it is deep.
const mostPromises = 100_000

/** Nodes side by side, the first of which are expanded already, and the list that their results belong in. */
interface Level {
  readonly nodes: readonly unknown[]
  next: number
  readonly around: TreePosition
  readonly out: Rendered[]
}

interface FunctionComponent {
  (props: unknown): unknown
  readonly displayName?: unknown
}

/**
 * Runs the components of a tree.
 *
 * @param pending async parts are added to it. Without it (synchronous render) a promise is a fault.
 * @param isAbandoned whether nobody waits for the tree any more: no component starts then
 */
export function expandTree(
  node: unknown,
  pending: Promise<void>[] | undefined,
  isAbandoned: () => boolean = never,
): Rendered[] {
  const out: Rendered[] = []
  let promises = 0
  // The props that were read for a draft that came to nothing.
  let taken: Taken = []
  walk(node, outermost, out)
  return out

  /** Expands a node and all that comes out of it, in document order. */
  function walk(node: unknown, around: TreePosition, out: Rendered[]): void {
    // The call stack of some runtimes ends after a few hundred components inside each other.
    const levels: Level[] = [{ nodes: [node], next: 0, around, out }]
    for (let level = levels.at(-1); level; level = levels.at(-1)) {
      if (level.next === level.nodes.length) {
        levels.pop()
        continue
      }
      try {
        expand(level.nodes[level.next++], level.around, level.out, levels)
      } catch (error) {
        // What was still to come, and what has come already.
        ignoreRejections([levels.map(({ nodes }) => nodes), out])
        if (error instanceof NccoError) throw error
        throw unreadable(originAt(level.around), error)
      }
    }
  }

  function expand(node: unknown, around: TreePosition, out: Rendered[], levels: Level[]): void {
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
      levels.push({ nodes: node.slice(), next: 0, around: deeper(around), out })
    } else if (isElement(node)) {
      expandElement(node, around, out, levels)
    } else if (isThenable(node)) {
      expandPromise(node, around, out)
    } else {
      out.push(unrenderable(node, around))
    }
  }

  function expandElement(
    element: NccoElement,
    around: TreePosition,
    out: Rendered[],
    levels: Level[],
  ): void {
    const { type, source } = element
    const { frame } = around
    const definition = definitionOf(type)
    if (definition) {
      const props = takeProps(definition.component, element, around)
      const drafted = draftEntry(definition, props, around)
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
      if (drafted) out.push(node)
      else expandChildren(node, around, out, levels)
    } else if (typeof type === 'function') {
      expandComponent(element, type as FunctionComponent, around, out, levels)
    } else if (typeof type === 'string' && ssmlTags[type]) {
      const tag = ssmlTags[type]
      const props = takeProps(type, element, around)
      const node: TagNode = { kind: 'tag', name: type, tag, source, props, frame, children: [] }
      expandChildren(node, around, out, levels)
    } else {
      ignoreRejections(element)
      out.push(unknownElement(element, around))
    }
  }

  function takeProps(name: string, element: NccoElement, around: TreePosition): Props {
    for (let index = 0; index < taken.length; index += 2) {
      if (taken[index] === element) return taken[index + 1] as Props
    }
    return readProps(name, element, around)
  }

  /** The NCCO object of an action that is right beyond doubt. */
  function draftEntry(
    definition: AnyDefinition,
    props: Props,
    { owner }: TreePosition,
  ): JsonObject | undefined {
    if (definition.kind !== 'action' || owner !== undefined) return undefined
    taken = []
    return draft(definition, props, taken)
  }

  function expandChildren(
    owner: ObjectNode | TagNode,
    around: TreePosition,
    out: Rendered[],
    levels: Level[],
  ): void {
    if (pending) ignoreOptionRejections(owner.props)
    out.push(owner)
    const node = owner.props.children
    if (node === undefined) return
    const { frame, scope, depth } = around
    const inside = { frame, scope, depth: depth + 1, owner, fragment: undefined }
    const nodes = listChildren(node, owner)
    if (holdsText(owner) && nodes.every(isText)) owner.children = nodes.map(String)
    else levels.push({ nodes, next: 0, around: inside, out: owner.children })
  }

  function expandComponent(
    { props, source }: NccoElement,
    type: FunctionComponent,
    around: TreePosition,
    out: Rendered[],
    levels: Level[],
  ): void {
    const { frame, scope, depth, owner } = around
    const context = contextOf(type)
    if (context !== undefined) {
      const inner = { context, value: props.value, outer: scope }
      const inside = { ...deeper(around), scope: inner }
      levels.push({ nodes: [props.children], next: 0, around: inside, out })
    } else if (isFragment(type)) {
      const inside = { ...deeper(around), fragment: source ?? around.fragment }
      levels.push({ nodes: [props.children], next: 0, around: inside, out })
    } else {
      const inner: ComponentFrame = { name: nameOf(type), source, outer: frame, scope }
      const node = call(type, props, inner)
      const inside = { frame: inner, scope, depth: depth + 1, owner, fragment: undefined }
      levels.push({ nodes: [node], next: 0, around: inside, out })
    }
  }

  function expandPromise(
    promise: PromiseLike<unknown>,
    around: TreePosition,
    out: Rendered[],
  ): void {
    if (pending === undefined) {
      ignoreRejections(promise)
      out.push(fault('promise-in-render', {}, around))
      return
    }
    if (++promises > mostPromises) throw tooMany(around)
    const slot: Rendered[] = []
    out.push(slot)
    const settled = Promise.resolve(promise).then(
      (node) => {
        if (!isAbandoned()) return walk(node, deeper(around), slot)
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

function never(): boolean {
  return false
}

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

/** The props of an element, copied, so that every getter is read once. */
function readProps(name: string, { props, source }: NccoElement, { frame }: TreePosition): Props {
  try {
    return { ...props }
  } catch (error) {
    throw unreadable({ element: name, source, frame }, error)
  }
}

/** Silences the promises in options: no option is waited for, and one may fail while components are. */
function ignoreOptionRejections({ children: _, ...options }: Props): void {
  for (const value of Object.values(options)) if (typeof value === 'object') ignoreRejections(value)
}

function unreadable(origin: Origin, cause: unknown): NccoError {
  const found = 'an object that throws when it is read'
  return renderError('not-json', { found, path: '' }, origin, cause)
}

function call(type: FunctionComponent, props: unknown, frame: ComponentFrame): unknown {
  try {
    return run(frame, () => type(props))
  } catch (error) {
    throw toRenderError(error, frame)
  }
}

function nameOf(type: { readonly name: string; readonly displayName?: unknown }): string {
  const { displayName, name } = type
  if (typeof displayName === 'string' && displayName !== '') return displayName
  return name || 'Anonymous'
}
