import assert from 'node:assert/strict'
import { type ChildProcess, fork } from 'node:child_process'
import { once } from 'node:events'
import { connect, type Socket } from 'node:net'
import { setTimeout as wait } from 'node:timers/promises'
import { table } from '../scripts/markdown'
import { megabytes, verdict, writeSection } from './page'
import { spread } from './spread'

// What an app holds of bodies that come in chunks of one byte and never end: while they come, and after its answer.

const rounds = 10
const atOnce = 100
const chunks = 5000
const deadline = 2000
/** The most that the memory may grow from the first half of the rounds to the second, in megabytes. */
const slack = 1
/** The most that a request may hold while it is read, in kilobytes. */
const mostHeld = 70

/** A request whose body does not end. */
interface Protocol {
  readonly begin: Buffer
  readonly chunk: Buffer
  /** Whether the server has ended the request, by what it has sent. */
  isOver(received: Buffer, isClosed: boolean): boolean
}

const http1: Protocol = {
  begin: Buffer.from(
    'POST /answer HTTP/1.1\r\nHost: h\r\nContent-Type: application/json\r\nTransfer-Encoding: chunked\r\n\r\n',
  ),
  chunk: Buffer.from('1\r\n \r\n'),
  isOver: (received, isClosed) => isClosed && String(received).startsWith('HTTP/1.1 503'),
}

const http2: Protocol = {
  begin: Buffer.concat([
    Buffer.from('PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n'),
    frame(4, 0, 0, Buffer.alloc(0)),
    // HPACK (RFC 7541): POST, http, and literals for the path, the authority and the content type.
    frame(
      1,
      4,
      1,
      Buffer.concat([
        Buffer.from([0x83, 0x86]),
        literal(Buffer.from([0x04]), '/answer'),
        literal(Buffer.from([0x01]), 'h'),
        literal(Buffer.from([0x0f, 0x10]), 'application/json'),
      ]),
    ),
  ]),
  chunk: frame(0, 0, 1, Buffer.from(' ')),
  isOver: (received) => framesOf(received).some(([type, stream]) => type === 3 && stream === 1),
}

function frame(type: number, flags: number, stream: number, payload: Buffer): Buffer {
  const head = Buffer.alloc(9)
  head.writeUIntBE(payload.length, 0, 3)
  head.writeUInt8(type, 3)
  head.writeUInt8(flags, 4)
  head.writeUInt32BE(stream, 5)
  return Buffer.concat([head, payload])
}

function literal(name: Buffer, value: string): Buffer {
  return Buffer.concat([name, Buffer.from([value.length]), Buffer.from(value)])
}

/** Type and stream of each whole frame. */
function framesOf(received: Buffer): [type: number, stream: number][] {
  const frames: [number, number][] = []
  for (let at = 0; at + 9 <= received.length; at += 9 + received.readUIntBE(at, 3)) {
    frames.push([received.readUInt8(at + 3), received.readUInt32BE(at + 5)])
  }
  return frames
}

const cases: [name: string, protocol: Protocol][] = [
  ['HTTP/1.1', http1],
  ['HTTP/2', http2],
  ['fetch', http1],
]

const rows: string[][] = []
for (const [name, protocol] of cases) {
  const script = new URL('./bodies-server.ts', import.meta.url)
  const execArgv = [...process.execArgv, '--expose-gc']
  const child = fork(script, [name, String(deadline)], { execArgv })
  const [{ port }] = await once(child, 'message')
  const held: number[] = []
  const after: number[] = []
  for (let round = 0; round <= rounds; round++) {
    const before = await memoryOf(child)
    const requests = Array.from({ length: atOnce }, () => send(port, protocol))
    await wait(deadline * 0.75)
    const during = await memoryOf(child)
    for (const { socket, over } of requests) {
      await over
      socket.destroy()
    }
    await wait(200)
    // The first round warms up.
    if (round === 0) continue
    held.push(((during - before) / atOnce) * 1000)
    after.push(await memoryOf(child))
  }
  child.disconnect()
  const [first, second] = [after.slice(0, rounds / 2), after.slice(rounds / 2)].map(spread)
  assert(first && second)
  const most = spread(held)
  rows.push([
    name,
    `${most.median.toFixed(0)} kB`,
    megabytes(first),
    megabytes(second),
    verdict(
      second.median - first.median < slack && most.median < mostHeld,
      `${mostHeld} kB a request, flat`,
    ),
  ])
}

writeSection({
  title: 'Bodies that do not end',
  command: 'npm run bench:bodies',
  paragraphs: [
    `${(rounds * atOnce).toLocaleString('en')} requests, ${atOnce} at once, each with ${chunks.toLocaleString('en')} chunks of one byte and no end: what a server holds of each while it reads (its connection included), and its memory after its answers, in the first half of the rounds and in the second, each after a full collection. It is asserted that the server ends each request: HTTP/1.1 closes the connection, HTTP/2 resets the stream.`,
    table(['', 'held by a request', 'memory after 500', 'after 1,000', 'aim'], rows),
  ],
})

/** Sends a request; `over` settles when the server has ended it. */
function send(port: number, protocol: Protocol): { socket: Socket; over: Promise<void> } {
  const socket = connect(port, '127.0.0.1')
  const over = new Promise<void>((resolve, reject) => {
    let received = Buffer.alloc(0)
    const look = (isClosed: boolean) => {
      if (protocol.isOver(received, isClosed)) resolve()
      else if (isClosed) reject(new Error(`The server answered ${received}`))
    }
    socket.on('data', (data: Buffer) => {
      received = Buffer.concat([received, data])
      look(false)
    })
    socket.on('close', () => look(true))
    socket.on('error', () => {})
  })
  // All of them are awaited, but one after another.
  over.catch(() => {})
  socket.write(protocol.begin)
  socket.write(Buffer.concat(Array.from({ length: chunks }, () => protocol.chunk)))
  return { socket, over }
}

async function memoryOf(child: ChildProcess): Promise<number> {
  child.send('memory')
  const [{ megabytes }] = await once(child, 'message')
  return megabytes
}
