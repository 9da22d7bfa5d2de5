import { ignoreRejections } from '../element/promise'
import type { NccoError } from '../issues/ncco-error'
import type { Frame } from '../issues/origin'
import type { Expansion } from './expansion'
import { deeper, type Rendered, type TreePosition } from './node'
import { toRenderError } from './render-error'
import { fault } from './unrenderable'
import { abandonedRender, mostPromises, tooMany } from './walk-errors'

/** The promises of a tree whose components run side by side. */
export class SideBySide {
  readonly #expansion: Expansion
  readonly #walk: (node: unknown, around: TreePosition, out: Rendered[]) => void
  #count = 0
  /** The components that are waited for; absent if nobody asks. */
  readonly #awaited: Set<Frame | undefined> | undefined
  /** One for all promises beyond the limit. */
  #tooMany: NccoError | undefined

  /** @param walk expands what a promise gives */
  constructor(
    expansion: Expansion,
    walk: (node: unknown, around: TreePosition, out: Rendered[]) => void,
  ) {
    this.#expansion = expansion
    this.#walk = walk
    const { onWait } = expansion
    if (onWait === undefined) return
    const awaited = new Set<Frame | undefined>()
    this.#awaited = awaited
    onWait(() => awaited.values().next().value)
  }

  /** Leaves a place for what a promise gives, and expands it when it is there. */
  add(promise: PromiseLike<unknown>, around: TreePosition, out: Rendered[]): void {
    const { pending, isAbandoned } = this.#expansion
    if (pending === undefined) {
      ignoreRejections(promise)
      out.push(fault('promise-in-render', {}, around))
      return
    }
    if (++this.#count > mostPromises) {
      this.#tooMany ??= tooMany(around)
      throw this.#tooMany
    }
    const slot: Rendered[] = []
    out.push(slot)
    this.#awaited?.add(around.frame)
    const settled = Promise.resolve(promise).then(
      (node) => {
        this.#awaited?.delete(around.frame)
        if (!isAbandoned?.()) return this.#walk(node, deeper(around), slot)
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
