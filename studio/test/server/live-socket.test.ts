import { describe, expect, it } from 'vitest'
import { isAudible, toSamples } from '../../../src/simulate/media/pcm'
import type { BotServer } from '../../../test/simulate/media/bot-server'
import { bot } from '../../../test/simulate/media/live'
import { parrot } from '../../../test/simulate/media/parrot'
import { strengthOf, tone } from '../../../test/simulate/media/tone'
import { eventually } from '../../../test/support/eventually'
import { makeProject } from '../support/project'
import { openStudio } from '../support/studio'

/** A page whose call has a leg at a bot. */
async function pageAt(server: Pick<BotServer, 'uri'>, more: object = {}, env = '') {
  const project = makeProject({ 'app.ts': 'export default []', '.env': env })
  const { page } = await openStudio(`${project.folder}/app.ts`)
  const endpoint = {
    type: 'websocket',
    uri: server.uri,
    'content-type': 'audio/l16;rate=16000',
    headers: { account: '7' },
    ...more,
  }
  const signature = env === '' ? undefined : 'SIGNATURE_SECRET'
  page.say({ type: 'connect-socket', id: 7, endpoint, signature })
  return page
}

/** Says a tone as a microphone does: 20 ms at a time, as time passes. */
async function speak(page: Awaited<ReturnType<typeof pageAt>>, seconds: number): Promise<void> {
  const rate = 48_000
  const said = tone(440, rate, seconds)
  const begun = performance.now()
  for (let place = 0; place < said.length; ) {
    const due = Math.floor((performance.now() - begun) * 48)
    page.speak({ id: 7, rate, samples: said.subarray(place, due) })
    place = due
    await new Promise((resolve) => setTimeout(resolve, 20))
  }
}

describe('a websocket leg of the page', () => {
  it('speaks with its server by the microphone of the page', async () => {
    const server = await bot(parrot(0.3))
    const page = await pageAt(server)
    await eventually(() => expect(page.happenings).toStrictEqual([{ kind: 'open' }]))
    const [connection] = server.connections
    expect(connection?.texts).toStrictEqual([
      { event: 'websocket:connected', 'content-type': 'audio/l16;rate=16000', account: '7' },
    ])
    await speak(page, 0.5)
    await eventually(() => expect(page.happenings.map(({ kind }) => kind)).toContain('audio'))
    const heard = connection?.frames.map(toSamples).filter(isAudible) ?? []
    expect(strengthOf(440, heard.at(5) ?? new Int16Array(1), 16_000)).toBeGreaterThan(5000)
    expect(new Set(page.audio.map(({ id, rate }) => `${id} ${rate}`))).toStrictEqual(
      new Set(['7 16000']),
    )
    await eventually(() =>
      expect(page.audio.filter(({ samples }) => isAudible(samples)).length).toBeGreaterThan(5),
    )
    const audible = page.audio.map(({ samples }) => samples).filter(isAudible)
    expect(strengthOf(440, audible.at(5) ?? new Int16Array(1), 16_000)).toBeGreaterThan(5000)
    // What the microphone says is no audio of the server.
    expect(page.happenings).toStrictEqual([
      { kind: 'open' },
      { kind: 'audio', latency: expect.any(Number) },
    ])
    page.say({ type: 'socket-keys', id: 7, keys: '5' })
    await eventually(() =>
      expect(connection?.texts.at(-1)).toMatchObject({ event: 'websocket:dtmf', digit: '5' }),
    )
    page.say({ type: 'end-socket', id: 7 })
    await eventually(() => expect(connection?.closed).toBe(1000))
  })

  it('is told of what its server gets wrong, and of its end', async () => {
    const server = await bot({
      onConnect: ({ socket }) => {
        socket.send(Buffer.alloc(100))
        setTimeout(() => socket.close(4000, 'enough'), 200)
      },
    })
    const page = await pageAt(server)
    await eventually(() =>
      expect(page.happenings).toStrictEqual([
        { kind: 'open' },
        { kind: 'note', text: expect.stringContaining('a message of 100 bytes') },
        { kind: 'note', text: expect.stringContaining('code 4000 “enough”') },
        { kind: 'closed', why: expect.stringContaining('code 4000 “enough”') },
      ]),
    )
  })

  it('is refused where nothing listens', async () => {
    const page = await pageAt({ uri: 'ws://127.0.0.1:1/' })
    await eventually(() =>
      expect(page.happenings).toStrictEqual([
        {
          kind: 'refused',
          why: 'ws://127.0.0.1:1/ cannot be connected: nothing listens there.',
        },
      ]),
    )
  })

  it('signs its handshake with the secret of the project, which the page never sees', async () => {
    const secret = 'the secret of this test, of 32 or more characters'
    const server = await bot()
    const page = await pageAt(
      server,
      { authorization: { type: 'vonage' } },
      `SIGNATURE_SECRET="${secret}"`,
    )
    await eventually(() => expect(page.happenings).toStrictEqual([{ kind: 'open' }]))
    const { authorization } = server.connections[0]?.request.headers ?? {}
    expect(authorization).toMatch(/^Bearer ey/)
    expect(page.received.join('\n')).not.toContain(secret)
  })

  it('ends with the page', async () => {
    const server = await bot()
    const page = await pageAt(server)
    await eventually(() => expect(page.happenings).toStrictEqual([{ kind: 'open' }]))
    page.close()
    await eventually(() => expect(server.connections[0]?.closed).toBe(1000))
  })
})
