import { createPlatform, dial } from 'ncco-jsx/simulate'
import { describe, expect, it } from 'vitest'
import { parseWav, type Wave, writeWav } from '../../../src/simulate/media/wav'
import { answering, connect, speech } from '../../support/answering'
import { eventually } from '../../support/eventually'
import { failure } from '../../support/failure'
import { livePlatform } from './live'
import { tone } from './tone'

const wav = writeWav({ rate: 8000, samples: tone(440, 8000, 0.3) })

describe('speak()', () => {
  it('on a virtual clock is heard by an input, with the words and the confidence that it is given', async () => {
    const app = (texts: unknown[]) =>
      answering({
        '/answer': [speech()],
        '/chosen'(fields) {
          texts.push(fields.speech)
          return []
        },
        '/event': undefined,
      })
    const heard: unknown[] = []
    const call = await dial(app(heard))
    await call.speak(wav, { text: 'Sales, please.', confidence: 0.4 })
    await (await dial(app(heard))).speak(wav, { text: 'Sales.' })
    await (await dial(app(heard))).speak(wav)
    expect(heard).toMatchObject([
      { results: [{ text: 'Sales, please.', confidence: '0.4' }] },
      { results: [{ text: 'Sales.', confidence: '0.9' }] },
      { results: [] },
    ])
    expect(call.timeline).toContainEqual(
      expect.objectContaining({ type: 'said', text: 'Sales, please.', seconds: 0.3 }),
    )
    expect(call.leg.audio).toStrictEqual([])
  })

  it.each([
    ['is an MP3 file, not a WAV file', Buffer.from('ID3...')],
    ['is not audio', 'speech.wav'],
  ])('refuses what %s', async (why, audio) => {
    const call = await dial([{ action: 'record' }])
    const error = await failure(call.speak(audio as Buffer))
    expect(error.code).toBe('unusable-audio')
    expect(error.message).toContain(`The audio for speak() ${why}.`)
  })

  it.each([
    ['confidence', { confidence: 2 }],
    ['text', { text: '' }],
  ])('refuses a wrong %s', async (option, options) => {
    const call = await dial([{ action: 'record' }])
    const error = await failure(call.speak(wav, options))
    expect(error.message).toContain(`${option} of speak() must be`)
  })

  it('is heard by a person at the other end, whom the caller hears too', async () => {
    const platform = livePlatform()
    const call = await dial([connect()], { platform })
    await call.wait()
    const [colleague] = call.legs
    await colleague?.answer()
    await call.speak(wav, { text: 'Good morning.' })
    await colleague?.speak(wav)
    await call.wait(0.2)
    expect(colleague?.heard).toStrictEqual(['Good morning.'])
    expect(call.heard).toStrictEqual(['(0.30 s of audio)'])
    const spoken = (parseWav(wav) as Wave).samples
    for (const bytes of [call.heardAudio(), colleague?.heardAudio() ?? new Uint8Array()]) {
      const { rate, samples } = parseWav(bytes) as Wave
      const start = samples.findIndex((sample) => sample !== 0) - 1
      expect(rate).toBe(8000)
      expect(samples.slice(start, start + spoken.length)).toStrictEqual(spoken)
    }
  })

  it('goes on with audio of another rate', async () => {
    const call = await dial([{ action: 'record' }], { platform: livePlatform() })
    await call.wait()
    const low = { rate: 8000, samples: tone(440, 8000, 0.5) }
    const high = { rate: 24_000, samples: tone(440, 24_000, 1.5) }
    await Promise.all([call.speak(low), call.speak(high)])
    await eventually(() =>
      expect(call.leg.audio.map(({ rate, seconds }) => [rate, seconds])).toStrictEqual([
        [8000, 0.5],
        [24_000, 1.5],
      ]),
    )
    expect(call.leg.audio[0]?.samples).toStrictEqual(low.samples)
    expect(call.leg.audio[1]?.samples).toStrictEqual(high.samples)
  })

  it('is cut off by a hang-up', async () => {
    const call = await dial([{ action: 'record' }], { platform: livePlatform() })
    await call.wait()
    const saying = call.speak({ rate: 8000, samples: tone(440, 8000, 20) })
    await call.wait(0.2)
    await call.hangUp()
    await saying
    const [segment] = call.leg.audio
    expect(segment?.seconds).toBeGreaterThan(0)
    expect(segment?.seconds).toBeLessThan(15)
  })
})

describe('heardAudio()', () => {
  it.each([
    ['a virtual clock', {}],
    ['a clock that is faster than the audio', { pace: 'real', speed: 2 }],
  ] as const)('is refused on %s', async (_, options) => {
    const platform = createPlatform(options)
    const call = await dial([{ action: 'record' }], { platform })
    expect(() => call.heardAudio()).toThrow('no-audio: The platform has no audio')
    await platform.close()
  })

  it('is silent for the time of a call in which nobody spoke', async () => {
    const platform = livePlatform()
    const call = await dial([{ action: 'wait', timeout: 0.2 }, { action: 'record' }], { platform })
    await call.wait(0.4)
    const { samples } = parseWav(call.heardAudio()) as Wave
    expect(samples.length).toBeGreaterThan(0.3 * 8000)
    expect(samples.every((sample) => sample === 0)).toBe(true)
  })

  it('is the newest part, as long as the platform keeps it', async () => {
    const platform = livePlatform({ audioSeconds: 1 })
    const call = await dial([{ action: 'record' }], { platform })
    await call.wait()
    await call.speak({ rate: 8000, samples: tone(440, 8000, 2.5) })
    await call.wait(0.1)
    const seconds = call.leg.audio.reduce((sum, one) => sum + one.seconds, 0)
    expect(seconds).toBeLessThanOrEqual(1)
  })
})
