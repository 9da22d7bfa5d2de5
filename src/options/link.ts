// By name, so that the links of one copy of the package are links to every other copy.
const brand: unique symbol = Symbol.for('ncco-jsx.link')

/** A link to a hook: what calling a hook of `ncco-jsx/serve` gives. The app that has the hook writes it as a URL. */
export interface Link {
  readonly [brand]: true
  /** The path of the hook, below the `basePath` of its app. */
  readonly path: string
  /** The webhook that the hook takes, such as `input`. */
  readonly kind: string
  /** What the hook was called with; it travels sealed in the URL. */
  readonly params: unknown
}

/** What an option that takes a URL takes: the URL, or a link to a hook of the app that serves the flow. */
export type Url = string | Link

export function makeLink(path: string, kind: string, params: unknown): Link {
  return Object.freeze({ [brand]: true as const, path, kind, params })
}

export function isLink(value: unknown): value is Link {
  return typeof value === 'object' && value !== null && brand in value
}
