import { createPlatform, dial } from 'ncco-jsx/simulate'
import { describe, expect, it } from 'vitest'
import { toBytes, toSamples } from '../../../src/simulate/media/pcm'
import { parseWav, type Wave } from '../../../src/simulate/media/wav'
import { answering } from '../../support/answering'
import { eventually } from '../../support/eventually'
import { failure } from '../../support/failure'
import { type BotConnection, sendAudio } from './bot-server'
import { bot, livePlatform, talkTo, toBot } from './live'
import { strengthOf, tone } from './tone'

const talk = (text: string) => ({ action: 'talk', text })

/** The audio of all frames that a bot received. */
function audioOf({ frames }: BotConnection): Int16Array {
  return toSamples(Buffer.concat(frames))
}

/** Texts after the first message. */
const repliesTo = ({ texts }: BotConnection) => texts.slice(1)

describe('a websocket that is connected', () => {
  it.each([
    [8000, 320],
    [16_000, 640],
    [24_000, 960],
  ])('at %i samples a second gets messages of %i bytes, in silence too', async (rate, bytes) => {
    const server = await bot()
    const { call, connection } = await talkTo(server, {
      'content-type': `audio/l16;rate=${rate}`,
      headers: { conversation: 'abc', caller: { tier: 2 } },
    })
    await eventually(() => expect(connection.frames.length).toBeGreaterThan(5))
    expect(connection.request.headers.authorization).toBeUndefined()
    expect(connection.texts).toStrictEqual([
      {
        event: 'websocket:connected',
        'content-type': `audio/l16;rate=${rate}`,
        conversation: 'abc',
        caller: { tier: 2 },
      },
    ])
    expect(call.legs[0]?.received).toStrictEqual(connection.texts)
    expect(new Set(connection.frames.map((frame) => frame.length))).toStrictEqual(new Set([bytes]))
    expect(audioOf(connection).every((sample) => sample === 0)).toBe(true)
  })

  it('takes the rate 16,000 for a content-type without one, and says so', async () => {
    const server = await bot()
    const { call, connection } = await talkTo(server, { 'content-type': 'audio/l16;rate=44100' })
    await eventually(() => expect(connection.frames[0]?.length).toBe(640))
    expect(call.transcript()).toContain('its audio is at 16000 samples a second')
  })

  it('hears the caller, sample by sample', async () => {
    const server = await bot()
    const { call, leg, connection } = await talkTo(server)
    const samples = tone(440, 16_000, 0.5)
    await call.speak({ rate: 16_000, samples }, { text: 'Good morning.' })
    await eventually(() =>
      expect(audioOf(connection).filter(Boolean).length).toBe(samples.filter(Boolean).length),
    )
    const heard = audioOf(connection)
    const start = heard.findIndex((sample) => sample !== 0) - 1
    expect(heard.slice(start, start + samples.length)).toStrictEqual(samples)
    expect(leg.heard).toStrictEqual(['Good morning.'])
    expect(leg.audio).toStrictEqual([])
    expect(call.leg.audio.map(({ rate, seconds }) => [rate, seconds])).toStrictEqual([
      [16_000, 0.5],
    ])
  })

  it('is heard by the caller, sample by sample', async () => {
    const samples = tone(440, 16_000, 0.5)
    const server = await bot({
      onText: (connection) => sendAudio(connection, Buffer.from(toBytes(samples))),
    })
    const { call, leg } = await talkTo(server)
    await eventually(() => expect(call.heard).toStrictEqual(['(0.50 s of audio)']))
    const [segment] = leg.audio
    expect(segment).toMatchObject({ rate: 16_000, seconds: 0.5 })
    expect(segment?.samples).toStrictEqual(samples)
    const { rate, samples: heard } = parseWav(call.heardAudio()) as Wave
    expect(rate).toBe(16_000)
    const start = heard.findIndex((sample) => sample !== 0) - 1
    expect(heard.slice(start, start + samples.length)).toStrictEqual(samples)
    expect(call.transcript()).toMatch(/hears ws:\S+: “\(0\.50 s of audio\)”/)
  })

  it('hears speech of another rate at its own', async () => {
    const server = await bot()
    const { call, connection } = await talkTo(server, { 'content-type': 'audio/l16;rate=8000' })
    await call.speak({ rate: 44_100, samples: tone(440, 44_100, 0.4) })
    const audible = () => audioOf(connection).filter((sample) => Math.abs(sample) > 100)
    await eventually(() => expect(audible().length).toBeGreaterThan(0.37 * 8000))
    const heard = audioOf(connection)
    const start = heard.findIndex((sample) => Math.abs(sample) > 100)
    expect(strengthOf(440, heard.subarray(start, start + 3000), 8000)).toBeGreaterThan(7000)
  })

  it('hears silence where the caller has only words, which is told once', async () => {
    const server = await bot()
    const { call, leg, connection } = await talkTo(server)
    await call.say('Good morning.', { seconds: 0.1 })
    await call.say('Hello?', { seconds: 0.1 })
    expect(leg.heard).toStrictEqual(['Good morning.', 'Hello?'])
    expect(audioOf(connection).every((sample) => sample === 0)).toBe(true)
    expect(call.transcript().split('hears silence: say() has words, but no audio.').length).toBe(2)
  })

  it('is told of the keys of the caller', async () => {
    const server = await bot()
    const { call, connection } = await talkTo(server)
    await call.press('5#')
    await eventually(() =>
      expect(repliesTo(connection)).toStrictEqual([
        { event: 'websocket:dtmf', digit: '5', duration: 260 },
        { event: 'websocket:dtmf', digit: '#', duration: 260 },
      ]),
    )
  })

  it('learns when its audio was played, and drops the rest on clear', async () => {
    const long = Buffer.from(toBytes(tone(440, 16_000, 10)))
    const server = await bot({
      onText(connection, { event, payload }) {
        const send = (message: object) => connection.socket.send(JSON.stringify(message))
        if (event === 'websocket:connected') {
          sendAudio(connection, long.subarray(0, 6400))
          send({ action: 'notify', payload: { after: 'the first part' } })
          sendAudio(connection, long)
          send({ action: 'notify', payload: { after: 'all' } })
        } else if (payload !== undefined) send({ action: 'clear' })
      },
    })
    const { call, leg, connection } = await talkTo(server)
    await eventually(() => expect(repliesTo(connection).length).toBe(2))
    await call.wait(0.8)
    expect(repliesTo(connection)).toStrictEqual([
      { event: 'websocket:notify', payload: { after: 'the first part' } },
      { event: 'websocket:cleared' },
    ])
    const played = leg.audio.reduce((sum, { seconds }) => sum + seconds, 0)
    expect(played).toBeGreaterThanOrEqual(0.2)
    expect(played).toBeLessThan(10)
    expect(call.transcript()).toMatch(/clears \d\.\d\d s of its audio\./)
  })

  it('overruns its buffer, which the transcript tells', async () => {
    const server = await bot({
      onText(connection, { event }) {
        if (event !== 'websocket:connected') return
        sendAudio(connection, Buffer.alloc(640 * 4000, 1))
        connection.socket.send('{"action":"clear"}')
      },
    })
    const { call, connection } = await talkTo(server)
    await eventually(() =>
      expect(repliesTo(connection)).toStrictEqual([{ event: 'websocket:cleared' }]),
    )
    const transcript = call.transcript()
    expect(transcript).toContain('sends more than the 3072 messages (61 s) that wait to be played')
    expect(transcript).toMatch(/\d+ messages of ws:\S+ \(\d+\.\d\d s\) were dropped/)
    expect(transcript).toMatch(/clears \d\d\.\d\d s of its audio/)
  })

  it.each([
    [960, 'Is its rate 24000?'],
    [3200, 'Split it into 5.'],
    [1000, 'Split the audio into pieces of 640 bytes, and fill the last one with zeros.'],
  ])('does not play messages of %i bytes, and says what to do', async (bytes, remedy) => {
    const server = await bot({
      onText(connection, { event }) {
        if (event !== 'websocket:connected') return
        for (let count = 0; count < 3; count++) connection.socket.send(Buffer.alloc(bytes, 64))
        connection.socket.send('{"action":"clear"}')
      },
    })
    const { call, leg, connection } = await talkTo(server)
    await eventually(() => expect(repliesTo(connection).length).toBe(1))
    await call.hangUp()
    expect(leg.audio).toStrictEqual([])
    expect(call.heard).toStrictEqual([])
    expect(call.transcript()).toContain(`sends a message of ${bytes} bytes, which is not played`)
    expect(call.transcript()).toContain(remedy)
    expect(call.transcript()).toContain('3 messages of ')
  })

  it('sends texts that mean nothing, each of which is told once', async () => {
    const server = await bot({
      onText({ socket }, { event }) {
        if (event !== 'websocket:connected') return
        for (const text of [
          'hello',
          '[]',
          '{"action":"stop"}',
          '{"action":"stop"}',
          '{"type":"x"}',
        ]) {
          socket.send(text)
        }
        socket.send('{"action":"clear"}')
      },
    })
    const { call, connection } = await talkTo(server)
    await eventually(() => expect(repliesTo(connection).length).toBe(1))
    const told = call.timeline.flatMap((entry) => (entry.type === 'note' ? [entry.text] : []))
    expect(told.map((text) => text.replace(/ws:\S+/, 'BOT')).slice(0, 3)).toStrictEqual([
      'BOT sends a text that is not a JSON object. It is ignored.',
      'BOT sends the action "stop", which is neither clear nor notify. It is ignored.',
      'BOT sends a message without an action: its keys are type. It is ignored.',
    ])
  })

  it('is closed when the caller hangs up', async () => {
    const server = await bot()
    const { call, leg, connection } = await talkTo(server)
    await call.hangUp()
    await eventually(() => expect(connection.closed).toBe(1000))
    expect(leg.status).toBe('completed')
    const frames = connection.frames.length
    await new Promise((later) => setTimeout(later, 100))
    expect(connection.frames.length).toBe(frames)
  })

  it('is hung up without the event `disconnected`', async () => {
    const server = await bot()
    const { call, leg, connection } = await talkTo(server)
    await leg.hangUp()
    await eventually(() => expect(connection.closed).toBe(1000))
    expect(call.webhooks.map(({ status }) => status)).not.toContain('disconnected')
  })

  it('is not answered, refused or spoken for by a script', async () => {
    const server = await bot()
    const { leg } = await talkTo(server)
    const acts = [
      () => leg.answer(),
      () => leg.reject(),
      () => leg.say('Hello.'),
      () => leg.press('1'),
      () => leg.speak({ rate: 8000, samples: tone(440, 8000, 0.1) }),
    ]
    for (const act of acts) expect((await failure(act())).code).toBe('live-websocket')
  })

  it('is answered by a script if the platform says so, and on a virtual clock', async () => {
    const uri = 'wss://agent.example.com/calls'
    const platform = livePlatform({ websockets: 'simulated' })
    for (const options of [{ platform }, {}]) {
      const call = await dial([toBot({ uri })], options)
      await call.legs[0]?.answer()
      await call.say('Good morning.')
      expect(call.legs[0]?.heard).toStrictEqual(['Good morning.'])
      await call.hangUp()
    }
    expect(() => createPlatform({ websockets: 'connected' })).toThrow(
      "websockets must be 'simulated' unless the pace is 'real' at speed 1.",
    )
  })
})

