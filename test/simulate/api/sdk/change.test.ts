import { type Call, dial, type Platform } from 'ncco-jsx/simulate'
import { describe, expect } from 'vitest'
import { answering, talk } from '../../../support/answering'
import { refusal, shows } from './official-client'

const hold = [talk('Please hold.', { loop: 0 })]
const room = [{ action: 'conversation', name: 'room' }]

/** Two callers in a conversation. */
async function meet(platform: Platform): Promise<readonly [Call, Call]> {
  return [
    await dial(room, { platform, from: '447700900031' }),
    await dial(room, { platform, from: '447700900032' }),
  ]
}

const statuses = ({ webhooks }: Call) => webhooks.map(({ kind, fields }) => fields.status ?? kind)

describe('the official client changes a call', () => {
  shows('hangupCall', 'ends it', async ({ voice, platform }) => {
    const call = await dial(answering({ '/answer': hold, '/event': undefined }), {
      platform,
      eventUrl: '/event',
    })
    expect(await voice.hangupCall(call.leg.uuid)).toBeUndefined()
    await platform.wait(0)
    expect(call.ended?.reason).toBe('hung-up-by-app')
    expect(call.webhooks.at(-1)?.fields).toMatchObject({
      status: 'completed',
      disconnected_by: 'platform',
    })
    expect((await refusal(voice.hangupCall(call.leg.uuid)))[0]).toBe(404)
  })

  shows(
    'hangupCall',
    'is refused in the first two seconds',
    async ({ voice, platform }) => {
      const call = await dial(hold, { platform, pace: 'manual' })
      expect(await refusal(voice.hangupCall(call.leg.uuid))).toStrictEqual([
        400,
        { type: 'BAD_REQUEST', error_title: 'Bad Request' },
      ])
      await call.wait(2)
      await voice.hangupCall(call.leg.uuid)
      await platform.wait(0)
      expect(call.ended?.at).toBe(2)
    },
    { platform: { early: 'refuses' } },
  )

  shows('muteCall', 'keeps the others from hearing it', async ({ voice, platform }) => {
    const [ada, ben] = await meet(platform)
    await voice.muteCall(ada.leg.uuid)
    expect([ben.hears(ada), ada.hears(ben)]).toStrictEqual([false, true])
  })

  shows('unmuteCall', 'undoes that, however often it was done', async ({ voice, platform }) => {
    const [ada, ben] = await meet(platform)
    await voice.muteCall(ada.leg.uuid)
    await voice.muteCall(ada.leg.uuid)
    await voice.unmuteCall(ada.leg.uuid)
    expect([ben.hears(ada), ada.hears(ben)]).toStrictEqual([true, true])
  })

  shows('earmuffCall', 'keeps it from hearing the others', async ({ voice, platform }) => {
    const [ada, ben] = await meet(platform)
    await voice.earmuffCall(ada.leg.uuid)
    expect([ben.hears(ada), ada.hears(ben)]).toStrictEqual([true, false])
  })

  shows('unearmuffCall', 'undoes that', async ({ voice, platform }) => {
    const [ada, ben] = await meet(platform)
    await voice.earmuffCall(ada.leg.uuid)
    await voice.unearmuffCall(ada.leg.uuid)
    expect([ben.hears(ada), ada.hears(ben)]).toStrictEqual([true, true])
  })

  shows('transferCallWithNCCO', 'replaces what runs', async ({ voice, platform }) => {
    const call = await dial(answering({ '/answer': hold, '/event': undefined }), {
      platform,
      eventUrl: '/event',
    })
    const left = call.conversationUuid
    await voice.transferCallWithNCCO(call.leg.uuid, [talk('Goodbye.')] as never)
    await call.wait()
    expect(call.heard).toStrictEqual(['Please hold.', 'Goodbye.'])
    expect(statuses(call)).toStrictEqual([
      'started',
      'ringing',
      'answer',
      'answered',
      'transfer',
      'completed',
    ])
    expect(call.webhooks.find(({ kind }) => kind === 'transfer')?.fields).toMatchObject({
      uuid: call.leg.uuid,
      conversation_uuid_from: left,
      conversation_uuid_to: call.conversationUuid,
    })
  })

  shows(
    'transferCallWithNCCO',
    'leaves the others in their conversation',
    async ({ voice, platform }) => {
      const [ada, ben] = await meet(platform)
      await voice.transferCallWithNCCO(ada.leg.uuid, hold as never)
      await platform.wait(1)
      expect([ada.hears(ben), ben.ended, ada.heard]).toStrictEqual([
        false,
        undefined,
        ['Please hold.'],
      ])
      await voice.transferCallWithNCCO(ada.leg.uuid, room as never)
      await platform.wait(0)
      expect([ada.hears(ben), ben.hears(ada)]).toStrictEqual([true, true])
    },
  )

  shows('transferCallWithURL', 'asks for the NCCO', async ({ voice, platform }) => {
    const target = answering({ '/answer': hold, '/moved': [talk('Moved.')] })
    const call = await dial(target, { platform })
    await voice.transferCallWithURL(call.leg.uuid, 'https://app.example.com/moved?to=sales')
    await call.wait()
    expect(call.heard).toStrictEqual(['Please hold.', 'Moved.'])
    const { method, fields } = call.webhooks.at(-1) ?? {}
    expect([method, fields?.uuid, fields?.to]).toStrictEqual(['GET', call.leg.uuid, '447700900000'])
  })

  shows('transferCallWithURL', 'is told that it needs a URL', async ({ voice, platform }) => {
    const call = await dial(hold, { platform })
    expect(await refusal(voice.transferCallWithURL(call.leg.uuid, '/moved'))).toMatchObject([
      400,
      { invalid_parameters: [{ name: 'destination.url' }] },
    ])
    expect(call.heard).toStrictEqual(['Please hold.'])
  })
})
