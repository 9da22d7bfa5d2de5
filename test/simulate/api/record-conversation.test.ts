import { callOut, dial } from 'ncco-jsx/simulate'
import { describe, expect, it } from 'vitest'
import { answering, colleague, connect, talk } from '../../support/answering'
import { ask, restPlatform } from '../../support/rest'

const here = 'https://app.example.com/here'

/** A caller who is joined with a colleague. */
async function joined() {
  const platform = restPlatform()
  const app = answering({ '/answer': [connect()], '/event': undefined, '/here': undefined })
  const call = await dial(app, { platform, eventUrl: '/event' })
  const [leg] = call.legs
  await leg?.answer()
  const record = (body: object, id = call.conversationUuid) =>
    ask(platform, 'PUT', `/v1/conversations/${id}/record`, body)
  return { platform, call, leg, record }
}

describe('the recording of a conversation', () => {
  it('starts, stops, and is downloaded', async () => {
    const { platform, call, leg, record } = await joined()
    await call.say('Not recorded.')
    expect((await record({ action: 'start', format: 'wav', split: 'conversation' })).status).toBe(
      200,
    )
    await call.say('Hello?')
    await leg?.say('Good morning.')
    await platform.wait(1)
    expect((await record({ action: 'stop' })).status).toBe(200)
    await call.say('Not recorded either.')
    const [recording] = call.recordings
    expect(recording?.saidByChannel).toStrictEqual([['Hello?'], ['Good morning.']])
    const told = call.webhooks.find(({ kind }) => kind === 'record')
    expect(told?.url).toBe('https://app.example.com/event')
    expect(told?.fields).toMatchObject({
      recording_uuid: recording?.uuid,
      conversation_uuid: call.conversationUuid,
    })
    const { status } = await ask(platform, 'GET', `/v1/conversations/${call.conversationUuid}`)
    expect(status).toBe(404)
    expect(call.transcript()).toContain('ended: the application stopped it')
  })

  it('goes where it is told to, with its transcription', async () => {
    const { call, record } = await joined()
    await record({
      action: 'start',
      format: 'vorbis',
      event_url: [here],
      event_method: 'GET',
      transcription: { language: 'en-GB', sentiment_analysis: true, event_url: [here] },
    })
    await call.say('Hello?')
    await record({ action: 'stop' })
    await call.wait(0)
    const sent = call.webhooks.filter(({ url }) => url === here)
    expect(sent.map(({ kind, method }) => `${kind} ${method}`)).toStrictEqual([
      ...['record GET', 'transcribed POST'],
    ])
    expect(call.recordings[0]?.format).toBe('ogg')
  })

  it('ends in time, and then a new one can start', async () => {
    const { platform, call, record } = await joined()
    await record({ action: 'start', timeout: 10 })
    await platform.wait(12)
    expect(call.recordings[0]).toMatchObject({ startedAt: 0, endedAt: 10 })
    await record({ action: 'start' })
    await platform.wait(3)
    await call.hangUp()
    expect(call.recordings[1]).toMatchObject({ startedAt: 12, endedAt: 15 })
    expect(platform.next).toBeUndefined()
  })

  it('is one, however often it is started, and none is stopped without harm', async () => {
    const { call, record } = await joined()
    expect((await record({ action: 'stop' })).status).toBe(200)
    expect((await record({ action: 'start' })).status).toBe(200)
    expect((await record({ action: 'start' })).status).toBe(200)
    expect(call.recordings).toHaveLength(1)
  })

  it('is of a named conversation too', async () => {
    const platform = restPlatform()
    const room = [{ action: 'conversation', name: 'all' }]
    const [ada, ben] = [await dial(room, { platform }), await dial(room, { platform })]
    const id = ada.timeline.find((entry) => entry.type === 'conversation')?.uuid
    await ask(platform, 'PUT', `/v1/conversations/${id}/record`, { action: 'start' })
    await ben.say('Hello, all.')
    await ask(platform, 'PUT', `/v1/conversations/${id}/record`, { action: 'stop' })
    expect(ada.recordings[0]?.said).toStrictEqual(['Hello, all.'])
    await ben.hangUp()
    await ada.hangUp()
    const again = await ask(platform, 'PUT', `/v1/conversations/${id}/record`, { action: 'start' })
    expect(again.status).toBe(404)
  })

  it('of a call that nobody has answered is refused', async () => {
    const platform = restPlatform()
    const call = await callOut([talk('Hello.')], { platform, to: colleague })
    await call.leg.busy()
    const path = `/v1/conversations/${call.conversationUuid}/record`
    expect((await ask(platform, 'PUT', path, { action: 'start' })).status).toBe(404)
  })

  it.each([
    [{}, 'action'],
    [{ action: 'pause' }, 'action'],
    [{ action: 'start', format: 'flac' }, 'format'],
    [{ action: 'start', split: 'all' }, 'split'],
    [{ action: 'start', timeout: 7201 }, 'timeout'],
    [{ action: 'start', retention_ttl: 401 }, 'retention_ttl'],
    [{ action: 'start', event_url: here }, 'event_url'],
    [{ action: 'start', transcription: true }, 'transcription'],
    [{ action: 'start', transcription: { event_url: [] } }, 'transcription.event_url'],
  ])('like %j is refused', async (body, name) => {
    const { call, record } = await joined()
    const { status, body: refusal } = await record(body)
    expect([status, refusal.type]).toStrictEqual([400, 400])
    expect(refusal.invalid_parameters).toMatchObject([{ name }])
    expect(call.recordings).toStrictEqual([])
  })
})
