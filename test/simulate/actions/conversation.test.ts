import { type Call, callOut, createPlatform, dial } from 'ncco-jsx/simulate'
import { describe, expect, it } from 'vitest'
import { answering } from '../../support/answering'
import { failure } from '../../support/failure'

const hold = 'https://app.example.com/hold.mp3'

/** Lets these callers enter one room, each with options of its own. */
async function meet(...members: object[]): Promise<Call[]> {
  const platform = createPlatform()
  const calls: Call[] = []
  for (const [index, options] of members.entries()) {
    const app = answering({
      '/answer': [{ action: 'conversation', name: 'room', ...options }],
      '/recorded': undefined,
    })
    calls.push(await dial(app, { platform, from: `44770090001${index}` }))
  }
  return calls
}

/** Who hears whom, as letters: `ab` is that the first hears the second. */
function hearing(calls: Call[]): string[] {
  const letters = 'abcdef'
  return calls.flatMap((listener, i) =>
    calls.flatMap((speaker, j) => (listener.hears(speaker) ? [`${letters[i]}${letters[j]}`] : [])),
  )
}

describe('conversation', () => {
  it('tells a websocket in it of the keys of everyone whom it hears', async () => {
    const platform = createPlatform()
    const room = [{ action: 'conversation', name: 'room' }]
    const ada = await dial(room, { platform, from: '447700900011' })
    const ben = await dial(room, { platform, from: '447700900012' })
    const bot = await callOut([{ ...room[0], canHear: [ben.leg.uuid] }], {
      platform,
      to: {
        type: 'websocket',
        uri: 'wss://example.com/bot',
        'content-type': 'audio/l16;rate=16000',
      },
    })
    await bot.leg.answer()
    await ben.press('5')
    expect(bot.leg.received.slice(1)).toStrictEqual([
      { event: 'websocket:dtmf', digit: '5', duration: 260 },
    ])
    expect((await failure(ada.press('6'))).code).toBe('key-unheard')
  })

  it('lets all who are in it hear each other', async () => {
    const calls = await meet({}, {}, {})
    expect(hearing(calls)).toStrictEqual(['ab', 'ac', 'ba', 'bc', 'ca', 'cb'])
    await calls[0]?.say('Good morning.')
    expect(calls.map(({ heard }) => heard)).toStrictEqual([
      [],
      ['Good morning.'],
      ['Good morning.'],
    ])
  })

  it('R-46 plays music until it starts, and not after that', async () => {
    const waiting = { startOnEnter: false, musicOnHoldUrl: [hold] }
    const calls = await meet(waiting, waiting)
    expect(calls.map(({ heard }) => heard)).toStrictEqual([[hold], [hold]])
    expect(hearing(calls)).toStrictEqual([])
  })

  it('R-46 starts with the first who enters with startOnEnter', async () => {
    const waiting = { startOnEnter: false, musicOnHoldUrl: [hold] }
    const calls = await meet(waiting, {}, waiting)
    expect(hearing(calls)).toHaveLength(6)
    expect(calls.map(({ heard }) => heard)).toStrictEqual([[hold], [], []])
  })

  it('R-47 never starts if nobody starts it', async () => {
    const calls = await meet({ startOnEnter: false }, { startOnEnter: false })
    expect(hearing(calls)).toStrictEqual([])
    await expect(calls[0]?.say('Anybody?')).rejects.toMatchObject({ code: 'speech-unheard' })
    await expect(calls[0]?.wait(4000)).rejects.toMatchObject({ code: 'endless-call' })
  })

  it('ends for all when one leaves with endOnExit', async () => {
    const calls = await meet({}, { endOnExit: true }, {})
    await calls[0]?.hangUp()
    expect(calls.map(({ ended }) => ended?.reason)).toStrictEqual(['hung-up', undefined, undefined])
    await calls[1]?.hangUp()
    expect(calls[2]?.ended?.reason).toBe('completed')
  })

  it('R-51 tells absent from empty: everybody from nobody', async () => {
    expect(hearing(await meet({ canHear: [] }, {}))).toStrictEqual(['ba'])
    expect(hearing(await meet({ canSpeak: [] }, {}))).toStrictEqual(['ab'])
  })

  it('R-52 takes the uuids of legs in canHear and canSpeak', async () => {
    const platform = createPlatform()
    const room = { action: 'conversation', name: 'room' }
    const customer = await dial([room], { platform })
    const agent = await dial([room], { platform, from: '447700900011' })
    const whisper = { ...room, canSpeak: [agent.leg.uuid] }
    const coach = await dial([whisper], { platform, from: '447700900012' })
    expect(hearing([customer, agent, coach])).toStrictEqual(['ab', 'ba', 'bc', 'ca', 'cb'])
  })

  it('R-50 mutes, also together with canSpeak', async () => {
    expect(hearing(await meet({ mute: true }, {}))).toStrictEqual(['ab'])
    expect(hearing(await meet({}, { mute: true, canSpeak: ['00'] }))).toStrictEqual(['ba'])
  })

  it.each([
    ['R-50 mute together with canSpeak', { mute: true, canSpeak: [] }],
    ['R-43 a transcription without a recording', { transcription: {} }],
  ])('%s ends a strict call', async (_, options) => {
    const room = { action: 'conversation', name: 'room', ...options }
    expect((await dial([room], { strict: true })).ended?.reason).toBe('invalid-ncco')
    expect((await dial([room])).state).toBe('conversation')
  })

  it('R-45 sends no webhook of a recording without record', async () => {
    const [call] = await meet({ eventUrl: ['https://app.example.com/recorded'] })
    await call?.wait(5)
    await call?.hangUp()
    expect(call?.recordings).toStrictEqual([])
    expect(call?.webhooks.map(({ kind }) => kind)).toStrictEqual(['answer'])
  })

  it('is recorded from its start to its end, without those who are muted', async () => {
    const recorded = { record: true, eventUrl: ['https://app.example.com/recorded'] }
    const calls = await meet({ mute: true, startOnEnter: false }, { ...recorded, endOnExit: true })
    await calls[1]?.say('Hello.')
    await expect(calls[0]?.say('Nobody hears me.')).rejects.toMatchObject({
      code: 'speech-unheard',
      message: expect.stringContaining('the leg 447700900010 is muted.'),
    })
    await calls[1]?.hangUp()
    expect(calls[1]?.recordings).toMatchObject([{ said: ['Hello.'] }])
    expect(calls[1]?.webhooks.map(({ kind }) => kind)).toStrictEqual(['answer', 'record'])
  })

  it('R-48 is another one on another platform', async () => {
    const room = [{ action: 'conversation', name: 'room' }]
    const [here, there] = [await dial(room), await dial(room)]
    expect([here.hears(there), there.hears(here)]).toStrictEqual([false, false])
  })
})

