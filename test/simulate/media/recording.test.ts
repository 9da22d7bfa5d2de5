import { dial, type Platform, type Recording } from 'ncco-jsx/simulate'
import { describe, expect, it, onTestFinished } from 'vitest'
import { parseWav, type Wave } from '../../../src/simulate/media/wav'
import { answering } from '../../support/answering'
import { eventually } from '../../support/eventually'
import { failure } from '../../support/failure'
import { download } from '../../support/recordings'
import { ask, restPlatform } from '../../support/rest'
import { sendAudio } from './bot-server'
import { bot, toBot } from './live'
import { strengthOf, tone } from './tone'

/** A platform with a REST side and the wall clock, which ends with the test. */
function liveRestPlatform() {
  const platform = restPlatform({}, { pace: 'real' })
  onTestFinished(() => platform.close())
  return platform
}

/** The samples of a recording that is downloaded. */
async function downloadWave(platform: Platform, uuid: string | undefined): Promise<Wave> {
  const { bytes } = await download(platform, `/v1/files/${uuid}`)
  return parseWav(bytes) as Wave
}

describe('a recording', () => {
  it('is a file that the call gives, once it has ended', async () => {
    const call = await dial([{ action: 'record', endOnKey: '#' }])
    const [running] = call.recordings
    expect((await failure(call.recordedAudio(running as Recording))).message).toContain(
      'What recordedAudio() takes must be one of call.recordings that has ended.',
    )
    await call.say('It is Ada.', { seconds: 1 })
    await call.press('#')
    const [recording] = call.recordings
    const { rate, samples } = parseWav(await call.recordedAudio(recording as Recording)) as Wave
    expect(samples.length / rate).toBe((recording?.endedAt ?? 0) - (recording?.startedAt ?? 0))
    // Words are a tone.
    expect(strengthOf(220, samples.subarray(0, rate), rate)).toBeGreaterThan(3500)
  })

  it('holds what was said as audio, also on a virtual clock', async () => {
    const platform = restPlatform()
    const app = answering({ '/answer': [{ action: 'record', endOnKey: '#' }], '/event': undefined })
    const call = await dial(app, { platform })
    await call.wait(0.5)
    await call.speak({ rate: 8000, samples: tone(440, 8000, 1) })
    await call.press('#')
    const { rate, samples } = await downloadWave(platform, call.recordings[0]?.uuid)
    expect(rate).toBe(16_000)
    expect(strengthOf(440, samples.subarray(8000, 24_000), rate)).toBeGreaterThan(7000)
    expect(samples.subarray(0, 8000).every((sample) => sample === 0)).toBe(true)
  })

  it('holds what a bot said, and what it was told', async () => {
    const server = await bot({
      onText: (connection) => sendAudio(connection, Buffer.from(tone(2000, 16_000, 0.5).buffer)),
    })
    const platform = liveRestPlatform()
    const app = answering({
      '/answer': [{ action: 'record', split: 'conversation', channels: 2 }, toBot(server)],
      '/event': undefined,
    })
    const call = await dial(app, { platform })
    await eventually(() => expect(call.heard).toStrictEqual(['(0.50 s of audio)']))
    await call.speak({ rate: 16_000, samples: tone(440, 16_000, 0.5) })
    await call.hangUp()
    const { rate, samples } = await downloadWave(platform, call.recordings[0]?.uuid)
    // The two channels became one: half as loud.
    expect(strengthOf(2000, samples, rate) * samples.length).toBeGreaterThan(3000 * 0.5 * rate)
    expect(strengthOf(440, samples, rate) * samples.length).toBeGreaterThan(3000 * 0.5 * rate)
    expect(call.recordings[0]?.said).toStrictEqual(['(0.50 s of audio)', '(0.50 s of audio)'])
  })
})

describe('the REST side', () => {
  it('hangs a websocket up, without the event `disconnected`', async () => {
    const server = await bot()
    const platform = liveRestPlatform()
    const app = answering({ '/answer': [toBot(server)], '/event': undefined })
    const call = await dial(app, { platform, eventUrl: '/event' })
    await call.wait()
    const [leg] = call.legs
    const response = await ask(platform, 'PUT', `/v1/calls/${leg?.uuid}`, { action: 'hangup' })
    expect(response.status).toBe(204)
    await eventually(() => expect(server.connections[0]?.closed).toBe(1000))
    await platform.wait(0.2)
    expect(call.webhooks.map(({ status }) => status)).not.toContain('disconnected')
    expect(call.transcript()).not.toContain('is disconnected')
  })

  it('mutes a bot, and lets it hear nobody', async () => {
    const server = await bot()
    const platform = liveRestPlatform()
    const app = answering({ '/answer': [toBot(server)], '/event': undefined })
    const call = await dial(app, { platform, eventUrl: '/event' })
    await call.wait()
    const [connection] = server.connections
    const path = `/v1/calls/${call.legs[0]?.uuid}`
    await ask(platform, 'PUT', path, { action: 'mute' })
    if (connection) sendAudio(connection, Buffer.from(tone(2000, 16_000, 0.2).buffer))
    await call.wait(0.5)
    expect((parseWav(call.heardAudio()) as Wave).samples.every((sample) => sample === 0)).toBe(true)
    await ask(platform, 'PUT', path, { action: 'unmute' })
    await ask(platform, 'PUT', path, { action: 'earmuff' })
    await call.speak({ rate: 16_000, samples: tone(440, 16_000, 0.2) }).catch(() => {})
    await call.wait(0.2)
    expect(connection?.frames.every((frame) => frame.every((byte) => byte === 0))).toBe(true)
  })

  it('sends keys to a websocket', async () => {
    const server = await bot()
    const platform = liveRestPlatform()
    const app = answering({ '/answer': [toBot(server)], '/event': undefined })
    const call = await dial(app, { platform, eventUrl: '/event' })
    await call.wait()
    await ask(platform, 'PUT', `/v1/calls/${call.legs[0]?.uuid}/dtmf`, { digits: '7' })
    await eventually(() =>
      expect(server.connections[0]?.texts.slice(1)).toStrictEqual([
        { event: 'websocket:dtmf', digit: '7', duration: 260 },
      ]),
    )
  })
})
