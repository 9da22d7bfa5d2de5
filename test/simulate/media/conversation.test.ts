import { type Call, callOut, dial } from 'ncco-jsx/simulate'
import { describe, expect, it } from 'vitest'
import { toSamples } from '../../../src/simulate/media/pcm'
import { parseWav, type Wave } from '../../../src/simulate/media/wav'
import { eventually } from '../../support/eventually'
import { type BotConnection, sendAudio } from './bot-server'
import { bot, livePlatform } from './live'
import { strengthOf, tone } from './tone'

const rate = 16_000

/** The pitches of three voices. */
const ada = 500
const ben = 1100
const agent = 2300

/** Samples in which something is heard, one after another. */
const audible = (samples: Int16Array) => samples.filter((sample) => Math.abs(sample) > 300)

const heardBy = (call: Call) => parseWav(call.heardAudio()) as Wave

/** Whether a voice of this pitch is in the audio. */
function has(hertz: number, { samples, rate }: Wave): boolean {
  return strengthOf(hertz, samples, rate) * (samples.length / rate) > 1000
}

const botHeard = ({ frames }: BotConnection): Wave => ({
  rate,
  samples: toSamples(Buffer.concat(frames)),
})

/** Options of each in the room; those of the bot may name the callers. */
interface InRoom {
  readonly ada?: object
  readonly ben?: object
  bot?(uuids: string[]): object
}

/** Two callers and the bot of an outbound call in one room. */
async function meet(inRoom: InRoom = {}) {
  const server = await bot()
  const platform = livePlatform()
  const room = (more: object = {}) => [{ action: 'conversation', name: 'standup', ...more }]
  const first = await dial(room(inRoom.ada), { platform, from: '447700900031' })
  const second = await dial(room(inRoom.ben), { platform, from: '447700900032' })
  await second.wait()
  const third = await callOut(room(inRoom.bot?.([first.leg.uuid, second.leg.uuid])), {
    platform,
    to: { type: 'websocket', uri: server.uri, 'content-type': `audio/l16;rate=${rate}` },
  })
  await third.wait()
  await eventually(() => expect(third.state).toBe('conversation'))
  const [connection] = server.connections
  if (!connection) throw new Error(third.transcript())
  return { first, second, third, connection }
}

/** All speak at once for half a second, then everything has arrived. */
async function speak({ first, second, connection }: Awaited<ReturnType<typeof meet>>) {
  sendAudio(connection, Buffer.from(tone(agent, rate, 0.5).buffer))
  await Promise.all([
    first.speak({ rate, samples: tone(ada, rate, 0.5) }, { text: 'Ada here.' }),
    second.speak({ rate: 8000, samples: tone(ben, 8000, 0.5) }, { text: 'Ben here.' }),
  ])
  await first.wait(1)
}

describe('a conversation with a bot', () => {
  it('mixes: each hears all others, and nobody hears themselves', async () => {
    const all = await meet()
    await speak(all)
    const { first, second, connection, third } = all
    const voices = (wave: Wave) => [ada, ben, agent].map((hertz) => has(hertz, wave))
    expect(voices(heardBy(first))).toStrictEqual([false, true, true])
    expect(voices(heardBy(second))).toStrictEqual([true, false, true])
    expect(voices(botHeard(connection))).toStrictEqual([true, true, false])
    expect(first.heard).toStrictEqual(['Ben here.', '(0.50 s of audio)'])
    expect(second.heard).toStrictEqual(['Ada here.', '(0.50 s of audio)'])
    expect(third.heard).toStrictEqual(['Ada here.', 'Ben here.'])
    expect(third.leg.audio.map(({ seconds }) => seconds)).toStrictEqual([0.5])
  })

  it.each([
    ['a bot that is muted', { bot: () => ({ mute: true }) }, true, true, false],
    ['a caller who can hear nobody', { ben: { canHear: [] } }, true, true, false],
    ['a bot that can speak to nobody', { bot: () => ({ canSpeak: [] }) }, true, true, false],
    [
      'a bot that can hear the second caller',
      { bot: ([, uuid]: string[]) => ({ canHear: [uuid] }) },
      false,
      true,
      true,
    ],
  ])('heeds the lists: %s', async (_, inRoom: InRoom, isAdaHeard, isBenHeard, isBotHeardByBen) => {
    const all = await meet(inRoom)
    const { second, connection } = all
    await speak(all)
    expect(has(ada, botHeard(connection))).toBe(isAdaHeard)
    expect(has(ben, botHeard(connection))).toBe(isBenHeard)
    expect(has(agent, heardBy(second))).toBe(isBotHeardByBen)
  })

  it('tells the bot of the keys of any party', async () => {
    const { first, second, connection } = await meet()
    await first.press('1')
    await second.press('2')
    await eventually(() =>
      expect(connection.texts.slice(1)).toStrictEqual([
        { event: 'websocket:dtmf', digit: '1', duration: 260 },
        { event: 'websocket:dtmf', digit: '2', duration: 260 },
      ]),
    )
  })

  it('adds loud voices without a crack', async () => {
    const { first, second, connection } = await meet()
    const loud = { rate, samples: new Int16Array(8000).fill(30_000) }
    await Promise.all([first.speak(loud), second.speak(loud)])
    await first.wait(0.3)
    const { samples } = botHeard(connection)
    expect(Math.max(...audible(samples))).toBe(32_767)
    expect(Math.min(...audible(samples))).toBeGreaterThan(0)
  })
})
