import { type Call, createPlatform, dial, type Platform } from 'ncco-jsx/simulate'
import { describe, expect, it, onTestFinished } from 'vitest'
import { parseWav, type Wave } from '../../../src/simulate/media/wav'
import { answering } from '../../support/answering'
import { eventually } from '../../support/eventually'
import { download } from '../../support/recordings'
import { ask, restPlatform } from '../../support/rest'
import { sendAudio } from './bot-server'
import { bot, sayLive, toBot } from './live'
import { strengthOf, tone } from './tone'

const rate = 16_000

/** The samples of the first recording of a call, as the app downloads it. */
async function downloaded(platform: Platform, call: Call): Promise<Wave> {
  const { pathname } = new URL(call.recordings[0]?.url ?? '')
  const { bytes } = await download(platform, pathname)
  return parseWav(bytes) as Wave
}

/** The seconds of a recording in which this pitch is heard, in steps of a twentieth. */
function heardAt(hertz: number, { rate, samples }: Wave): number[] {
  const length = rate / 20
  return Array.from({ length: Math.floor(samples.length / length) }, (_, step) => step / 20).filter(
    (second) => {
      const piece = samples.subarray(second * rate, second * rate + length)
      return strengthOf(hertz, piece, rate) > 1500
    },
  )
}

/** Says a pitch for about this many seconds, at the second at which the clock stands, and until all has been said. */
async function say(call: Call, hertz: number, seconds = 0.4): Promise<void> {
  const line = call.leg.openAudio({ rate })
  await sayLive(line, tone(hertz, rate, seconds), rate)
  // What is left of it waits for a few frames at most.
  await new Promise((resolve) => setTimeout(resolve, 200))
  line.close()
}

describe('what is said live', () => {
  it('is in the recording that an app downloads, at its moment', async () => {
    const platform = restPlatform()
    const app = answering({ '/answer': [{ action: 'record', endOnKey: '#' }], '/event': undefined })
    const call = await dial(app, { platform })
    await call.wait(2)
    await say(call, 440)
    await call.wait(3)
    await say(call, 1100)
    await call.wait(1)
    await call.press('#')
    const wave = await downloaded(platform, call)
    expect(wave.samples.length / wave.rate).toBe(6)
    expect(heardAt(440, wave)[0]).toBe(2)
    expect(heardAt(440, wave).at(-1)).toBeLessThan(2.5)
    expect(heardAt(1100, wave)[0]).toBe(5)
    expect(heardAt(1100, wave).at(-1)).toBeLessThan(5.5)
    const audio = expect.stringMatching(/^\(0\.\d\d s of audio\)$/)
    expect(call.recordings[0]?.said).toStrictEqual([audio, audio])
    expect(call.recordings[0]?.said).toStrictEqual(
      call.leg.audio.map(({ seconds }) => `(${seconds.toFixed(2)} s of audio)`),
    )
  })

  it('is recorded as far as the recording runs', async () => {
    const platform = restPlatform()
    const ncco = [
      { action: 'record', endOnKey: '#' },
      { action: 'input', type: ['dtmf'], dtmf: { timeOut: 10 } },
    ]
    const call = await dial(answering({ '/answer': ncco, '/event': undefined }), { platform })
    const line = call.leg.openAudio({ rate })
    const speech = sayLive(line, tone(440, rate, 1), rate)
    await eventually(() => expect(call.recordings[0]?.said).toHaveLength(1))
    await call.wait(1)
    await call.press('#')
    const before = call.recordings[0]?.said
    await speech
    line.close()
    expect(call.recordings[0]?.said).toStrictEqual(before)
    const [{ seconds = 0 } = {}] = call.leg.audio
    expect(before?.[0]).not.toBe(`(${seconds.toFixed(2)} s of audio)`)
    expect(heardAt(440, await downloaded(platform, call))[0]).toBe(0)
  })

  it('is in the recording of a conversation, with what a bot says', async () => {
    const server = await bot()
    const platform = restPlatform({}, { pace: 'real' })
    onTestFinished(() => platform.close())
    const recorded = { action: 'conversation', name: 'standup', record: true }
    const room = answering({ '/answer': [recorded], '/event': undefined })
    const call = await dial(room, { platform })
    await call.wait()
    const bridge = await dial(
      answering({ '/answer': [{ action: 'record' }, toBot(server)], '/event': undefined }),
      { platform, from: '447700900032' },
    )
    await bridge.wait()
    const begun = platform.now
    const [connection] = server.connections
    if (connection) sendAudio(connection, Buffer.from(tone(2300, rate, 0.4).buffer))
    await Promise.all([say(call, 440), say(bridge, 1100), platform.wait(0.6)])
    // Both hang up while their bursts have not ended yet, or just have.
    await Promise.all([call.hangUp(), bridge.hangUp()])
    const inRoom = await downloaded(platform, call)
    const from = begun - (call.recordings[0]?.startedAt ?? 0)
    expect(heardAt(440, inRoom)[0]).toBeGreaterThanOrEqual(from - 0.05)
    expect(heardAt(1100, inRoom)).toStrictEqual([])
    const ofBot = await downloaded(platform, bridge)
    expect(heardAt(2300, ofBot).length).toBeGreaterThan(5)
    expect(heardAt(1100, ofBot).length).toBeGreaterThan(5)
    expect(heardAt(440, ofBot)).toStrictEqual([])
  })
})

