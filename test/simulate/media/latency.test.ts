import { describe, expect, it } from 'vitest'
import { eventually } from '../../support/eventually'
import { bot, talkTo } from './live'
import { parrot } from './parrot'
import { tone } from './tone'

const question = { rate: 16_000, samples: tone(440, 16_000, 0.3) }

describe('latency', () => {
  it('is the time from the end of the speech to the first audio back, turn by turn', async () => {
    const server = await bot(parrot(0.3))
    const { call, leg } = await talkTo(server)
    for (const turn of [1, 2]) {
      await call.speak(question)
      await eventually(() => expect(call.heard.length).toBe(turn))
    }
    expect(leg.latency.length).toBe(2)
    for (const { spokenUntil, answeredAt, seconds } of leg.latency) {
      // The agent waits 0.3 s after the last frame, which it gets some time before that frame is over.
      expect(seconds).toBeGreaterThan(0.27)
      expect(answeredAt - spokenUntil).toBeCloseTo(seconds)
    }
    const told = call.timeline.flatMap((entry) => (entry.type === 'audio' ? [entry.latency] : []))
    expect(told).toStrictEqual(leg.latency.map(({ seconds }) => seconds))
    expect(call.transcript()).toMatch(/ sends audio, \d+\.\d\d s after the end of the speech\n/)
    expect(call.leg.latency).toStrictEqual([])
  })

  it('is not measured of audio that nobody asked for, or that comes while someone speaks', async () => {
    const server = await bot({ onFrame: ({ socket }, frame) => socket.send(frame) })
    const { call, leg } = await talkTo(server)
    await call.speak({ rate: 16_000, samples: tone(440, 16_000, 2) })
    await eventually(() => expect(call.heard.length).toBe(1))
    expect(leg.latency).toStrictEqual([])
    expect(call.transcript()).toMatch(/ sends audio\n/)
  })
})
