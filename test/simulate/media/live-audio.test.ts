import { createPlatform, dial } from 'ncco-jsx/simulate'
import { describe, expect, it } from 'vitest'
import { isAudible, toSamples } from '../../../src/simulate/media/pcm'
import { bot, eventually, talkTo } from './live'
import { parrot } from './parrot'
import { strengthOf, tone } from './tone'

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
    // As a microphone gives it: as time passes.
    const said = tone(440, 48_000, 0.5)
    const begun = performance.now()
    for (let place = 0; place < said.length; ) {
      const due = Math.floor((performance.now() - begun) * 48)
      line.speak(said.subarray(place, due))
      place = due
      await new Promise((resolve) => setTimeout(resolve, 10))
    }
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

  it('needs the wall clock, an answered person, and a rate that frames have', async () => {
    const virtual = await dial([{ action: 'record' }], { platform: createPlatform() })
    expect(() => virtual.leg.openAudio()).toThrow('no-audio: The platform has no audio')
    const { call, leg } = await talkTo(await bot())
    expect(() => leg.openAudio()).toThrow('live-websocket')
    expect(() => call.leg.openAudio({ rate: 44_110 })).toThrow(
      'simulator-option: rate must be a multiple of 50 from 8000 to 48000.',
    )
    await call.hangUp()
    expect(() => call.leg.openAudio()).toThrow('leg-not-answered')
  })
})
