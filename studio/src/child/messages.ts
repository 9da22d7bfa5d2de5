import type { ActionPlace, Failure, Headers, ModuleExport } from '../protocol'

/** What the studio tells the process of an app. */
export type ParentMessage = Load | Ask | Ping

/** What the process of an app tells the studio. */
export type ChildMessage = Warm | Loaded | NotLoaded | Uses | Answered | Pong

/** Imports the module. Sent once: a module that changed needs another process. */
export interface Load {
  readonly type: 'load'
  /** An absolute path. */
  readonly file: string
  /** Seals the links of a component that is served by itself. The same after each load, so that its links stay valid. */
  readonly secret: string
}

/** Asks the app to answer a request. */
export interface Ask {
  readonly type: 'ask'
  readonly id: number
  readonly method: string
  readonly url: string
  readonly headers: Headers
  readonly body: string | null
  /** The time that the app sees, in milliseconds since 1970. */
  readonly time: number
}

/** Asks whether anything still runs in the process besides an endless loop. */
interface Ping {
  readonly type: 'ping'
}

interface Pong {
  readonly type: 'pong'
}

/** The process can begin to load a module. */
interface Warm {
  readonly type: 'warm'
}

export interface Loaded {
  readonly type: 'loaded'
  readonly exports: ModuleExport
}

export interface NotLoaded {
  readonly type: 'not-loaded'
  readonly reason: NotLoadedReason
}

/** Why there is nothing to serve. */
export type NotLoadedReason =
  /** The module threw, or cannot be read or compiled. */
  | { readonly kind: 'threw'; readonly message: string; readonly stack: string }
  | { readonly kind: 'missing' }
  | { readonly kind: 'unknown-extension' }
  | { readonly kind: 'without-default' }
  /** The default export is something else: what it is, in words. */
  | { readonly kind: 'other-default'; readonly found: string }
  /** The project has no `ncco-jsx`, which serves components and elements. */
  | { readonly kind: 'without-package' }

/** Files that the process has read as modules: absolute paths. */
interface Uses {
  readonly type: 'uses'
  readonly files: readonly string[]
}

export interface Answered {
  readonly type: 'answered'
  readonly id: number
  readonly status: number
  readonly headers: Headers
  readonly body: string
  readonly places?: readonly ActionPlace[] | undefined
  readonly failures?: readonly Failure[] | undefined
}
