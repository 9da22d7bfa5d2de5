import { once } from 'node:events'
import { jwtVerify } from 'jose'
import { type WebSocket, WebSocketServer } from 'ws'

const secret = new TextEncoder().encode(process.env.SIGNATURE_SECRET)

/** Lets in only Vonage, whose token is signed as its webhooks are. */
async function isVonage(authorization = ''): Promise<boolean> {
  const token = authorization.replace('Bearer ', '')
  const options = { algorithms: ['HS256'] }
  return jwtVerify(token, secret, options).then(
    () => true,
    () => false,
  )
}

/** The smallest agent: it says back whatever it hears, until a key is pressed. */
function talk(socket: WebSocket): void {
  socket.on('message', (data, isBinary) => {
    if (isBinary) return socket.send(data)
    const { event } = JSON.parse(String(data))
    if (event !== 'websocket:dtmf') return
    // What is still to be played is dropped.
    socket.send(JSON.stringify({ action: 'clear' }))
    socket.close()
  })
}

export async function startAgent(port: number): Promise<WebSocketServer> {
  const agent = new WebSocketServer({
    port,
    verifyClient: ({ req }, done) =>
      void isVonage(req.headers.authorization).then((isIt) =>
        done(isIt, 401),
      ),
  })
  agent.on('connection', talk)
  await once(agent, 'listening')
  return agent
}
