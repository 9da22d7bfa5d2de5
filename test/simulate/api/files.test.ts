import { dial } from 'ncco-jsx/simulate'
import { describe, expect, it } from 'vitest'
import { answering, speech } from '../../support/answering'
import { download, readWav } from '../../support/recordings'
import { ask, restPlatform } from '../../support/rest'

/** A caller who says something for two seconds, and is silent for three. */
async function recorded(record: object = {}) {
  const platform = restPlatform()
  const app = answering({
    '/answer': [{ action: 'record', endOnSilence: 3, ...record }],
    '/event': undefined,
  })
  const call = await dial(app, { platform, eventUrl: '/event' })
  await call.say('It is Ada, at home.', { seconds: 2 })
  await platform.wait(3)
  return { platform, call, webhooks: call.webhooks, recording: call.recordings[0] }
}

describe('a recording', () => {
  it.each(['/v1/files', '/v3/files'])('is a WAV file of its length, at %s', async (base) => {
    const { platform, recording } = await recorded({ format: 'wav' })
    const { response, bytes } = await download(platform, `${base}/${recording?.uuid}`)
    expect(response.headers.get('content-type')).toBe('audio/wav')
    expect(response.headers.get('content-length')).toBe(String(bytes.length))
    expect(readWav(bytes)).toStrictEqual({
      tags: ['RIFF', 'WAVE', 'fmt ', 'data'],
      riff: bytes.length - 8,
      format: [1, 1, 16_000, 16],
      seconds: 5,
      sounds: [[true, true, false, false, false]],
    })
  })

  it('has the size that its webhook told', async () => {
    const { platform, recording, webhooks } = await recorded({ format: 'wav' })
    const told = webhooks.find(({ kind }) => kind === 'record')?.fields
    const { bytes } = await download(platform, new URL(String(told?.recording_url)).pathname)
    expect([told?.size, told?.recording_uuid]).toStrictEqual([bytes.length, recording?.uuid])
  })

  it('has a channel for each side', async () => {
    const { platform, recording } = await recorded({ split: 'conversation', format: 'mp3' })
    const { bytes } = await download(platform, `/v1/files/${recording?.uuid}`)
    const { format, seconds, sounds } = readWav(bytes)
    expect([format[1], seconds]).toStrictEqual([2, 5])
    expect(sounds).toStrictEqual([
      [true, true, false, false, false],
      [false, false, false, false, false],
    ])
  })

  it('is not there while it runs', async () => {
    const platform = restPlatform()
    const call = await dial([{ action: 'record', endOnKey: '#' }], { platform })
    const path = `/v1/files/${call.recordings[0]?.uuid}`
    expect((await ask(platform, 'GET', path)).status).toBe(404)
    await platform.wait(3)
    await call.press('#')
    expect(readWav((await download(platform, path)).bytes).seconds).toBe(3)
  })

  it('is not for everyone', async () => {
    const { platform, recording } = await recorded()
    const path = `/v1/files/${recording?.uuid}`
    const { status } = await ask(platform, 'GET', path, undefined, { authorization: '' })
    expect([status, (await ask(platform, 'GET', '/v1/files/nothing')).status]).toStrictEqual([
      401, 404,
    ])
  })

  it('of an input with saveAudio is there too', async () => {
    const platform = restPlatform()
    const app = answering({ '/answer': [speech({ saveAudio: true })], '/chosen': [] })
    const call = await dial(app, { platform })
    await call.say('Sales, please.', { seconds: 2 })
    const fields = call.webhooks.find(({ kind }) => kind === 'input')?.fields
    const { recording_url } = (fields?.speech ?? {}) as { recording_url?: string }
    const { bytes } = await download(platform, new URL(String(recording_url)).pathname)
    expect(readWav(bytes).sounds).toStrictEqual([[true, true, false, false]])
  })
})

describe('a transcript', () => {
  it('has the words with their times', async () => {
    const { platform, webhooks, recording } = await recorded({ transcription: {} })
    const told = webhooks.find(({ status }) => status === 'transcribed')?.fields
    const path = new URL(String(told?.transcription_url)).pathname
    const { status, body } = await ask(platform, 'GET', path)
    expect([status, body]).toStrictEqual([
      200,
      {
        ver: '1.0.0',
        request_id: recording?.uuid,
        channels: [
          {
            transcript: [
              {
                sentence: 'It is Ada, at home.',
                raw_sentence: 'it is ada at home',
                duration: 2000,
                timestamp: 0,
                words: [
                  { word: 'It', start_time: 0, end_time: 267, confidence: 0.9 },
                  { word: 'is', start_time: 267, end_time: 533, confidence: 0.9 },
                  { word: 'Ada,', start_time: 533, end_time: 1067, confidence: 0.9 },
                  { word: 'at', start_time: 1067, end_time: 1333, confidence: 0.9 },
                  { word: 'home.', start_time: 1333, end_time: 2000, confidence: 0.9 },
                ],
              },
            ],
            duration: 5000,
          },
        ],
      },
    ])
  })

  it('is only there if it was asked for', async () => {
    const { platform, recording } = await recorded()
    const { status } = await ask(platform, 'GET', `/v1/files/${recording?.uuid}/transcription`)
    expect(status).toBe(404)
  })
})
