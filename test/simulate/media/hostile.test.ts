import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { eventually } from '../../support/eventually'
import { bot, talkTo } from './live'

const binary = fc.uint8Array({ maxLength: 2000 }).map((bytes) => Buffer.from(bytes))
const frame = fc.uint8Array({ minLength: 640, maxLength: 640 }).map((bytes) => Buffer.from(bytes))
const command = fc
  .record({ action: fc.constantFrom('clear', 'notify', 'stop'), payload: fc.jsonValue() })
  .map((message) => JSON.stringify(message))
const message = fc.oneof(binary, frame, command, fc.json(), fc.string())

describe('a server of a websocket', () => {
  it('may send anything', async () => {
    // A thousand messages; the seed of the tests makes them the same each time.
    const messages = fc.sample(message, { numRuns: 1000, seed: fc.readConfigureGlobal().seed ?? 1 })
    const server = await bot({
      onText({ socket }, { event }) {
        if (event !== 'websocket:connected') return
        for (const one of messages) socket.send(one)
        socket.send('{"action":"clear"}')
        socket.send('{"action":"notify","payload":"the end"}')
      },
    })
    const { call, connection } = await talkTo(server)
    await eventually(() =>
      expect(connection.texts.at(-1)).toStrictEqual({
        event: 'websocket:notify',
        payload: 'the end',
      }),
    )
    expect(call.legs[0]?.status).toBe('answered')
    const notes = call.timeline.filter(({ type }) => type === 'note')
    expect(notes.length).toBeLessThan(1000)
    await call.hangUp()
    await eventually(() => expect(connection.closed).toBe(1000))
  })
})
