/** A connection to the server of a websocket endpoint. */
export interface Socket {
  /** Bytes that were sent and have not left yet. */
  readonly waiting: number
  send(data: string | Uint8Array<ArrayBuffer>): void
  /** Closes it; before it is open, gives up. Nothing happens on it after that. */
  close(): void
}

/** What happens on a connection: it is refused, or it opens and is closed later. */
export interface SocketEvents {
  onOpen(): void
  /** @param why a clause, such as `nothing listens there` */
  onRefused(why: string): void
  onText(text: string): void
  onBytes(bytes: Uint8Array<ArrayBuffer>): void
  /** The server closed it, or it broke. */
  onClosed(why: string): void
}

/** The part that a browser's `WebSocket` and that of `ws` share. */
type AnySocket = Pick<
  WebSocket,
  'addEventListener' | 'binaryType' | 'bufferedAmount' | 'close' | 'send'
>

/** The most bytes of a message that are taken. Audio has 960. */
const mostBytes = 1024 * 1024

/** How long the server may take to agree to the end, in milliseconds. */
const closeTimeout = 2000

// Bun and Deno say so too, and have `ws`.
const isNode = typeof process === 'object' && typeof process.versions?.node === 'string'

/** Whether the handshake can have an `Authorization` header. Browsers let nobody set it. */
export const canAuthorize = isNode

/**
 * Opens a websocket.
 *
 * @param authorization the header of the handshake
 */
export async function openSocket(
  uri: string,
  authorization: string | undefined,
  events: SocketEvents,
): Promise<Socket> {
  const socket = isNode ? await openWithHeaders(uri, authorization) : new WebSocket(uri)
  socket.binaryType = 'arraybuffer'
  let state: 'opening' | 'open' | 'over' = 'opening'
  let failure: string | undefined
  socket.addEventListener('open', () => {
    if (state !== 'opening') return
    state = 'open'
    events.onOpen()
  })
  socket.addEventListener('message', ({ data }) => {
    if (state !== 'open') return
    if (typeof data === 'string') events.onText(data)
    else events.onBytes(new Uint8Array(data))
  })
  socket.addEventListener('error', (event) => {
    failure ??= describeFailure(event)
  })
  socket.addEventListener('close', ({ code, reason }) => {
    const before = state
    state = 'over'
    if (before === 'opening') events.onRefused(failure ?? 'the connection fails')
    if (before === 'open') events.onClosed(failure ?? describeClose(code, reason))
  })
  return {
    get waiting() {
      return socket.bufferedAmount
    },
    send(data) {
      if (state === 'open') socket.send(data)
    },
    close() {
      if (state === 'over') return
      state = 'over'
      socket.close(1000)
    },
  }
}

async function openWithHeaders(uri: string, authorization: string | undefined): Promise<AnySocket> {
  const { WebSocket } = await import('ws')
  // Its types do not have `closeTimeout` yet.
  const options = {
    ...(authorization !== undefined && { headers: { authorization } }),
    // Audio hardly gets smaller, and each deflate stream takes memory.
    perMessageDeflate: false,
    maxPayload: mostBytes,
    closeTimeout,
  }
  // It does what a browser's does here; only the types of their events differ.
  return new WebSocket(uri, options) as unknown as AnySocket
}

const failures: Readonly<Record<string, string>> = {
  ECONNREFUSED: 'nothing listens there',
  ENOTFOUND: 'its host name is unknown',
  EAI_AGAIN: 'its host name is unknown',
  ECONNRESET: 'the server breaks the connection off',
  EPROTO: 'the server does not speak TLS there',
  WS_ERR_UNSUPPORTED_MESSAGE_LENGTH: `the server sends a message of more than ${mostBytes} bytes`,
}

/** A clause about the failure. A browser does not tell. */
function describeFailure(event: Event): string {
  const { error } = event as { error?: { message?: string; code?: unknown; errors?: unknown } }
  if (!error) return 'the connection fails'
  const { message = '', errors } = error
  const [, status] = /^Unexpected server response: (\d+)$/.exec(message) ?? []
  if (status !== undefined) return `the server answers the handshake with status ${status}`
  // A host with several addresses has a failure for each.
  const [first = error] = Array.isArray(errors) ? errors : []
  const { code } = first
  return failures[String(code)] ?? `the connection fails (${code ?? message})`
}

function describeClose(code: number, reason: string): string {
  const why = reason === '' ? '' : ` “${reason}”`
  return `the server closes it with code ${code}${why}`
}
