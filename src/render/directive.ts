import { makeElement, type NccoElement } from '../element/element'
import type { ComponentFrame } from './frame'
import type { Rendered, TreePosition } from './node'

// By name, so that the directives of one copy of the package are known to every other copy.
const brand: unique symbol = Symbol.for('ncco-jsx.directive')
const loaded = Symbol.for('ncco-jsx.directives-loaded')

/** A walk in document order, as the directive that it met can steer it. */
export interface Walk {
  /** The nodes that were written so far, at the level of actions. A directive may change the list. */
  readonly written: Rendered[]
  /** The position of the directive. */
  readonly around: TreePosition
  /** The frame of the directive itself. */
  readonly frame: ComponentFrame
  /** Expands a node here, before everything that follows in the document. */
  put(node: unknown, around?: TreePosition): void
  /** Drops what was written so far. */
  forget(): void
  /** Ends the walk: nothing that follows runs. */
  stop(): void
  /** Begins the walk again at the root, and forgets what was written. */
  restart(): void
  /** Runs a callback of the author: it finds its context, and what it throws gets the place of the directive. */
  run<T>(call: () => T): T
}

/** Steers a walk. `walk` is `undefined` where components run side by side, as in `render`: there is nothing to steer. */
export type Directive<Props> = (
  props: Readonly<Props>,
  walk: Walk | undefined,
) => void | Promise<void>

/** Makes a component that steers the walk instead of rendering something. */
export function directive<Props extends object>(
  displayName: string,
  act: Directive<Props>,
): (props: Props) => NccoElement {
  const shared = globalThis as { [loaded]?: boolean }
  shared[loaded] = true
  const make = (props: Props): NccoElement => makeElement(make, props, undefined)
  return Object.defineProperties(make, {
    [brand]: { value: act },
    displayName: { value: displayName },
  })
}

/** Steers the walk, if the component is a directive. */
export function directiveOf(type: unknown): Directive<unknown> | undefined {
  return typeof type === 'function' ? (type as { [brand]?: Directive<unknown> })[brand] : undefined
}

/** Whether a directive exists in this process. Without one, components of every flow may run side by side. */
export function areDirectivesLoaded(): boolean {
  return (globalThis as { [loaded]?: boolean })[loaded] === true
}
