import { isElement, type NccoElement } from '../element/element'
import { isFragment } from '../element/fragment'
import { abandon, isThenable } from '../element/promise'
import { NccoError } from '../issues/ncco-error'
import { definitionOf } from '../vocabulary/component'
import { ssmlTags } from '../vocabulary/ssml'
import { contextOf, run } from './context'
import { fail, failWith } from './failure'
import {
  type Frame,
  type ObjectNode,
  type Origin,
  originIn,
  type Rendered,
  type Surroundings,
  type TagNode,
} from './node'
import { fault, unknownElement, unrenderable } from './unrenderable'

// Deeper than any real flow; a recursion without an end gets here in a moment.
const deepest = 5000

// Promises settle level by level, so a recursion that branches would fill the memory before it is deep.
const mostPromises = 100_000

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
  let promises = 0
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
        for (const { node } of tasks) abandon(node)
        if (error instanceof NccoError) throw error
        throw unreadable(originIn(task.around), error)
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
      const node: ObjectNode = {
        kind: 'object',
        definition,
        ...toNode(definition.component, element, around),
      }
      expandChildren(node, around, out, tasks)
    } else if (typeof type === 'function') {
      expandComponent(element, type as FunctionComponent, around, out, tasks)
    } else if (typeof type === 'string' && ssmlTags[type]) {
      const tag = ssmlTags[type]
      const node: TagNode = { kind: 'tag', name: type, tag, ...toNode(type, element, around) }
      expandChildren(node, around, out, tasks)
    } else {
      abandon(element)
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
    } else if (isFragment(type)) {
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
      abandon(promise)
      out.push(fault('promise-in-render', {}, around))
      return
    }
    if (++promises > mostPromises) throw tooMany(around)
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
  return endless(around, `is nested ${around.depth} levels deep`)
}

function tooMany(around: Surroundings): NccoError {
  return endless(around, `is one of more than ${mostPromises} promises`)
}

function endless(around: Surroundings, how: string): NccoError {
  const origin = originIn(around)
  const name = around.frame?.name ?? origin.element
  const detail = { name: name === undefined ? 'An array' : `<${name}>`, how }
  return fail('endless-recursion', detail, around.frame ? { frame: around.frame } : origin)
}

/** What both kinds of node have; the props are copied, so that every getter is read once. */
function toNode(name: string, { props, source }: NccoElement, { frame }: Surroundings) {
  const children: Rendered[] = []
  try {
    return { source, props: { ...props }, frame, children }
  } catch (error) {
    throw unreadable({ element: name, source, frame }, error)
  }
}

function unreadable(origin: Origin, cause: unknown): NccoError {
  const found = 'an object that throws when it is read'
  return fail('not-json', { found, path: '' }, origin, cause)
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