describe('a recording among three in a room', () => {
  const ada = 500
  const ben = 1100
  const cy = 2300

  /** Three people in a room speak one after another. Each gives the options of its action, by the ids of those before. */
  async function meet(
    rooms: readonly ((uuids: readonly string[]) => object)[],
    ncco: readonly object[] = [],
  ) {
    const platform = restPlatform()
    const calls: Call[] = []
    for (const [index, more] of rooms.entries()) {
      const uuids = calls.map(({ leg }) => leg.uuid)
      const conversation = { action: 'conversation', name: 'standup', ...more(uuids) }
      const answer = index === 0 ? [...ncco, conversation] : [conversation]
      const app = answering({ '/answer': answer, '/event': undefined })
      calls.push(await dial(app, { platform, from: `44770090003${index}` }))
    }
    return { platform, calls, first: calls[0] as Call }
  }

  async function speak(calls: readonly Call[]) {
    for (const [index, call] of calls.entries()) {
      await say(call, [ada, ben, cy][index] as number, 0.3)
      await call.wait(1)
    }
  }

  const heardIn = (wave: Wave) => [ada, ben, cy].map((hertz) => heardAt(hertz, wave).length > 3)
  const plain = () => ({})

  it.each([
    ['has whom the conversation has', [plain, plain, plain], [true, true, true]],
    ['leaves out who is muted', [plain, () => ({ mute: true }), plain], [true, false, true]],
    [
      'has who can speak to nobody, because only mute is said to keep out of it',
      [plain, plain, () => ({ canSpeak: [] })],
      [true, true, true],
    ],
  ])('of the conversation %s', async (_, [first, ...others], expected) => {
    const { platform, calls } = await meet([() => ({ record: true, ...first?.() }), ...others])
    await speak(calls)
    for (const call of calls) await call.hangUp()
    expect(heardIn(await downloaded(platform, calls[0] as Call))).toStrictEqual(expected)
  })

  it.each([
    ['everyone', plain, plain, [true, true, true]],
    ['nobody whom that cannot hear', plain, () => ({ canSpeak: [] }), [true, true, false]],
    [
      'nobody who speaks to others only',
      plain,
      ([, second]: readonly string[]) => ({ canSpeak: [second] }),
      [true, true, false],
    ],
    ['nobody who is muted', () => ({ mute: true }), plain, [true, false, true]],
  ] as const)('of a leg has %s', async (_, second, third, expected) => {
    const { platform, calls, first } = await meet([plain, second, third], [{ action: 'record' }])
    await speak(calls)
    for (const call of calls) await call.hangUp()
    expect(heardIn(await downloaded(platform, first))).toStrictEqual(expected)
  })

  it('has who is muted by REST only before and after', async () => {
    const { platform, calls, first } = await meet([plain, plain, plain], [{ action: 'record' }])
    const { uuid } = (calls[1] as Call).leg
    await ask(platform, 'PUT', `/v1/calls/${uuid}`, { action: 'mute' })
    await speak(calls)
    await ask(platform, 'PUT', `/v1/calls/${uuid}`, { action: 'unmute' })
    const unmutedAt = platform.now
    await speak(calls)
    for (const call of calls) await call.hangUp()
    const seconds = heardAt(ben, await downloaded(platform, first))
    expect(seconds.length).toBeGreaterThan(3)
    expect(seconds[0]).toBeGreaterThanOrEqual(unmutedAt)
  })
})

describe('the live mix among three in a room', () => {
  /** Who hears whom: of each of three people, the pitches that reach them. All speak at once. */
  async function mixOf(rooms: readonly ((uuids: readonly string[]) => object)[]) {
    const platform = createPlatform()
    const calls: Call[] = []
    for (const [index, more] of rooms.entries()) {
      const uuids = calls.map(({ leg }) => leg.uuid)
      const ncco = [{ action: 'conversation', name: 'standup', ...more(uuids) }]
      calls.push(await dial(ncco, { platform, from: `44770090003${index}` }))
    }
    const pitches = [500, 1100, 2300]
    const heard = calls.map((): Int16Array[] => [])
    const lines = calls.map(({ leg }, index) =>
      leg.openAudio({ rate, onHeard: ({ samples }) => heard[index]?.push(samples) }),
    )
    await Promise.all(
      lines.map((line, index) => sayLive(line, tone(pitches[index] as number, rate, 0.4), rate)),
    )
    await new Promise((resolve) => setTimeout(resolve, 200))
    for (const line of lines) line.close()
    return heard.map((frames) =>
      pitches.filter((hertz) => frames.some((frame) => strengthOf(hertz, frame, rate) > 4000)),
    )
  }

  const plain = () => ({})

  it.each([
    [
      'everyone hears the others',
      [plain, plain, plain],
      [
        [1100, 2300],
        [500, 2300],
        [500, 1100],
      ],
    ],
    [
      'nobody hears who is muted',
      [plain, () => ({ mute: true }), plain],
      [[2300], [500, 2300], [500]],
    ],
    [
      'who can hear nobody hears nothing, and is heard',
      [plain, plain, () => ({ canHear: [] })],
      [[1100, 2300], [500, 2300], []],
    ],
    [
      'who can speak to nobody is not heard, and hears',
      [plain, plain, () => ({ canSpeak: [] })],
      [[1100], [500], [500, 1100]],
    ],
    [
      'a coach is heard by one, and hears one',
      [
        plain,
        plain,
        ([, second]: readonly string[]) => ({ canSpeak: [second], canHear: [second] }),
      ],
      [[1100], [500, 2300], [1100]],
    ],
  ])('%s', async (_, rooms, expected) => {
    expect(await mixOf(rooms)).toStrictEqual(expected)
  })
})
