/** Connects a websocket leg of a call to its server. What the microphone hears, and what the server says, follows as binary messages. */
export interface ConnectSocketMessage {
  readonly type: 'connect-socket'
  /** The number of the connection; the page counts. */
  readonly id: number
  /** The endpoint, as the NCCO has it. */
  readonly endpoint: Readonly<Record<string, unknown>>
  /** The name of the variable with the secret that signs the handshake, where the endpoint asks for that. */
  readonly signature?: string | undefined
}

/** Tells the server of the leg about keys that were pressed. */
export interface SocketKeysMessage {
  readonly type: 'socket-keys'
  readonly id: number
  readonly keys: string
}

/** The leg is over. */
export interface EndSocketMessage {
  readonly type: 'end-socket'
  readonly id: number
}

/** What happens on the connection of a websocket leg. */
export interface SocketEvent {
  readonly type: 'socket-event'
  readonly id: number
  readonly happening: SocketHappening
}

export type SocketHappening =
  | { readonly kind: 'open' }
  /** It could not be connected. */
  | { readonly kind: 'refused'; readonly why: string }
  /** The server closed it, or it broke. */
  | { readonly kind: 'closed'; readonly why: string }
  /** What the server gets wrong. */
  | { readonly kind: 'note'; readonly text: string }
  /** The server begins to speak, so many seconds after the end of what the caller said. */
  | { readonly kind: 'audio'; readonly latency?: number }
