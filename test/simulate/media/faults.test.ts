import { describe, expect, it } from 'vitest'
import { BargeIn } from '../../../src/simulate/media/barge-in'
import { FrameFaults } from '../../../src/simulate/media/frame-faults'

function makeFaults() {
  const notes: string[] = []
  return { faults: new FrameFaults('BOT', 16_000, (text) => notes.push(text)), notes }
}

describe('the faults of frames', () => {
  it('tell of one message that is not played once', () => {
    const { faults, notes } = makeFaults()
    faults.wrongSize(148)
    faults.overrun()
    faults.end()
    expect(notes).toStrictEqual([
      'BOT sends a message of 148 bytes, which is not played: at 16000 samples a second a message has 640 bytes. Split the audio into pieces of 640 bytes, and fill the last one with zeros.',
      'BOT sends more than the 3072 messages (61 s) that wait to be played. What exceeds them is dropped.',
    ])
  })

  it('tell of several when it begins, and how many they were when it is over', () => {
    const { faults, notes } = makeFaults()
    for (let count = 0; count < 50; count++) faults.overrun()
    faults.drained()
    faults.drained()
    faults.overrun()
    expect(notes.slice(1)).toStrictEqual(['50 messages of BOT (1.00 s) were dropped.', notes[0]])
  })

  it('tell of gaps, but not of the silence that ends a burst', () => {
    const { faults, notes } = makeFaults()
    const play = (frames: string) => {
      for (const frame of frames) faults.play(frame === '#')
    }
    play(`###${'.'.repeat(25)}`)
    faults.endBurst(0.06)
    play(`#${'.'.repeat(9)}##${'.'.repeat(25)}`)
    faults.endBurst(0.24)
    expect(notes).toStrictEqual([])
    play(`#.....#.....#${'.'.repeat(25)}`)
    faults.endBurst(0.26)
    expect(notes).toStrictEqual([
      'In the 0.26 s of audio of BOT are gaps of 0.20 s in all, because its frames come too late.',
    ])
  })
})

describe('a barge-in', () => {
  function makeBargeIn() {
    const missed: number[] = []
    return { bargeIn: new BargeIn((seconds) => missed.push(seconds)), missed }
  }

  it('is missed by a server that does not clear what still takes long', () => {
    const { bargeIn, missed } = makeBargeIn()
    bargeIn.begin(10, 8)
    bargeIn.await(11.9, 6.1)
    expect(missed).toStrictEqual([])
    bargeIn.await(12, 6)
    bargeIn.await(13, 5)
    expect(missed).toStrictEqual([6])
    expect(bargeIn.clear(14)).toBeUndefined()
  })

  it('is heeded by a clear, or because little is left', () => {
    const { bargeIn, missed } = makeBargeIn()
    bargeIn.begin(10, 8)
    expect(bargeIn.clear(10.5)).toBe(0.5)
    bargeIn.await(12, 6)
    bargeIn.begin(20, 2.9)
    bargeIn.await(22, 0.9)
    bargeIn.begin(30, 3)
    bargeIn.await(32, 0.5)
    expect(missed).toStrictEqual([])
  })
})
