import { dial, type Leg } from 'ncco-jsx/simulate'
import { describe, expect, it, onTestFinished } from 'vitest'
import { isAudible, toSamples } from '../../../src/simulate/media/pcm'
import { eventually } from '../../support/eventually'
import { bot, livePlatform, sayLive, talkTo } from './live'
import { parrot } from './parrot'
import { strengthOf, tone } from './tone'

interface Frame {
  readonly rate: number
  readonly samples: Int16Array
}

const phone = { type: 'phone', number: '447700900002' }

/** A caller and whom they are connected to, on a virtual clock. What the latter hears is kept. */
async function joined(endpoint: object) {
  const caller = await dial([{ action: 'connect', from: '447700900000', endpoint: [endpoint] }])
  const colleague = caller.legs[0] as Leg
  await colleague.answer()
  const heard: Frame[] = []
  const line = colleague.openAudio({ onHeard: (frame) => heard.push(frame) })
  onTestFinished(() => line.close())
  return { caller, colleague, heard }
}

describe('audio as it happens', () => {
  it('is heard by the server of a websocket, and its answer by the person', async () => {
    const server = await bot(parrot(0.3))
    const { call, leg, connection } = await talkTo(server)
    const heard: Int16Array[] = []
    const rates = new Set<number>()
    const line = call.leg.openAudio({
      rate: 48_000,
      onHeard({ rate, samples }) {
        rates.add(rate)
        heard.push(samples)
      },
    })
    await sayLive(line, tone(440, 48_000, 0.5), 48_000)
    await eventually(() => expect(leg.latency).not.toHaveLength(0))
    await eventually(() => expect(heard.length).toBeGreaterThan(15))
    const audible = connection.frames.map(toSamples).filter(isAudible)
    expect(new Set(connection.frames.map(({ length }) => length))).toStrictEqual(new Set([640]))
    expect(strengthOf(440, audible.at(5) ?? new Int16Array(1), 16_000)).toBeGreaterThan(5000)
    expect([...rates]).toStrictEqual([16_000])
    expect(strengthOf(440, heard.at(5) ?? new Int16Array(1), 16_000)).toBeGreaterThan(5000)
    line.close()
    const { length } = heard
    connection.socket.send(Buffer.from(tone(440, 16_000, 0.02).buffer))
    await call.wait(0.2)
    expect(heard).toHaveLength(length)
  })

  it('is of 16,000 samples a second if no rate is given', async () => {
    const { caller, heard } = await joined(phone)
    const line = caller.leg.openAudio()
    // A frame of this rate is passed on as it is; any other one would be converted.
    const frame = tone(440, 16_000, 0.02)
    for (let count = 0; count < 5; count++) line.speak(frame)
    await eventually(() => expect(heard).toHaveLength(5))
    expect(heard).toStrictEqual(Array.from({ length: 5 }, () => ({ rate: 16_000, samples: frame })))
    line.close()
  })

  it('flows on a virtual clock too, at the second at which that stands', async () => {
    const { caller, colleague, heard } = await joined(phone)
    await caller.wait(7)
    const line = caller.leg.openAudio({ rate: 8000 })
    await sayLive(line, tone(440, 8000, 0.3), 8000)
    await eventually(() => expect(heard.length).toBeGreaterThan(10))
    line.close()
    expect(caller.leg.audio.map(({ at, rate }) => ({ at, rate }))).toStrictEqual([
      { at: 7, rate: 8000 },
    ])
    const { seconds = 0 } = caller.leg.audio[0] ?? {}
    const text = `(${seconds.toFixed(2)} s of audio)`
    expect(colleague.heard).toStrictEqual([text])
    expect(caller.timeline.slice(-2)).toStrictEqual([
      { at: 7, type: 'audio', leg: '447700900001' },
      { at: 7, type: 'heard', leg: '447700900002', text, seconds, by: '447700900001' },
    ])
  })

  it('of a websocket that a script answers has the rate of its content type', async () => {
    const { caller, colleague } = await joined({
      type: 'websocket',
      uri: 'wss://bot.example.com/',
      'content-type': 'audio/l16;rate=8000',
    })
    const heardByCaller: Frame[] = []
    const heardByBot: Frame[] = []
    const ear = caller.leg.openAudio({
      rate: 48_000,
      onHeard: (frame) => heardByCaller.push(frame),
    })
    const bot = colleague.openAudio({ rate: 48_000, onHeard: (frame) => heardByBot.push(frame) })
    await sayLive(bot, tone(440, 48_000, 0.2), 48_000)
    await sayLive(ear, tone(1000, 48_000, 0.2), 48_000)
    await eventually(() => expect(heardByBot.length).toBeGreaterThan(5))
    for (const [frames, hertz] of [
      [heardByCaller, 440],
      [heardByBot, 1000],
    ] as const) {
      expect(new Set(frames.map(({ rate }) => rate))).toStrictEqual(new Set([8000]))
      expect(strengthOf(hertz, frames[3]?.samples ?? new Int16Array(1), 8000)).toBeGreaterThan(5000)
    }
    for (const line of [ear, bot]) line.close()
    expect(caller.transcript()).toContain('wss://bot.example.com/  sends audio')
    expect(caller.transcript()).toMatch(
      /hears wss:\/\/bot\.example\.com\/: “\(0\.\d\d s of audio\)”/,
    )
  })

  it('needs a clock of its own speed, an answered person, and a rate that frames have', async () => {
    const fast = await dial([{ action: 'record' }], { platform: livePlatform({ speed: 2 }) })
    await fast.wait()
    expect(() => fast.leg.openAudio()).toThrow('no-audio: The platform has no audio')
    const { call, leg } = await talkTo(await bot())
    expect(() => leg.openAudio()).toThrow('live-websocket')
    expect(() => call.leg.openAudio({ rate: 44_110 })).toThrow(
      'simulator-option: rate must be a multiple of 50 from 8000 to 48000.',
    )
    await call.hangUp()
    expect(() => call.leg.openAudio()).toThrow('leg-not-answered')
  })
})
