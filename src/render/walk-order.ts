import { ignoreRejections } from '../element/promise'
import { callComponent } from './call-component'
import type { Walk } from './directive'
import type { ComponentFrame } from './frame'
import { outermost, type Rendered, type TreePosition } from './node'
import { toRenderError } from './render-error'

/** Nodes side by side, the first of which are expanded already, and the list that their results belong in. */
export interface Level {
  readonly nodes: readonly unknown[]
  next: number
  readonly around: TreePosition
  readonly out: Rendered[]
}

/** A promise that a walk in document order waits for, and where its value belongs. */
export interface Halt {
  readonly promise: PromiseLike<unknown>
  readonly around: TreePosition
  readonly out: Rendered[]
}

/** The state of a walk in document order. */
export interface Order {
  readonly root: unknown
  readonly written: Rendered[]
  readonly levels: Level[]
  halt: Halt | undefined
}

/** The powers of a directive over a walk. */
export class OrderedWalk implements Walk {
  readonly written: Rendered[]
  readonly around: TreePosition
  readonly frame: ComponentFrame
  readonly #order: Order

  constructor(order: Order, frame: ComponentFrame, around: TreePosition) {
    this.#order = order
    this.written = order.written
    this.frame = frame
    this.around = around
  }

  put(node: unknown, around = this.around): void {
    this.#order.levels.push({ nodes: [node], next: 0, around, out: this.written })
  }

  forget(): void {
    // `length = 0` would give back the room of the list, which is written to again at once.
    while (this.written.length > 0) this.written.pop()
  }

  stop(): void {
    const { levels } = this.#order
    ignoreRest(levels)
    levels.length = 0
  }

  restart(): void {
    this.stop()
    this.forget()
    this.put(this.#order.root, outermost)
  }

  run<T>(callback: () => T): T {
    return callComponent(this.frame, callback, undefined) as T
  }
}

/** Silences the promises that stand further on: nobody awaits them yet, or ever. */
export function ignoreRest(levels: readonly Level[], seen: Set<object> = new Set()): void {
  for (const { nodes, next } of levels) {
    for (let index = next; index < nodes.length; index++) ignoreRejections(nodes[index], seen)
  }
}

export async function settle({ promise, around }: Halt): Promise<unknown> {
  try {
    return await promise
  } catch (error) {
    throw toRenderError(error, around.frame)
  }
}
