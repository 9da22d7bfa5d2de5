import { isElement, type NccoElement } from '../element/element'
import { Fragment } from '../element/fragment'
import { NccoError } from '../issues/ncco-error'
import { definitionOf } from '../vocabulary/component'
import { ssmlTags } from '../vocabulary/ssml'
import { contextOf, run } from './context'
import { fail, failWith } from './failure'
import {
  type Frame,
  type ObjectNode,
  originIn,
  type Rendered,
  type Surroundings,
  type TagNode,
} from './node'
import { fault, unknownElement, unrenderable } from './unrenderable'

// Deeper than any real flow; a recursion without an end gets here in a moment.
const deepest = 5000

/** A node that is still to be expanded, and the list that its result belongs in. */
interface Task {
  readonly node: unknown
  readonly around: Surroundings
  readonly out: Rendered[]
}

interface FunctionComponent {
  (props: unknown): unknown
  readonly displayName?: unknown
}

/** Runs the components of a tree. What is still to come is in `pending`; without that, promises are faults. */
export function expandTree(node: unknown, pending: Promise<void>[] | undefined): Rendered[] {
  const out: Rendered[] = []
  walk({ node, around: { frame: undefined, scope: undefined, depth: 0, owner: undefined }, out })
  return out

  /** Expands a node and all that comes out of it, in document order. */
  function walk(first: Task): void {
    // The call stack of some runtimes ends after a few hundred components inside each other.
    const tasks = [first]
    for (let task = tasks.pop(); task; task = tasks.pop()) {
      try {
        expand(task, tasks)
      } catch (error) {
        if (error instanceof NccoError) throw error
        const detail = { found: 'an object that throws when it is read', path: '' }
        throw fail('not-json', detail, originIn(task.around), error)
      }
    }
  }

  function expand({ node, around, out }: Task, tasks: Task[]): void {
    if (typeof node === 'string') {
      if (node !== '') expandText(node, around, out)
    } else if (typeof node === 'number' && Number.isFinite(node)) {
      expandText(String(node), around, out)
    } else if (node === undefined || node === null || typeof node === 'boolean') {
      return
    } else if (typeof node !== 'object') {
      out.push(unrenderable(node, around))
    } else if (around.depth > deepest) {
      throw tooDeep(around)
    } else if (Array.isArray(node)) {
      const inside = deeper(around)
      // Last in, first out: the first child is the next task.
      for (const child of node.toReversed()) tasks.push({ node: child, around: inside, out })
    } else if (isElement(node)) {
      expandElement(node, around, out, tasks)
    } else if (isThenable(node)) {
      expandPromise(node, around, out)
    } else {
      out.push(unrenderable(node, around))
    }
  }

  function expandElement(
    element: NccoElement,
    around: Surroundings,
    out: Rendered[],
    tasks: Task[],
  ): void {
    const { type } = element
    const definition = definitionOf(type)
    if (definition) {
      const node: ObjectNode = { kind: 'object', definition, ...toNode(element, around) }
      expandChildren(node, around, out, tasks)
    } else if (typeof type === 'function') {
      expandComponent(element, type as FunctionComponent, around, out, tasks)
    } else if (typeof type === 'string' && ssmlTags[type]) {
      const tag = ssmlTags[type]
      const node: TagNode = { kind: 'tag', name: type, tag, ...toNode(element, around) }
      expandChildren(node, around, out, tasks)
    } else {
      out.push(unknownElement(element, around))
    }
  }

  function expandChildren(
    owner: ObjectNode | TagNode,
    around: Surroundings,
    out: Rendered[],
    tasks: Task[],
  ): void {
    out.push(owner)
    const { props, children } = owner
    const { frame, scope, depth } = around
    const inside = { frame, scope, depth: depth + 1, owner }
    tasks.push({ node: props.children, around: inside, out: children })
  }

  function expandComponent(
    { props, source }: NccoElement,
    type: FunctionComponent,
    around: Surroundings,
    out: Rendered[],
    tasks: Task[],
  ): void {
    const { frame, scope, depth, owner } = around
    const context = contextOf(type)
    if (context !== undefined) {
      const inner = { context, value: props.value, outer: scope }
      const inside = { frame, scope: inner, depth: depth + 1, owner }
      tasks.push({ node: props.children, around: inside, out })
    } else if (type === Fragment) {
      tasks.push({ node: props.children, around: deeper(around), out })
    } else {
      const inner: Frame = { name: nameOf(type), source, outer: frame, scope }
      const node = call(type, props, inner)
      tasks.push({ node, around: { frame: inner, scope, depth: depth + 1, owner }, out })
    }
  }

  function expandPromise(
    promise: PromiseLike<unknown>,
    around: Surroundings,
    out: Rendered[],
  ): void {
    if (pending === undefined) {
      // Nobody will wait for it, so nobody would hear of its failure.
      Promise.resolve(promise).catch(() => {})
      out.push(fault('promise-in-render', {}, around))
      return
    }
    const slot: Rendered[] = []
    out.push(slot)
    const settled = Promise.resolve(promise).then(
      (node) => walk({ node, around: deeper(around), out: slot }),
      (error: unknown) => {
        throw failWith(error, around.frame)
      },
    )
    // Another one may fail first; this failure is then nobody's.
    settled.catch(() => {})
    pending.push(settled)
  }
}

function expandText(text: string, around: Surroundings, out: Rendered[]): void {
  if (around.owner) out.push(text)
  else out.push(fault('misplaced-text', { belongs: 'inside <Talk>' }, around))
}

function deeper({ frame, scope, depth, owner }: Surroundings): Surroundings {
  return { frame, scope, depth: depth + 1, owner }
}

function tooDeep(around: Surroundings): NccoError {
  const { frame, depth } = around
  const origin = originIn(around)
  const name = origin.element ?? frame?.name
  const detail = {
    name: name === undefined ? 'An array' : `<${name}>`,
    how: `is nested ${depth} levels deep`,
  }
  return fail('endless-recursion', detail, origin)
}

/** What both kinds of node have; the props are copied, so that every getter is read once. */
function toNode({ props, source }: NccoElement, { frame }: Surroundings) {
  const children: Rendered[] = []
  return { source, props: { ...props }, frame, children }
}

function call(type: FunctionComponent, props: unknown, frame: Frame): unknown {
  try {
    return run(frame, () => type(props))
  } catch (error) {
    throw failWith(error, frame)
  }
}

function nameOf(type: { readonly name: string; readonly displayName?: unknown }): string {
  const { displayName, name } = type
  if (typeof displayName === 'string' && displayName !== '') return displayName
  return name || 'Anonymous'
}

function isThenable(value: object): value is PromiseLike<unknown> {
  return typeof (value as Partial<PromiseLike<unknown>>).then === 'function'
}
