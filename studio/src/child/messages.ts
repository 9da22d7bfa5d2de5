import type { Headers, PlainRequest } from '../plain-request'
import type { ActionPlace, Failure, ModuleExport } from '../protocol'

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
  /** The base URL of the REST side. */
  readonly restUrl: string
}

/** Asks the app to answer a request. */
export interface Ask extends PlainRequest {
  readonly type: 'ask'
  readonly id: number
  /** The time that the app sees, in milliseconds since 1970. */
  readonly time: number
  /** Whether it is not a webhook of the call. */
  readonly isByHand?: boolean | undefined
}

/** Asks whether anything still runs besides an endless loop. */
export interface Ping {
  readonly type: 'ping'
}

export interface Pong {
  readonly type: 'pong'
}

/** A load can begin. */
export interface Warm {
  readonly type: 'warm'
}

export interface Loaded {
  readonly type: 'loaded'
  readonly exports: ModuleExport
  /** The path of the answer URL, if the app tells it. */
  readonly answerPath?: string | undefined
}

export interface NotLoaded<Reason = NotLoadedReason | JsonReason> {
  readonly type: 'not-loaded'
  readonly reason: Reason
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

/** Why a JSON file has nothing to serve. */
export type JsonReason =
  /** Its text is not JSON. */
  | { readonly kind: 'broken-json'; readonly text: string }
  /** It is JSON, but not an NCCO. */
  | { readonly kind: 'other-json' }

/** Files that the app is made of: absolute paths. */
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
