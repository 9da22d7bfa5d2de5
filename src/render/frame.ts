import type { Source } from '../issues/issue'
import type { Frame } from '../issues/origin'

/** A component of an author. */
export interface FunctionComponent {
  (props: unknown): unknown
  readonly displayName?: unknown
}

/** The context values that hold at one place of the tree, innermost first. */
export interface Scope {
  readonly context: unknown
  readonly value: unknown
  readonly outer: Scope | undefined
}

/** A component that is being rendered, with the context values that it can read. */
export class ComponentFrame implements Frame {
  readonly #type: FunctionComponent
  readonly source: Source | undefined
  readonly outer: ComponentFrame | undefined
  readonly scope: Scope | undefined

  constructor(
    type: FunctionComponent,
    source: Source | undefined,
    outer: ComponentFrame | undefined,
    scope: Scope | undefined,
  ) {
    this.#type = type
    this.source = source
    this.outer = outer
    this.scope = scope
  }

  // Only a finding needs it.
  get name(): string {
    try {
      const { displayName, name } = this.#type
      if (typeof displayName === 'string' && displayName !== '') return displayName
      return name || 'Anonymous'
    } catch {
      // A proxy can refuse to be read.
      return 'Anonymous'
    }
  }
}
