import type {
  Answered,
  Ask,
  Loaded,
  NotLoaded,
  NotLoadedReason,
  Ping,
  Pong,
  Warm,
} from '../../../src/child/messages'
import type { LogMessage } from '../../../src/protocol'
import type { Finding } from '../finding'

/** What the page tells the worker of an app. */
export type PageSays = LoadCode | Ask | Ping

/** Loads a flow. Sent once: a flow that changed needs another worker. */
export interface LoadCode {
  readonly type: 'load'
  /** The compiled module: the body of a function of `require` and `exports`. */
  readonly code: string
  /** Seals the links. The same after each change, so that they stay valid. */
  readonly secret: string
  /** A first webhook, whose answer shows what is to be found in the flow. */
  readonly probe: Omit<Ask, 'type' | 'id'>
}

/** A flow was not loaded. */
export type NotRun = NotLoaded<NotLoadedReason>

/** What the worker of an app tells the page. */
export type WorkerSays = Loaded | NotRun | Answered | FindingsMessage | LogMessage | Pong | Warm

/** What was found in the flow by what it rendered. */
interface FindingsMessage {
  readonly type: 'findings'
  readonly findings: readonly Finding[]
}
