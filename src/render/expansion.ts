import type { Frame } from '../issues/origin'
import type { ToUrlAtOnce } from './unresolved'

/** How a tree is expanded. */
export interface Expansion {
  /** Receives the async parts. Without it (synchronous render) a promise is a fault. */
  readonly pending?: Promise<void>[] | undefined
  /** Whether drafts are wanted as JSON text too. */
  readonly asText?: boolean | undefined
  /** Writes the links and paths of drafts. */
  readonly toUrl?: ToUrlAtOnce | undefined
  /** Whether nobody waits for the tree any more: no component starts then. */
  readonly isAbandoned?: (() => boolean) | undefined
  /** Receives, with the first promise of a tree, what tells the component that is waited for. */
  readonly onWait?: ((awaited: Awaited) => void) | undefined
}

/** Tells the place of the component that has been awaited for longest, or `undefined` if nothing is awaited. */
export type Awaited = () => Frame | undefined
