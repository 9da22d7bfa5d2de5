import { dial } from 'ncco-jsx/simulate'
import { describe, expect } from 'vitest'
import { answering, keys, talk } from '../../../support/answering'
import { callee, office, onlyCall, order, refusal, shows } from './official-client'

const hello = { ncco: [talk('Hello.')] }

describe('the official client makes a call', () => {
  shows(
    'createOutboundCall',
    'rings, and runs the NCCO after the answer',
    async ({ voice, platform }) => {
      const created = await voice.createOutboundCall(order(hello))
      const call = await onlyCall(platform)
      expect(created).toStrictEqual({
        uuid: call.leg.uuid,
        status: 'started',
        direction: 'outbound',
        conversation_uuid: call.conversationUuid,
        conversationUUID: call.conversationUuid,
      })
      expect([call.state, call.heard]).toStrictEqual(['ringing', []])
      await call.leg.answer()
      expect([call.heard, call.ended?.reason]).toStrictEqual([['Hello.'], 'completed'])
      expect(call.webhooks.map(({ kind, fields }) => fields.status ?? kind)).toStrictEqual([
        'started',
        'ringing',
        'answered',
        'completed',
      ])
    },
  )

  shows(
    'createOutboundCall',
    'asks the answer URL, and sends its events elsewhere',
    async ({ voice, platform }) => {
      await voice.createOutboundCall(
        order({
          answerUrl: ['https://app.example.com/reminder?day=Monday'],
          answerMethod: 'POST',
          eventUrl: ['https://app.example.com/rang'],
          eventMethod: 'GET',
        }),
      )
      const call = await onlyCall(platform)
      await call.leg.answer()
      await call.press('1')
      expect(call.heard).toStrictEqual(['Press 1.', 'Thank you.'])
      const sent = call.webhooks.map(({ kind, method, url }) => [
        kind,
        method,
        new URL(url).pathname,
      ])
      expect(sent).toStrictEqual([
        ['event', 'GET', '/rang'],
        ['event', 'GET', '/rang'],
        ['event', 'GET', '/rang'],
        ['answer', 'POST', '/reminder'],
        ['input', 'POST', '/chosen'],
        ['event', 'GET', '/rang'],
      ])
    },
    {
      application: {
        target: answering({
          '/reminder': [talk('Press 1.'), keys({ maxDigits: 1 })],
          '/chosen': [talk('Thank you.')],
          '/rang': undefined,
        }),
      },
    },
  )

  shows('createOutboundCall', 'stops ringing after ringingTimer', async ({ voice, platform }) => {
    await voice.createOutboundCall(order({ ...hello, ringingTimer: 20 }))
    const call = await onlyCall(platform)
    await platform.wait(30)
    expect(call.ended).toStrictEqual({ at: 20, reason: 'timeout' })
  })

  shows('createOutboundCall', 'ends the call after lengthTimer', async ({ voice, platform }) => {
    await voice.createOutboundCall(order({ ncco: [talk('Hello.', { loop: 0 })], lengthTimer: 30 }))
    const call = await onlyCall(platform)
    await call.leg.answer()
    await platform.wait(60)
    expect(call.ended).toStrictEqual({ at: 30, reason: 'completed' })
  })

  shows(
    'createOutboundCall',
    'tells a machine, and what to do with it',
    async ({ voice, platform }) => {
      const mode = { behavior: 'hangup', mode: 'detect_beep', beepTimeout: 60 }
      await voice.createOutboundCall(order({ ...hello, advancedMachineDetection: mode }))
      const call = await onlyCall(platform)
      await call.leg.answer({ as: 'machine' })
      expect(call.ended?.reason).toBe('machine')
    },
  )

  shows('createOutboundCall', 'with a number of the account', async ({ voice, platform }) => {
    const { from, ...others } = order(hello)
    await voice.createOutboundCall({ ...others, randomFromNumber: true } as never)
    expect((await onlyCall(platform)).transcript()).toContain(`calls ${callee} as ${from?.number}`)
  })

  shows('createOutboundCall', 'to every kind of endpoint', async ({ voice, platform }) => {
    const sip = { type: 'sip', uri: 'sip:ada@example.com', headers: { room: '5' } }
    const socket = {
      type: 'websocket',
      uri: 'wss://bot.example.com',
      'content-type': 'audio/l16;rate=16000',
    }
    const app = { type: 'app', user: 'ada' }
    const vbc = { type: 'vbc', extension: '1234' }
    const phone = { type: 'phone', number: callee, dtmfAnswer: '1p2' }
    for (const to of [sip, socket, app, vbc, phone]) {
      await voice.createOutboundCall(order({ ...hello, to: [to] }))
    }
    expect(platform.calls.map(({ leg }) => leg.endpoint)).toStrictEqual([
      { ...sip, standardHeaders: {} },
      socket,
      app,
      vbc,
      phone,
    ])
    for (const { leg } of platform.calls) {
      await leg.answer()
      expect(leg.heard).toStrictEqual(['Hello.'])
    }
  })

  shows('createOutboundCall', 'is told what is wrong with a field', async ({ voice }) => {
    const to = [{ type: 'phone', number: '12' }]
    expect(await refusal(voice.createOutboundCall(order({ ...hello, to })))).toStrictEqual([
      400,
      {
        type: 400,
        title: 'Bad Request',
        invalid_parameters: [
          { reason: 'can contain up to 15 digits prefixed with +', name: 'to[0].number' },
        ],
      },
    ])
  })

  shows(
    'createOutboundCall',
    'is limited to three in a second',
    async ({ voice, platform }) => {
      for (let count = 0; count < 3; count++) await voice.createOutboundCall(order(hello))
      expect(await refusal(voice.createOutboundCall(order(hello)))).toMatchObject([
        429,
        { title: 'Rate limit hit' },
      ])
      await platform.wait(1)
      await voice.createOutboundCall(order(hello))
      expect(platform.calls).toHaveLength(4)
    },
    { platform: { limits: true } },
  )
})

describe('a call that the official client made', () => {
  shows('createOutboundCall', 'meets a call that was dialled', async ({ voice, platform }) => {
    const room = [{ action: 'conversation', name: 'room' }]
    const caller = await dial(room, { platform })
    await voice.createOutboundCall(order({ ncco: room }))
    const call = await onlyCall(platform)
    await call.leg.answer()
    await caller.say('Is anybody there?')
    expect([call.heard, call.hears(caller), caller.hears(call)]).toStrictEqual([
      ['Is anybody there?'],
      true,
      true,
    ])
    expect(call.leg.endpoint).toStrictEqual({ type: 'phone', number: callee })
    expect(caller.leg.endpoint).not.toStrictEqual({ type: 'phone', number: office })
  })
})
