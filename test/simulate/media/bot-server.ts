import type { IncomingMessage } from 'node:http'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { Duplex } from 'node:stream'
import { type WebSocket, WebSocketServer } from 'ws'

/** A connection, as the server of a bot sees it. */
export interface BotConnection {
  readonly request: IncomingMessage
  readonly socket: WebSocket
  /** The texts that arrived, parsed. */
  readonly texts: Record<string, unknown>[]
  /** The audio that arrived, message by message. */
  readonly frames: Buffer[]
  /** What the close told: the code. */
  closed: number | undefined
}

export interface Behaviour {
  /** Status of the refusal of a handshake, 0 to leave it without an answer. Absent: it is accepted. */
  refuse?(request: IncomingMessage): number | undefined
  onConnect?(connection: BotConnection): void
  onFrame?(connection: BotConnection, frame: Buffer): void
  onText?(connection: BotConnection, text: Record<string, unknown>): void
}

export interface BotServer {
  readonly uri: string
  readonly connections: BotConnection[]
  close(): Promise<void>
}

/** Starts the websocket server of a bot on loopback. */
export async function startBot(behaviour: Behaviour = {}): Promise<BotServer> {
  const server = createServer()
  const sockets = new WebSocketServer({ noServer: true })
  const connections: BotConnection[] = []
  const unanswered = new Set<Duplex>()
  server.on('upgrade', (request, socket, head) => {
    const status = behaviour.refuse?.(request)
    if (status === 0) {
      unanswered.add(socket)
      return
    }
    if (status !== undefined) {
      socket.end(`HTTP/1.1 ${status} Refused\r\nContent-Length: 0\r\nConnection: close\r\n\r\n`)
      return
    }
    sockets.handleUpgrade(request, socket, head, (opened) => {
      const connection: BotConnection = {
        request,
        socket: opened,
        texts: [],
        frames: [],
        closed: undefined,
      }
      connections.push(connection)
      opened.on('message', (data: Buffer, isBinary) => {
        if (isBinary) {
          connection.frames.push(data)
          behaviour.onFrame?.(connection, data)
        } else {
          const text = JSON.parse(String(data))
          connection.texts.push(text)
          behaviour.onText?.(connection, text)
        }
      })
      opened.on('close', (code) => {
        connection.closed = code
      })
      behaviour.onConnect?.(connection)
    })
  })
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening))
  const { port } = server.address() as AddressInfo
  return {
    uri: `ws://127.0.0.1:${port}/calls`,
    connections,
    async close() {
      for (const { socket } of connections) socket.terminate()
      for (const socket of unanswered) socket.destroy()
      server.closeAllConnections()
      if (!server.listening) return
      await new Promise((closed) => server.close(closed))
    },
  }
}

/** Sends audio in frames of a size. */
export function sendAudio({ socket }: BotConnection, audio: Buffer, bytes = 640): void {
  for (let start = 0; start < audio.length; start += bytes) {
    const frame = Buffer.alloc(bytes)
    audio.copy(frame, 0, start, start + bytes)
    socket.send(frame)
  }
}
