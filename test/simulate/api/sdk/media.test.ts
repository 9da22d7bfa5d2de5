import { type Call, dial, type Platform } from 'ncco-jsx/simulate'
import { describe, expect } from 'vitest'
import { answering, connect, keys, talk } from '../../../support/answering'
import { refusal, shows } from './official-client'

const wait = [{ action: 'wait', timeout: 60 }]
const music = 'https://app.example.com/music.mp3'

const waiting = (platform: Platform): Promise<Call> => dial(wait, { platform, pace: 'manual' })

describe('the official client plays into a call', () => {
  shows('playTTS', 'says it to the one leg', async ({ voice, platform }) => {
    const call = await dial([connect()], { platform, pace: 'manual' })
    const [colleague] = call.legs
    await colleague?.answer()
    const done = await voice.playTTS(call.leg.uuid, {
      text: 'A minute left.',
      language: 'en-GB',
      style: '2',
    } as never)
    expect(done).toStrictEqual({ message: 'Talk started', uuid: call.leg.uuid })
    await call.wait(3)
    expect([call.heard, colleague?.heard]).toStrictEqual([['A minute left.'], []])
    expect(call.state).toBe('connected')
  })

  shows('playTTS', 'needs a text', async ({ voice, platform }) => {
    const call = await waiting(platform)
    expect(await refusal(voice.playTTS(call.leg.uuid, {} as never))).toMatchObject([
      400,
      { invalid_parameters: [{ name: 'text' }] },
    ])
  })

  shows('stopTTS', 'breaks it off', async ({ voice, platform }) => {
    const call = await waiting(platform)
    await voice.playTTS(call.leg.uuid, {
      text: 'One two three four five.',
      loop: 0,
      level: 0.5,
    } as never)
    await call.wait(1)
    const done = await voice.stopTTS(call.leg.uuid)
    expect(done).toStrictEqual({ message: 'Talk stopped', uuid: call.leg.uuid })
    await call.wait(1)
    expect(call.heard).toStrictEqual(['One two three…'])
  })

  shows('streamAudio', 'plays the audio as often as it is told', async ({ voice, platform }) => {
    const call = await waiting(platform)
    const done = await voice.streamAudio(call.leg.uuid, music, 2, -0.6)
    expect(done).toStrictEqual({ message: 'Stream started', uuid: call.leg.uuid })
    await call.wait(3)
    expect(call.heard).toStrictEqual([music])
    expect(call.transcript()).toContain(`hears “${music}”, 2 times`)
  })

  shows('stopStreamAudio', 'ends hold music', async ({ voice, platform }) => {
    const call = await waiting(platform)
    await voice.streamAudio(call.leg.uuid, music, 0)
    await call.wait(25)
    const done = await voice.stopStreamAudio(call.leg.uuid)
    expect(done).toStrictEqual({ message: 'Stream stopped', uuid: call.leg.uuid })
    await call.wait(1)
    expect(call.timeline.find(({ type }) => type === 'interrupted')).toMatchObject({
      at: 25,
      seconds: 5,
    })
  })
})

describe('the official client presses keys, and hears them', () => {
  shows('playDTMF', 'reaches the far end of the leg', async ({ voice, platform }) => {
    const call = await waiting(platform)
    const done = await voice.playDTMF(call.leg.uuid, '12p#')
    expect(done).toStrictEqual({ message: 'DTMF sent', uuid: call.leg.uuid })
    await call.wait(2)
    expect(call.leg.received).toStrictEqual(['1', '2', '#'])
    expect((await refusal(voice.playDTMF(call.leg.uuid, '12a')))[0]).toBe(400)
  })

  shows('subscribeDTMF', 'gets each key', async ({ voice, platform }) => {
    const call = await listening(platform)
    const url = 'https://app.example.com/subscribed'
    expect(await voice.subscribeDTMF(call.leg.uuid, url)).toBeUndefined()
    await call.press('12')
    const inputs = call.webhooks.filter(({ kind }) => kind === 'input')
    expect(inputs.map(({ url, fields }) => [url, fields.dtmf])).toStrictEqual([
      [url, { digits: '1', timed_out: false }],
      [url, { digits: '2', timed_out: false }],
    ])
  })

  shows('unsubscribeDTMF', 'gets none any more', async ({ voice, platform }) => {
    const call = await listening(platform)
    await voice.subscribeDTMF(call.leg.uuid, 'https://app.example.com/subscribed')
    expect(await voice.unsubscribeDTMF(call.leg.uuid)).toBeUndefined()
    await call.press('1')
    expect(new URL(call.webhooks.at(-1)?.url ?? '').pathname).toBe('/chosen')
  })
})

function listening(platform: Platform): Promise<Call> {
  const target = answering({
    '/answer': [{ ...keys(), mode: 'asynchronous' }, talk('Talk.', { loop: 0 })],
    '/chosen': undefined,
    '/subscribed': undefined,
  })
  return dial(target, { platform, pace: 'manual' })
}
