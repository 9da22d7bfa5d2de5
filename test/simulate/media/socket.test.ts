import { describe, expect, it, onTestFinished, vi } from 'vitest'
import { WebSocket } from 'ws'
import type * as SocketModule from '../../../src/simulate/media/socket'
import { eventually } from '../../support/eventually'
import { bot } from './live'

const source = '../../../src/simulate/media/socket'

/** The module as a browser runs it: with a global `WebSocket`, which has the interface of that of `ws`, and without Node. */
async function inBrowser(): Promise<typeof SocketModule> {
  vi.stubGlobal('WebSocket', WebSocket)
  onTestFinished(() => void vi.unstubAllGlobals())
  const versions = vi
    .spyOn(process, 'versions', 'get')
    .mockReturnValue({} as NodeJS.ProcessVersions)
  // Another copy of the module, because it looks once.
  const module = await import(/* @vite-ignore */ `${source}?in-browser`)
  versions.mockRestore()
  return module
}

describe('a websocket in a browser', () => {
  it('is the global one, whose handshake has no headers', async () => {
    const { canAuthorize, openSocket } = await inBrowser()
    expect(canAuthorize).toBe(false)
    const server = await bot({ onText: ({ socket }, text) => socket.send(JSON.stringify(text)) })
    const events: unknown[] = []
    const socket = await openSocket(server.uri, 'Bearer token', {
      onOpen: () => socket.send('{"a":1}'),
      onRefused: (why) => events.push(why),
      onText: (text) => events.push(text),
      onBytes: (bytes) => events.push(bytes),
      onClosed: (why) => events.push(why),
    })
    await eventually(() => expect(events).toStrictEqual(['{"a":1}']))
    const [connection] = server.connections
    expect(connection?.request.headers.authorization).toBeUndefined()
    connection?.socket.send(Uint8Array.of(1, 2, 3))
    connection?.socket.close(1000)
    await eventually(() => expect(events.length).toBe(3))
    expect(events.slice(1)).toStrictEqual([
      Uint8Array.of(1, 2, 3),
      'the server closes it with code 1000',
    ])
  })
})

describe('a websocket', () => {
  it('that is closed before it opens is given up, in silence', async () => {
    const { openSocket } = await import('../../../src/simulate/media/socket')
    const server = await bot({ refuse: () => 0 })
    const events: unknown[] = []
    const add = (event: unknown) => events.push(event)
    const socket = await openSocket(server.uri, undefined, {
      onOpen: () => add('open'),
      onRefused: add,
      onText: add,
      onBytes: add,
      onClosed: add,
    })
    socket.close()
    socket.close()
    await new Promise((later) => setTimeout(later, 100))
    expect(events).toStrictEqual([])
  })

  it('whose server sends too much is closed, with the reason', async () => {
    const { openSocket } = await import('../../../src/simulate/media/socket')
    const server = await bot({ onConnect: ({ socket }) => socket.send(Buffer.alloc(2_000_000)) })
    const closed: string[] = []
    await openSocket(server.uri, undefined, {
      onOpen: () => {},
      onRefused: expect.unreachable,
      onText: expect.unreachable,
      onBytes: () => expect.unreachable(),
      onClosed: (why) => closed.push(why),
    })
    await eventually(() =>
      expect(closed).toStrictEqual(['the server sends a message of more than 1048576 bytes']),
    )
  })
})
