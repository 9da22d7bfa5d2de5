import { once } from 'node:events'
import type { AddressInfo } from 'node:net'
import { type WebSocket, WebSocketServer } from 'ws'

/** Bytes of a frame of 20 ms, at 16,000 samples a second. */
const frame = 640
/** Frames without speech after which the agent answers: 0.3 s. */
const patience = 15

/** The server of an agent, as small as it can be: it answers speech with a tone, and hands the caller over for a key. */
export async function startAgent(handOver: (conversation: string) => Promise<void>) {
  const server = new WebSocketServer({ port: 0, host: '127.0.0.1' })
  const agent = {
    uri: '',
    /** The token of the last handshake. A real agent verifies it. */
    authorization: undefined as string | undefined,
    async close() {
      for (const socket of server.clients) socket.terminate()
      server.close()
      await once(server, 'close')
    },
  }
  server.on('connection', (socket, request) => {
    agent.authorization = request.headers.authorization
    let conversation = ''
    let silence = 0
    let hasSpoken = false
    socket.on('message', async (data: Buffer, isBinary) => {
      if (isBinary) {
        if (isSpeech(data)) {
          // The caller interrupts what the agent still says.
          if (!hasSpoken) socket.send(JSON.stringify({ action: 'clear' }))
          hasSpoken = true
          silence = 0
        } else if (hasSpoken && ++silence === patience) {
          hasSpoken = false
          answer(socket)
        }
        return
      }
      const message = JSON.parse(String(data))
      if (message.event === 'websocket:connected') conversation = message.conversation
      if (message.event === 'websocket:dtmf') {
        await handOver(conversation)
        socket.close()
      }
    })
  })
  await once(server, 'listening')
  agent.uri = `ws://127.0.0.1:${(server.address() as AddressInfo).port}`
  return agent
}

/** Says something for half a second. A real agent turns words into audio. */
function answer(socket: WebSocket): void {
  for (let count = 0; count < 25; count++) {
    const audio = Buffer.alloc(frame)
    for (let place = 0; place < frame; place += 2) {
      audio.writeInt16LE(Math.round(6000 * Math.sin(place / 5)), place)
    }
    socket.send(audio)
  }
}

/** Whether a frame is loud enough to be speech. A real agent asks a model. */
function isSpeech(audio: Buffer): boolean {
  for (let place = 0; place < audio.length; place += 2) {
    if (Math.abs(audio.readInt16LE(place)) > 500) return true
  }
  return false
}
