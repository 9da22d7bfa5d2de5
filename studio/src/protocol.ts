import type { Headers, PlainRequest } from './plain-request'
import type { RestAnsweredMessage, RestApplication, RestMessage } from './rest-messages'
import type {
  ConnectSocketMessage,
  EndSocketMessage,
  SocketEvent,
  SocketKeysMessage,
} from './socket-messages'

/**
 * The messages between a page of the studio and its server: one websocket a page at `/socket`, one JSON text a message; audio is binary
 * (`audio-message.ts`). The query of the page's URL (its token) belongs to the URL of the websocket too.
 */

import type { Problem, Source, TargetState } from './target-state'

export type { ModuleExport, Problem, ProblemCode, Source, TargetState } from './target-state'

/** The version of these messages. A page that meets another one asks its user to reload it. */
export const protocolVersion = 1

/** What the server says. */
export type ServerMessage =
  | Hello
  | TargetMessage
  | LogMessage
  | Fetched
  | Unfetched
  | Saved
  | Opened
  | Refused
  | SocketEvent
  | RestMessage

/** What a page says. */
export type PageMessage =
  | FetchMessage
  | AbortMessage
  | SaveMessage
  | OpenMessage
  | RestartMessage
  | ConnectSocketMessage
  | SocketKeysMessage
  | EndSocketMessage
  | RestAnsweredMessage

/** The first message on every websocket. */
export interface Hello {
  readonly type: 'hello'
  readonly protocol: number
  /** The version of `ncco-jsx-studio`. */
  readonly version: string
  readonly target: TargetState
  /** The options of the command line, which calls begin with. */
  readonly settings: CallSettings
  /** The names of the variables in the `.env` of the project. Their values stay in the server. */
  readonly variables: readonly string[]
  /** The folder of the project: files in places below it may be opened and saved. */
  readonly folder: string
  /** The application whose REST requests the page answers. */
  readonly application: RestApplication
}

/** The state of the target has changed: the app is loaded anew, ready or broken. */
interface TargetMessage {
  readonly type: 'target'
  readonly target: TargetState
}

/** The options of a call: those of `dial`, as far as they are plain data. */
export interface CallSettings {
  /** The calling number; `null` for a caller who withholds it. */
  readonly from?: string | null | undefined
  readonly to?: string | undefined
  readonly answerMethod?: 'GET' | 'POST' | undefined
  readonly eventUrl?: string | undefined
  readonly fallbackUrl?: string | undefined
  readonly baseUrl?: string | undefined
  readonly customData?: Readonly<Record<string, unknown>> | undefined
  readonly sipHeaders?: Readonly<Record<string, string>> | undefined
  /** More headers of every webhook. */
  readonly headers?: Readonly<Record<string, string>> | undefined
  /** The name of the variable with the signature secret. Absent: webhooks are not signed. */
  readonly signature?: string | undefined
  /** The time at which a call starts: `startsAt` of its platform. Absent: now. */
  readonly startsAt?: string | undefined
}

/** Asks the server to send a request to the target, or to wherever its URL leads. */
export interface FetchMessage extends PlainRequest {
  readonly type: 'fetch'
  /** The number of the request, for its answer; the page counts. */
  readonly id: number
  /** The time on the clock of the platform, in milliseconds since 1970: an app in a process of the studio sees it in `Date`. */
  readonly time: number
  /** The name of the variable with the secret that signs the request. */
  readonly signature?: string | undefined
  /** Whether the user sends it, beside the call. Absent: it is a webhook of the call. */
  readonly isByHand?: boolean | undefined
}

/** The answer to a request is no longer waited for. */
interface AbortMessage {
  readonly type: 'abort'
  readonly id: number
}

/** What the target answered. */
export interface Fetched {
  readonly type: 'fetched'
  readonly id: number
  readonly status: number
  readonly headers: Headers
  readonly body: string
  /** The headers that were sent, with the signature. */
  readonly sent: Headers
  /** How long the answer took, in milliseconds of real time. */
  readonly milliseconds: number
  /** The generation of the target that answered. */
  readonly generation: number
  /** The origin of each action of the NCCO in the body; absent where it is not known, as for servers in other processes. */
  readonly places?: readonly (ActionPlace | null)[] | undefined
  /** Why flows could not be rendered meanwhile; absent where that is not known, as for servers in other processes. */
  readonly failures?: readonly Failure[] | undefined
}

/** An issue that ended a render, as the errors of the package have it. */
export interface Failure {
  readonly code: string
  readonly severity: 'error' | 'warning'
  readonly message: string
  readonly remedy: string
  /** JSON pointer into the NCCO. */
  readonly path: string
  readonly element?: string | undefined
  /** The names of the components around the element, the innermost first. */
  readonly components?: readonly string[] | undefined
  readonly source?: Source | undefined
  /** The stack of what a component threw. */
  readonly detail?: string | undefined
}

/** The element that wrote an action. */
export interface ActionPlace {
  /** The name of the element. */
  readonly element?: string | undefined
  readonly source?: Source | undefined
  /** The names of the components around it, the innermost first. */
  readonly components: readonly string[]
}

/** No answer came. */
export interface Unfetched {
  readonly type: 'unfetched'
  readonly id: number
  /** As Node names it: `ECONNREFUSED`; or a code of a problem: `app-silent`. */
  readonly code: string
  readonly message: string
  readonly sent: Headers
  readonly milliseconds: number
  readonly generation: number
}

/** A line that the app printed. */
export interface LogMessage {
  readonly type: 'log'
  readonly stream: 'stdout' | 'stderr'
  readonly text: string
}

/** Saves a test as a new file of the project. */
interface SaveMessage {
  readonly type: 'save'
  readonly id: number
  /** A path below the folder of the project that ends in `.test.ts`. A file that is there is left as it is, and another name found. */
  readonly file: string
  readonly text: string
}

export interface Saved {
  readonly type: 'saved'
  readonly id: number
  /** The path from the folder of the project. */
  readonly file: string
}

/** Opens a place in the editor of the user. */
interface OpenMessage {
  readonly type: 'open'
  readonly id: number
  readonly source: Source
}

export interface Opened {
  readonly type: 'opened'
  readonly id: number
}

/** What a page asked for was not done. */
export interface Refused {
  readonly type: 'refused'
  readonly id: number
  readonly problem: Problem
}

/** Loads the app anew. */
interface RestartMessage {
  readonly type: 'restart'
}
