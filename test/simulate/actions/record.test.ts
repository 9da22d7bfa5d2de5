import { createPlatform, dial } from 'ncco-jsx/simulate'
import { describe, expect, it } from 'vitest'
import { answering, connect, keys, talk } from '../../support/answering'
import { failure } from '../../support/failure'

const record = (more: object = {}) => ({
  action: 'record',
  eventUrl: ['https://app.example.com/recorded'],
  ...more,
})
const news = { '/recorded': undefined, '/transcribed': undefined }

describe('record', () => {
  it('ends on silence, which begins when the caller falls silent', async () => {
    const ncco = [record({ endOnSilence: 3 }), talk('Thank you.')]
    const call = await dial(answering({ '/answer': ncco, ...news }))
    await call.say('Hello, it is Ada.', { seconds: 4 })
    expect(call.state).toBe('recording')
    await call.wait(3)
    expect(call.recordings).toMatchObject([
      { startedAt: 0, endedAt: 7, said: ['Hello, it is Ada.'] },
    ])
    expect(call.heard).toStrictEqual(['Thank you.'])
  })

  it('does not take whoever still speaks when it begins for silent', async () => {
    const ncco = [record({ timeOut: 3 }), talk('Go on.'), record({ endOnSilence: 3 })]
    const call = await dial(answering({ '/answer': ncco, ...news }))
    await call.say('one two three four five six seven eight nine ten', { seconds: 30 })
    expect([call.state, call.ended]).toStrictEqual(['recording', undefined])
    await call.wait(3)
    expect(call.recordings).toMatchObject([
      { startedAt: 0, endedAt: 3, said: ['one…'] },
      { startedAt: 3.4, endedAt: 33, said: [] },
    ])
  })

  it('ends on its key, and on no other', async () => {
    const call = await dial(answering({ '/answer': [record({ endOnKey: '#' })], ...news }))
    await call.press('1')
    expect(call.state).toBe('recording')
    await call.press('#')
    expect(call.ended).toStrictEqual({ at: 0, reason: 'completed' })
  })

  it('ends when its time is up, even while somebody speaks', async () => {
    const ncco = [record({ timeOut: 5, endOnSilence: 3 })]
    const call = await dial(answering({ '/answer': ncco, ...news }))
    await call.say('A long story', { seconds: 60 })
    expect(call.ended?.at).toBe(5)
  })

  it('ends when the caller hangs up', async () => {
    const call = await dial(answering({ '/answer': [record({ endOnKey: '#' })], ...news }))
    await call.wait(2)
    await call.hangUp()
    expect(call.recordings).toMatchObject([{ startedAt: 0, endedAt: 2 }])
    expect(call.webhooks.map(({ kind }) => kind)).toStrictEqual(['answer', 'record'])
  })

  it('sends the documented fields, then those of the transcription', async () => {
    const transcription = { eventUrl: ['https://app.example.com/transcribed'] }
    const ncco = [record({ timeOut: 5, transcription, beepStart: true })]
    const call = await dial(answering({ '/answer': ncco, ...news }))
    await call.wait(5)
    const uuid = call.recordings[0]?.uuid
    expect(call.webhooks.slice(1).map(({ kind, fields }) => ({ kind, fields }))).toStrictEqual([
      {
        kind: 'record',
        fields: {
          start_time: '2026-01-01T00:00:00.000Z',
          end_time: '2026-01-01T00:00:05.000Z',
          recording_url: `https://api.nexmo.com/v1/files/${uuid}`,
          size: 20_000,
          recording_uuid: uuid,
          conversation_uuid: call.conversationUuid,
          timestamp: '2026-01-01T00:00:05.000Z',
        },
      },
      {
        kind: 'transcribed',
        fields: {
          conversation_uuid: call.conversationUuid,
          type: 'record',
          recording_uuid: uuid,
          status: 'transcribed',
          transcription_url: `https://api.nexmo.com/v1/files/${uuid}/transcription`,
        },
      },
    ])
  })

  it('R-04 runs on under a connect, and records both sides', async () => {
    const call = await dial([{ action: 'record' }, connect()])
    const [colleague] = call.legs
    await colleague?.answer()
    await call.say('Hello?')
    await colleague?.say('Hello!')
    await colleague?.hangUp()
    expect(call.recordings).toMatchObject([{ said: ['Hello?', 'Hello!'] }])
  })

  it('R-04 records what others say in a conversation that the call is in', async () => {
    const platform = createPlatform()
    const room = { action: 'conversation', name: 'room' }
    const call = await dial([{ action: 'record' }, room], { platform })
    const other = await dial([room], { platform, from: '447700900003' })
    await other.say('Good morning.')
    await call.say('Hello.')
    expect(call.recordings).toMatchObject([{ said: ['Good morning.', 'Hello.'] }])
    expect(other.recordings).toStrictEqual([])
  })

  const whisper = ['https://app.example.com/whisper']
  const screened = connect({}, { onAnswer: { url: whisper[0] } })

  it('of the caller has nothing of a leg that is not joined yet', async () => {
    const asking = [{ action: 'input', type: ['speech'], eventUrl: whisper }]
    const routes = {
      '/answer': [{ action: 'record' }, screened],
      '/whisper': ({ speech }: Record<string, unknown>) => (speech ? [talk('Joining.')] : asking),
    }
    const call = await dial(answering(routes))
    const [colleague] = call.legs
    await call.say('Is anybody there?')
    await colleague?.answer()
    await colleague?.say('Put them through.')
    await colleague?.say('Good morning.')
    await call.say('Hello.')
    expect(call.recordings).toMatchObject([
      { said: ['Is anybody there?', 'Good morning.', 'Hello.'] },
    ])
  })

  it('of a called leg has whom that leg hears', async () => {
    const ncco = [{ action: 'record' }, record({ endOnKey: '#' })]
    const routes = { '/answer': [{ action: 'record' }, screened], '/whisper': ncco, ...news }
    const call = await dial(answering(routes))
    const [colleague] = call.legs
    await colleague?.answer()
    await call.say('Is anybody there?')
    await colleague?.say('It is Ben.')
    await colleague?.press('#')
    await call.say('Hello.')
    await colleague?.say('Good morning.')
    expect(call.recordings.map(({ said }) => said)).toStrictEqual([
      ['Is anybody there?', 'Hello.', 'Good morning.'],
      ['It is Ben.', 'Hello.', 'Good morning.'],
      ['It is Ben.'],
    ])
  })

  it('does not hear a called leg that nothing on it listens to', async () => {
    const routes = { '/answer': [{ action: 'record' }, screened], '/whisper': [keys()] }
    const call = await dial(answering(routes))
    await call.legs[0]?.answer()
    expect((await failure(call.legs[0]?.say('Hello?'))).code).toBe('speech-unheard')
  })

  it('has what was said before it ended, and no more', async () => {
    const ncco = [record({ timeOut: 5 })]
    const call = await dial(answering({ '/answer': ncco, ...news }))
    await call.say('one two three four', { seconds: 10 })
    expect(call.recordings).toMatchObject([{ endedAt: 5, said: ['one two…'] }])
  })

  it('has all that was said, if it ends with the last word', async () => {
    // In floating point 8 - 5.4 is less than 2.6.
    const ncco = [{ action: 'wait', timeout: 5.4 }, record({ endOnKey: '#' })]
    const call = await dial(answering({ '/answer': ncco, ...news }))
    await call.say('one two three four', { seconds: 2.6 })
    await call.press('#')
    expect(call.recordings).toMatchObject([{ endedAt: 8, said: ['one two three four'] }])
  })

  it.each([
    [{}, { format: 'mp3', channels: 1 }],
    [{ split: 'conversation' }, { format: 'mp3', channels: 2 }],
    [
      { split: 'conversation', channels: 3 },
      { format: 'wav', channels: 3 },
    ],
    [{ format: 'ogg' }, { format: 'ogg', channels: 1 }],
    [
      { split: 'conversation', channels: 3, format: 'ogg' },
      { format: 'ogg', channels: 3 },
    ],
  ])('R-42 with %j makes %j', async (options, form) => {
    const call = await dial([{ action: 'record', ...options }])
    expect(call.recordings).toMatchObject([form])
  })

  it.each([
    ['R-40 with channels without split', { channels: 2 }],
    ['R-41 with an endOnSilence under 3', { endOnSilence: 1 }],
    ['R-41 with an endOnKey of two keys', { endOnKey: '12' }],
  ])('%s ends a strict call', async (_, options) => {
    const call = await dial([{ action: 'record', ...options }], { strict: true })
    expect(call.ended?.reason).toBe('invalid-ncco')
  })
})
