import type { AddressInfo } from 'node:net'
import { monitorEventLoopDelay } from 'node:perf_hooks'
import { WebSocketServer } from 'ws'

// The server of bots, in a process of its own: sends every frame back, and tells how late each one came.

const frame = 20

const server = new WebSocketServer({ port: 0, host: '127.0.0.1', perMessageDeflate: false })
const delays = monitorEventLoopDelay({ resolution: 1 })
delays.enable()

/** When each frame came, in milliseconds, for each call. */
const arrivals: number[][] = []

server.on('connection', (socket) => {
  const times: number[] = []
  arrivals.push(times)
  socket.on('message', (data, isBinary) => {
    if (!isBinary) return
    times.push(performance.now())
    socket.send(data)
  })
})

process.on('message', () => {
  const told = {
    lateness: arrivals.map(latenessOf),
    counts: arrivals.map((one) => one.length),
    delays: [99, 99.9, 100].map((share) => delays.percentile(share) / 1e6 - 1),
  }
  // What is under way when the channel is closed does not arrive.
  process.send?.(told, () => {
    process.disconnect()
    server.close()
    for (const socket of server.clients) socket.terminate()
  })
})

server.on('listening', () => process.send?.({ port: (server.address() as AddressInfo).port }))

/** How late each frame came, against a steady pace from the one that came earliest. */
function latenessOf(times: readonly number[]): number[] {
  const offsets = times.map((time, index) => time - index * frame)
  const earliest = Math.min(...offsets)
  return offsets.map((offset) => offset - earliest)
}
