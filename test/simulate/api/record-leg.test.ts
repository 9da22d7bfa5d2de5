import { callOut, dial } from 'ncco-jsx/simulate'
import { describe, expect, it } from 'vitest'
import { answering, colleague, connect, talk } from '../../support/answering'
import { download, readWav } from '../../support/recordings'
import { applicationId, ask, restPlatform } from '../../support/rest'

const hold = talk('Please hold.', { loop: 0 })
const path = (uuid: string | undefined) => `/v1/legs/${uuid}/recording`

/** A caller who is joined with a colleague, in a call whose RTC events go to an app. */
async function joined() {
  const platform = restPlatform()
  const app = answering({ '/answer': [connect()], '/event': undefined, '/rtc': undefined })
  const call = await dial(app, { platform, eventUrl: '/event', rtcUrl: '/rtc' })
  const [leg] = call.legs
  await leg?.answer()
  const record = (body: object, uuid = call.leg.uuid) => ask(platform, 'POST', path(uuid), body)
  const rtc = () => call.webhooks.filter(({ kind }) => kind === 'rtc').map(({ fields }) => fields)
  return { platform, call, leg, record, rtc }
}

describe('the recording of a leg', () => {
  it('goes on until the leg ends, and is downloaded with both sides', async () => {
    const { platform, call, leg, record, rtc } = await joined()
    await call.say('Not recorded.', { seconds: 1 })
    const { status, body } = await record({ split: true, format: 'wav', validity_time: 30 })
    expect([status, body]).toStrictEqual([200, {}])
    await call.say('Hello?', { seconds: 1 })
    await leg?.say('Good morning.', { seconds: 1 })
    await platform.wait(2)
    await call.hangUp()
    const [recording] = call.recordings
    expect(recording?.saidByChannel).toStrictEqual([['Hello?'], ['Good morning.']])
    const [done, ...more] = rtc()
    expect([done, more]).toStrictEqual([
      {
        type: 'audio:record:done',
        timestamp: '2026-01-01T00:00:05.000Z',
        application_id: applicationId,
        conversation_id: call.conversationUuid,
        body: {
          recording_id: recording?.uuid,
          destination_url: recording?.url,
          format: 'wav',
          start_time: '2026-01-01T00:00:01.000Z',
          end_time: '2026-01-01T00:00:05.000Z',
          size: 44 + 4 * 16_000 * 2 * 2,
          channel: {
            id: call.leg.uuid,
            to: { type: 'phone', number: '447700900000' },
            from: { type: 'phone', number: '447700900001' },
            legs: [{ leg_id: call.leg.uuid }],
          },
        },
      },
      [],
    ])
    const { bytes } = await download(platform, new URL(String(recording?.url)).pathname)
    expect(done).toMatchObject({ body: { size: bytes.length } })
    const { format, seconds, sounds } = readWav(bytes)
    expect([format, seconds, sounds]).toStrictEqual([
      [1, 2, 16_000, 16],
      4,
      [
        [true, false, false, false],
        [false, true, false, false],
      ],
    ])
  })

  it('is mono, an mp3 by name, and without a beep, unless it asks for more', async () => {
    const { call, record } = await joined()
    await record({})
    expect(call.recordings).toMatchObject([{ channels: 1, format: 'mp3' }])
    expect(call.transcript()).not.toContain('A beep is heard.')
    const other = await joined()
    await other.record({ beep: true, public: true, streamed: true })
    expect(other.call.transcript()).toContain('A beep is heard.')
  })

  it('is transcribed', async () => {
    const { platform, call, record, rtc } = await joined()
    await record({ transcription: { language: 'en-US', sentiment_analysis: true } })
    await call.say('Hello?')
    await call.hangUp()
    const [, transcribed] = rtc()
    expect(transcribed).toMatchObject({
      type: 'audio:transcribe:done',
      body: { recording_id: call.recordings[0]?.uuid },
    })
    const file = `/v1/files/${call.recordings[0]?.uuid}/transcription`
    expect(transcribed?.body).toHaveProperty('transcription_url', expect.stringMatching(`${file}$`))
    const { body } = await ask(platform, 'GET', file)
    expect(JSON.stringify(body)).toContain('"sentence":"Hello?"')
  })

  it('ends when its leg hangs up, although the call goes on', async () => {
    const platform = restPlatform({}, { afterConnect: 'continues' })
    const app = answering({ '/answer': [connect(), hold], '/rtc': undefined })
    const call = await dial(app, { platform, rtcUrl: '/rtc' })
    const [leg] = call.legs
    await leg?.answer()
    await ask(platform, 'POST', path(leg?.uuid), {})
    await leg?.say('Goodbye.', { seconds: 2 })
    await leg?.hangUp()
    await platform.wait(5)
    expect(call.ended).toBeUndefined()
    expect(call.recordings).toMatchObject([{ startedAt: 0, endedAt: 2, said: ['Goodbye.'] }])
    expect(call.webhooks.map(({ kind }) => kind)).toContain('rtc')
  })

  it('goes on when the leg is transferred out of its call', async () => {
    const { platform, call, leg, record } = await joined()
    await record({}, leg?.uuid)
    const destination = { type: 'ncco', ncco: [{ action: 'conversation', name: 'room' }] }
    await ask(platform, 'PUT', `/v1/calls/${leg?.uuid}`, { action: 'transfer', destination })
    await platform.wait(1)
    expect([call.ended?.reason, call.recordings[0]?.endedAt]).toStrictEqual([
      ...['completed', undefined],
    ])
    const room = await dial([{ action: 'conversation', name: 'room' }], { platform })
    await leg?.say('Hello, all.', { seconds: 2 })
    await leg?.hangUp()
    expect(call.recordings).toMatchObject([{ said: ['Hello, all.'], startedAt: 0, endedAt: 3 }])
    const [own] = platform.calls.filter((one) => one !== call && one !== room)
    expect(own?.webhooks.map(({ kind }) => kind)).toContain('rtc')
  })

  it('starts while the leg rings, and in the handler of its answer webhook', async () => {
    const platform = restPlatform({}, { early: 'refuses' })
    const app = answering({ '/answer': [hold], '/event': undefined, '/rtc': undefined })
    const call = await callOut(app, { platform, to: colleague, rtcUrl: '/rtc' })
    expect((await ask(platform, 'POST', path(call.leg.uuid), {})).status).toBe(200)
    await platform.wait(3)
    await call.leg.answer()
    await call.say('Hello?')
    await platform.wait(1)
    await call.hangUp()
    expect(call.recordings).toMatchObject([{ startedAt: 0, said: ['Hello?'] }])

    const asking = restPlatform({}, { early: 'refuses' })
    const statuses: number[] = []
    const handler = async (request: Request) => {
      const uuid = new URL(request.url).searchParams.get('uuid') ?? ''
      statuses.push((await ask(asking, 'POST', path(uuid), {})).status)
      return Response.json([talk('Hello.')])
    }
    const inbound = await dial(handler, { platform: asking })
    expect([statuses, inbound.recordings.length]).toStrictEqual([[200], 1])
  })

  it('is one, however often it is started, beside that of the NCCO', async () => {
    const platform = restPlatform()
    const call = await dial([{ action: 'record', endOnKey: '#' }], { platform })
    for (const _ of [1, 2]) await ask(platform, 'POST', path(call.leg.uuid), {})
    await call.press('#')
    expect(call.recordings).toHaveLength(2)
  })

  it('tells nobody without an RTC event URL, and says so', async () => {
    const platform = restPlatform()
    const call = await dial([hold], { platform })
    await ask(platform, 'POST', path(call.leg.uuid), {})
    await call.hangUp()
    expect(call.webhooks).toStrictEqual([])
    expect(call.transcript()).toContain('because the application has no rtcUrl.')
  })

  it('of a leg that is over, or of none, is refused', async () => {
    const { platform, call, record } = await joined()
    expect((await record({}, 'none')).status).toBe(404)
    await call.hangUp()
    expect((await record({})).status).toBe(404)
    expect((await ask(platform, 'DELETE', path(call.leg.uuid))).status).toBe(404)
  })

  it.each([
    [{ split: 'conversation' }, 'split'],
    [{ streamed: 1 }, 'streamed'],
    [{ beep: 'yes' }, 'beep'],
    [{ public: {} }, 'public'],
    [{ validity_time: 0 }, 'validity_time'],
    [{ format: 'flac' }, 'format'],
    [{ transcription: true }, 'transcription'],
    [{ transcription: { language: 1 } }, 'transcription.language'],
    [{ transcription: { sentiment_analysis: 'a lot' } }, 'transcription.sentiment_analysis'],
  ])('like %j is refused', async (body, name) => {
    const { call, record } = await joined()
    const { status, body: refusal } = await record(body)
    expect([status, refusal.type]).toStrictEqual([400, 400])
    expect(refusal.invalid_parameters).toMatchObject([{ name }])
    expect(call.recordings).toStrictEqual([])
  })
})