describe('transfer', () => {
  it('tells of every leg that moved', async () => {
    const platform = createPlatform()
    const host = await dial([{ action: 'wait', timeout: 60 }], { platform, pace: 'manual' })
    const app = answering({
      '/answer': [{ action: 'transfer', conversationId: host.conversationUuid, canSpeak: [] }],
      '/event': undefined,
    })
    const call = await dial(app, { platform, eventUrl: '/event' })
    expect([call.hears(host), host.hears(call)]).toStrictEqual([true, false])
    expect(call.webhooks.find(({ kind }) => kind === 'transfer')?.fields).toStrictEqual({
      type: 'transfer',
      conversation_uuid_from: call.conversationUuid,
      conversation_uuid_to: host.conversationUuid,
      uuid: call.leg.uuid,
      timestamp: '2026-01-01T00:00:00.000Z',
    })
    await call.hangUp()
    expect(host.ended).toBeUndefined()
  })

  it('moves on with those who were transferred before, until all of it ends', async () => {
    const platform = createPlatform()
    const host = await dial([{ action: 'wait', timeout: 600 }], { platform, pace: 'manual' })
    const transfer = (to: Call) => ({ action: 'transfer', conversationId: to.conversationUuid })
    const second = await dial([{ action: 'wait', timeout: 5 }, transfer(host)], {
      platform,
      pace: 'manual',
    })
    const third = await dial([transfer(second)], { platform, pace: 'manual' })
    expect(hearing([host, second, third])).toStrictEqual(['bc', 'cb'])
    await platform.wait(5)
    expect(hearing([host, second, third])).toHaveLength(6)
    await host.hangUp()
    expect([second.ended?.reason, third.ended?.reason]).toStrictEqual(['completed', 'completed'])
  })

  /** What the timeline of a call tells of conversations. */
  const events = (call: Call) =>
    call.timeline.flatMap((entry) =>
      entry.type === 'conversation' ? [[entry.leg, entry.event, entry.name]] : [],
    )

  it.each([
    ['left', (_: Call, call: Call) => call.hangUp()],
    ['ended', (host: Call) => host.hangUp()],
  ] as const)('tells in the timeline that it was %s', async (event, act) => {
    const platform = createPlatform()
    const room = { action: 'conversation', name: 'room', endOnExit: true }
    const host = await dial([room], { platform })
    const entry = host.timeline.find(({ type }) => type === 'conversation')
    const conversationId = entry?.type === 'conversation' ? entry.uuid : ''
    const from = '447700900003'
    const call = await dial([{ action: 'transfer', conversationId }], { platform, from })
    await act(host, call)
    expect(events(call)).toStrictEqual([
      [from, 'entered', 'room'],
      [from, event, 'room'],
    ])
    expect(call.timeline.at(-2)).toMatchObject({ event, uuid: conversationId })
    expect(call.timeline.at(-1)?.type).toBe('ended')
  })

  it('tells of the conversation that it was moved on to', async () => {
    const platform = createPlatform()
    const manual = { platform, pace: 'manual' } as const
    const transfer = (to: Call) => ({ action: 'transfer', conversationId: to.conversationUuid })
    const host = await dial([{ action: 'wait', timeout: 600 }], { ...manual, from: '1' })
    const second = await dial([{ action: 'wait', timeout: 5 }, transfer(host)], manual)
    const third = await dial([transfer(second)], { ...manual, from: '3' })
    const fourth = await dial([transfer(second)], { ...manual, from: '4' })
    await platform.wait(5)
    await fourth.hangUp()
    await host.hangUp()
    expect([events(third), events(fourth)]).toStrictEqual([
      [
        ['3', 'entered', second.conversationUuid],
        ['3', 'ended', host.conversationUuid],
      ],
      [
        ['4', 'entered', second.conversationUuid],
        ['4', 'left', host.conversationUuid],
      ],
    ])
  })

  it('reaches a named conversation by the id that its timeline tells', async () => {
    const platform = createPlatform()
    const host = await dial([{ action: 'conversation', name: 'room' }], { platform })
    const entry = host.timeline.find(({ type }) => type === 'conversation')
    const conversationId = entry?.type === 'conversation' ? entry.uuid : ''
    expect(conversationId).toMatch(/^CON-/)
    const call = await dial([{ action: 'transfer', conversationId }], { platform, from: '1' })
    expect(hearing([host, call])).toStrictEqual(['ab', 'ba'])
    expect(call.transcript()).toContain('entered “room”')
  })

  it('ends the call, with an error event, if there is no such conversation', async () => {
    const transfer = { action: 'transfer', conversationId: 'CON-none' }
    const app = answering({ '/answer': [transfer], '/event': undefined })
    const call = await dial(app, { eventUrl: '/event' })
    expect(call.ended?.reason).toBe('completed')
    expect(call.webhooks.some(({ kind }) => kind === 'error')).toBe(true)
  })
})
