import { describe, expect, it, onTestFinished } from 'vitest'
import type { CallHost } from '../../../src/simulate/call/call-host'
import type { SimulatedLeg } from '../../../src/simulate/leg/simulated-leg'
import { WebsocketLine } from '../../../src/simulate/media/websocket-line'
import { eventually } from '../../support/eventually'
import { bot } from './live'

describe('a server that does not read', () => {
  it('misses what is said, so that it does not fill the memory', async () => {
    const server = await bot({ onConnect: ({ socket }) => socket.pause() })
    const notes: string[] = []
    const platform = { audioSeconds: 0, happen: (act: () => void) => act(), clock: { elapsed: 0 } }
    const leg = { name: 'BOT', log: ({ text }: { text: string }) => notes.push(text) }
    let isOpen = false
    const line = new WebsocketLine(
      { platform } as unknown as CallHost,
      leg as unknown as SimulatedLeg,
      24_000,
      {
        onOpen() {
          isOpen = true
        },
        onRefused: expect.unreachable,
        onClosed: () => {},
      },
    )
    onTestFinished(() => line.close())
    await line.open(server.uri, undefined)
    await eventually(() => expect(isOpen).toBe(true))
    const before = process.memoryUsage().external
    // An hour of audio, 173 MB.
    for (let frame = 0; frame < 180_000; frame++) {
      line.port.hear(undefined, frame / 50)
      if (frame % 1000 === 0) await new Promise((later) => setImmediate(later))
    }
    expect(notes).toStrictEqual(['BOT does not read: it misses what is said until it does.'])
    expect(process.memoryUsage().external - before).toBeLessThan(30_000_000)
  })
})
