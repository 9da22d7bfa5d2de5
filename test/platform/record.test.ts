import { type Call, createPlatform, dial } from 'ncco-jsx/simulate'
import { describe, expect, it } from 'vitest'
import { answering, connect, talk } from '../support/answering'

const eventUrl = ['https://app.example.com/recorded']

const recorded = (routes: object = {}) =>
  answering({ '/recorded': undefined, '/event': undefined, ...routes })

describe('the record action', () => {
  it('records on under the following actions without an end condition, until the call ends', async () => {
    const call = await dial(recorded({ '/answer': [{ action: 'record', eventUrl }, connect()] }))
    const [colleague] = call.legs
    await colleague?.answer()
    await call.say('Good morning.')
    await colleague?.say('Hello.')
    expect(call.webhooks.some(({ kind }) => kind === 'record')).toBe(false)
    await call.hangUp()
    expect(call.recordings[0]?.said).toStrictEqual(['Good morning.', 'Hello.'])
    expect(call.webhooks.filter(({ kind }) => kind === 'record')).toMatchObject([
      { url: eventUrl[0], fields: { recording_uuid: call.recordings[0]?.uuid } },
    ])
  })

  it.each([
    ['silence', { endOnSilence: 3 }, (call: Call) => call.wait(3)],
    ['a key', { endOnKey: '#' }, (call: Call) => call.press('#')],
    ['its time', { timeOut: 10 }, (call: Call) => call.wait(10)],
  ])('finishes before the next action if %s ends it', async (_, end, act) => {
    const record = { action: 'record', eventUrl, beepStart: true, ...end }
    const ncco = [talk('Leave a message.'), record, talk('Thank you.')]
    const call = await dial(recorded({ '/answer': ncco }))
    await call.say('It is Ada.')
    expect(call.heard).toStrictEqual(['Leave a message.'])
    await act(call)
    expect(call.heard).toStrictEqual(['Leave a message.', 'Thank you.'])
    expect(call.recordings[0]?.said).toStrictEqual(['It is Ada.'])
  })

  it('splits what the caller says from what the caller hears', async () => {
    const call = await dial([{ action: 'record', split: 'conversation' }, connect()])
    await call.legs[0]?.answer()
    await call.say('Good morning.')
    await call.legs[0]?.say('Hello.')
    await call.say('It is Ada.')
    await call.hangUp()
    expect(call.recordings).toMatchObject([
      { channels: 2, format: 'mp3', saidByChannel: [['Good morning.', 'It is Ada.'], ['Hello.']] },
    ])
  })

  it('gives each participant a channel, and surplus participants share the last', async () => {
    const speak = async (channels: number) => {
      const record = { action: 'record', split: 'conversation', channels }
      const room = { action: 'conversation', name: 'room' }
      const platform = createPlatform()
      const ada = await dial([record, room], { platform, from: '447700900031' })
      const ben = await dial([room], { platform, from: '447700900032' })
      const cleo = await dial([room], { platform, from: '447700900033' })
      await ben.say('Ben.')
      await cleo.say('Cleo.')
      await ada.say('Ada.')
      return ada.recordings[0]
    }
    expect(await speak(3)).toMatchObject({
      format: 'wav',
      saidByChannel: [['Ada.'], ['Ben.'], ['Cleo.']],
    })
    expect(await speak(2)).toMatchObject({ saidByChannel: [['Ada.'], ['Ben.', 'Cleo.']] })
  })

  it('transcribes with all defaults if the transcription is an empty object', async () => {
    const record = { action: 'record', endOnKey: '#', eventUrl, transcription: {} }
    const call = await dial(recorded({ '/answer': [record] }), { eventUrl: '/event' })
    await call.say('It is Ada.')
    await call.press('#')
    expect(call.webhooks.find(({ kind }) => kind === 'transcribed')?.fields).toMatchObject({
      status: 'transcribed',
      recording_uuid: call.recordings[0]?.uuid,
    })
  })
})
