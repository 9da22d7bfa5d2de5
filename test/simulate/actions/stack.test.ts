import { createPlatform, dial } from 'ncco-jsx/simulate'
import { describe, expect, it } from 'vitest'
import { answering, connect, keys, talk } from '../../support/answering'

const url = (path: string) => [`https://app.example.com${path}`]
const notify = { action: 'notify', payload: { step: 1 }, eventUrl: url('/step') }

describe('the stack of a call', () => {
  it('R-01 runs actions first in, first out, each when the one before has ended', async () => {
    const call = await dial([talk('One.'), { action: 'wait', timeout: 2 }, talk('Two.')])
    expect(call.heard).toStrictEqual(['One.', 'Two.'])
    expect(
      call.timeline.filter(({ type }) => type === 'heard' || type === 'action').map(({ at }) => at),
    ).toStrictEqual([0, 0.267, 2.267])
  })

  it('R-02 ends the call when every action has ended', async () => {
    const call = await dial([talk('Goodbye.')])
    expect(call.ended).toStrictEqual({ at: 0.533, reason: 'completed' })
    expect(call.state).toBe('ended')
  })

  it('R-03 replaces what is left with the NCCO of a webhook', async () => {
    const app = answering({ '/answer': [keys(), talk('Left.')], '/chosen': [talk('Chosen.')] })
    const call = await dial(app)
    await call.press('1234')
    expect(call.heard).toStrictEqual(['Chosen.'])
  })

  it('R-04 lets the flow go on under a recording that nothing ends but the call', async () => {
    const call = await dial([{ action: 'record' }, talk('This call is recorded.')])
    expect(call.recordings).toMatchObject([{ startedAt: 0, endedAt: 1.467 }])
  })

  it('R-04 waits for the caller to hang up if such a recording is the last action', async () => {
    const call = await dial([talk('You are recorded.'), { action: 'record' }])
    expect([call.state, call.ended]).toStrictEqual(['recording', undefined])
    await call.say('It is Ada.')
    await call.press('#')
    await call.hangUp()
    expect(call.recordings[0]?.said).toStrictEqual(['It is Ada.'])
  })

  it('R-05 holds the flow for a recording with an end of its own', async () => {
    const call = await dial([{ action: 'record', timeOut: 30 }, talk('Thank you.')])
    expect(call.state).toBe('recording')
    await call.wait(30)
    expect(call.heard).toStrictEqual(['Thank you.'])
  })

  it('R-06 holds the flow for a conversation, and goes on if the caller is still there after it', async () => {
    const platform = createPlatform()
    const room = { action: 'conversation', name: 'room' }
    const call = await dial([room, talk('It is over.')], { platform })
    const host = await dial([{ ...room, endOnExit: true }], { platform, from: '447700900003' })
    expect(call.heard).toStrictEqual([])
    await host.hangUp()
    await call.wait()
    expect(call.heard).toStrictEqual(['It is over.'])
  })

  it.each([
    ['ends the call', undefined, []],
    ['goes on, if the platform is told so,', 'continues', ['Goodbye.']],
  ] as const)('R-07 %s when either side of a connect hangs up', async (_, afterConnect, heard) => {
    const platform = createPlatform({ afterConnect })
    const call = await dial([connect(), connect(), talk('Goodbye.')], { platform })
    await call.legs[0]?.busy()
    expect(call.legs.map(({ status }) => status)).toStrictEqual(['busy', 'ringing'])
    await call.legs[1]?.answer()
    expect(call.heard).toStrictEqual([])
    await call.legs[1]?.hangUp()
    expect(call.heard).toStrictEqual(heard)
    expect(call.ended?.reason).toBe('completed')
  })

  it('R-08 moves the call with a transfer, after which nothing of its own runs', async () => {
    const platform = createPlatform()
    const other = await dial([{ action: 'wait', timeout: 60 }, talk('Done.')], {
      platform,
      pace: 'manual',
    })
    const call = await dial([{ action: 'transfer', conversationId: other.conversationUuid }], {
      platform,
      from: '447700900003',
    })
    expect([call.state, other.hears(call), call.hears(other)]).toStrictEqual([
      'conversation',
      true,
      true,
    ])
    await other.hangUp()
    expect(call.ended?.reason).toBe('completed')
  })

  it('R-08 ends a strict call whose NCCO has actions after a transfer', async () => {
    const ncco = [{ action: 'transfer', conversationId: 'CON-1' }, talk('Left.')]
    const call = await dial(ncco, { strict: true })
    expect(call.ended?.reason).toBe('invalid-ncco')
  })

  it.each([
    ['empty', undefined],
    ['failed', new Response(null, { status: 500 })],
  ])(
    'R-09 goes on after an input whose webhook is answered with nothing: %s',
    async (_, answer) => {
      const app = answering({ '/answer': [keys(), talk('Left.')], '/chosen': answer })
      const call = await dial(app)
      await call.press('1234')
      expect(call.heard).toStrictEqual(['Left.'])
    },
  )

  it.each([
    ['an NCCO', [talk('Replaced.')], ['Replaced.']],
    ['nothing', undefined, ['Left.']],
  ])('R-10 takes %s from a notify webhook', async (_, answer, heard) => {
    const app = answering({ '/answer': [notify, talk('Left.')], '/step': answer })
    const call = await dial(app)
    expect(call.heard).toStrictEqual(heard)
    expect(call.webhooks[1]).toMatchObject({
      kind: 'notify',
      method: 'POST',
      fields: {
        payload: { step: 1 },
        conversation_uuid: call.conversationUuid,
        timestamp: '2026-01-01T00:00:00.000Z',
      },
    })
  })

  it('R-11 sends no webhook for a wait', async () => {
    const app = answering({ '/answer': [{ action: 'wait', timeout: 3 }], '/event': undefined })
    const call = await dial(app)
    expect(call.ended?.at).toBe(3)
    expect(call.webhooks.map(({ kind }) => kind)).toStrictEqual(['answer'])
  })

  it('R-89 clamps a wait to 0.1 and 7200 seconds', async () => {
    const call = await dial([{ action: 'wait', timeout: 0 }])
    expect(call.ended?.at).toBe(0.1)
  })

  it('R-85 ends the call at once with an empty NCCO', async () => {
    expect((await dial(answering({ '/answer': [] }))).ended).toStrictEqual({
      at: 0,
      reason: 'completed',
    })
  })
})

describe('talk and stream', () => {
  it('take as long as their words, breaks and audio', async () => {
    const platform = createPlatform({ streams: { 'https://example.com/jingle.mp3': 4.5 } })
    const jingle = { action: 'stream', streamUrl: ['https://example.com/jingle.mp3'], loop: 2 }
    const ssml = talk("<speak>Hello <break time='2s'/></speak>")
    const call = await dial([jingle, ssml], { platform })
    expect(call.heard).toStrictEqual(['https://example.com/jingle.mp3', 'Hello'])
    expect(call.ended?.at).toBe(9 + 2.333)
  })

  it('R-26 play for ever with a loop of 0, until the caller hangs up', async () => {
    const call = await dial([talk('Please hold.', { loop: 0 }), talk('Never.')])
    expect([call.state, call.heard]).toStrictEqual(['playing', ['Please hold.']])
    await call.wait(600)
    await call.hangUp()
    expect([call.heard, call.ended]).toStrictEqual([
      ['Please hold.'],
      { at: 600.8, reason: 'hung-up' },
    ])
  })
})