describe('a websocket that ends', () => {
  const flow = (server: { uri: string }, connect: object = {}) => ({
    '/answer': [
      toBot(
        server,
        { headers: { conversation: 'abc' } },
        { eventUrl: ['https://app.example.com/agent'], ...connect },
      ),
      talk('The agent is gone.'),
    ],
    '/event': undefined,
  })

  it('because its server closes it is an event whose NCCO runs', async () => {
    const server = await bot({ onText: ({ socket }) => socket.close(1011, 'no model') })
    const app = answering({ ...flow(server), '/agent': [talk('One moment.')] })
    const call = await dial(app, { platform: livePlatform() })
    await eventually(() => expect(call.ended?.reason).toBe('completed'))
    expect(call.heard).toStrictEqual(['One moment.'])
    const event = call.webhooks.find(({ status }) => status === 'disconnected')
    expect(event?.fields).toMatchObject({
      status: 'disconnected',
      headers: { conversation: 'abc' },
    })
    expect(call.transcript()).toContain('the server closes it with code 1011 “no model”')
  })

  it('because its server breaks it off lets the flow go on, if the event is not answered', async () => {
    const server = await bot({ onText: ({ socket }) => socket.terminate() })
    const app = answering({ ...flow(server), '/agent': undefined })
    const call = await dial(app, { platform: livePlatform() })
    await eventually(() => expect(call.ended?.reason).toBe('completed'))
    expect(call.heard).toStrictEqual(['The agent is gone.'])
  })

  it('because its server refuses it is `failed`, and the fallback of a synchronous connect runs', async () => {
    const server = await bot({ refuse: () => 401 })
    const connect = { eventType: 'synchronous' }
    const app = answering({ ...flow(server, connect), '/agent': [talk('Please call later.')] })
    const call = await dial(app, { platform: livePlatform() })
    await eventually(() => expect(call.ended?.reason).toBe('completed'))
    expect(call.heard).toStrictEqual(['Please call later.'])
    expect(call.legs[0]?.status).toBe('failed')
    expect(call.transcript()).toContain('the server answers the handshake with status 401')
  })

  it('because nothing listens there is `failed`, and the flow goes on', async () => {
    const server = await bot()
    await server.close()
    const app = answering({ ...flow(server), '/agent': undefined })
    const call = await dial(app, { platform: livePlatform() })
    await eventually(() => expect(call.ended?.reason).toBe('completed'))
    expect(call.heard).toStrictEqual(['The agent is gone.'])
    expect(call.legs[0]?.status).toBe('failed')
    expect(call.transcript()).toContain('cannot be connected: nothing listens there')
  })

  it('because its server never answers the handshake is `unanswered`', async () => {
    const server = await bot({ refuse: () => 0 })
    const connect = { eventType: 'synchronous', timeout: 1 }
    const app = answering({ ...flow(server, connect), '/agent': [talk('Please call later.')] })
    const call = await dial(app, { platform: livePlatform() })
    await eventually(() => expect(call.ended?.reason).toBe('completed'))
    expect(call.heard).toStrictEqual(['Please call later.'])
    const event = call.webhooks.find(({ status }) => status === 'unanswered')
    expect(event?.fields.detail).toBe('timeout')
  })

  it('because its address is none is `failed`', async () => {
    const app = answering({ ...flow({ uri: 'ws://' }), '/agent': undefined })
    const call = await dial(app, { platform: livePlatform() })
    await eventually(() => expect(call.ended).toBeDefined())
    expect(call.legs[0]?.status).toBe('failed')
  })
})
