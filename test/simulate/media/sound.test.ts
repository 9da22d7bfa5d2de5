import { describe, expect, it } from 'vitest'
import { type Sound, Speech, toSound } from '../../../src/simulate/media/sound'
import { writeWav } from '../../../src/simulate/media/wav'
import { strengthOf, tone } from './tone'

describe('audio to speak', () => {
  it('may be a WAV file or samples', () => {
    const samples = tone(440, 16_000, 0.5)
    const sound = { rate: 16_000, samples, seconds: 0.5 }
    const file = writeWav({ rate: 16_000, samples })
    expect(toSound({ rate: 16_000, samples })).toStrictEqual(sound)
    expect(toSound(file)).toStrictEqual(sound)
    expect(toSound(Buffer.from(file))).toStrictEqual(sound)
    expect(toSound(file.buffer)).toStrictEqual(sound)
  })

  it.each([
    [11_025, 16_000],
    [22_050, 24_000],
    [44_100, 24_000],
    [48_000, 24_000],
  ])('of %i samples a second is converted to %i', (from, to) => {
    const sound = toSound({ rate: from, samples: tone(440, from, 0.5) }) as Sound
    expect(sound).toMatchObject({ rate: to, seconds: 0.5 })
    expect(strengthOf(440, sound.samples, to)).toBeGreaterThan(7800)
  })

  it('is not changed when the caller of speak changes its samples afterwards', () => {
    const samples = tone(440, 8000, 0.02)
    const sound = toSound({ rate: 8000, samples }) as Sound
    samples.fill(0)
    expect(sound.samples.some((sample) => sample !== 0)).toBe(true)
  })

  it.each([
    [Buffer.from('ID3xxxx'), 'is an MP3 file, not a WAV file'],
    [Uint8Array.of(0xff, 0xfb, 0, 0), 'is an MP3 file, not a WAV file'],
    [Buffer.from('OggSxxxx'), 'is an Ogg file, not a WAV file'],
    [Buffer.from('fLaCxxxx'), 'is a FLAC file, not a WAV file'],
    [new Uint8Array(640), 'is bytes without a header, not a WAV file'],
    [{ rate: 6000, samples: new Int16Array(8) }, 'has 6000 samples a second'],
    [{ rate: 96_000, samples: new Int16Array(8) }, 'has 96000 samples a second'],
    [{ rate: 8000.5, samples: new Int16Array(8) }, 'has 8000.5 samples a second'],
    [{ rate: 8000, samples: new Int16Array(0) }, 'is empty'],
    [{ rate: 8000, samples: [1, 2] }, 'is not audio'],
    ['speech.wav', 'is not audio'],
    [undefined, 'is not audio'],
  ])('that cannot be used says why', (audio, why) => {
    expect(toSound(audio)).toBe(why)
  })
})

describe('speech', () => {
  it('is said frame by frame, one sound after another, each to the end of its last frame', () => {
    const speech = new Speech()
    speech.add({ rate: 8000, samples: new Int16Array(170).fill(1), seconds: 170 / 8000 })
    speech.add({ rate: 16_000, samples: new Int16Array(320).fill(2), seconds: 0.02 })
    const frames = [speech.take(), speech.take(), speech.take(), speech.take()]
    expect(frames[0]).toStrictEqual({ rate: 8000, samples: new Int16Array(160).fill(1) })
    expect(frames[1]?.samples.indexOf(0)).toBe(10)
    expect(frames[2]).toStrictEqual({ rate: 16_000, samples: new Int16Array(320).fill(2) })
    expect(frames[3]).toBeUndefined()
    expect(speech.isOver).toBe(true)
  })
})
