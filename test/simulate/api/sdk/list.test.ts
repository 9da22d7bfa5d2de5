import { dial } from 'ncco-jsx/simulate'
import { describe, expect } from 'vitest'
import { talk } from '../../../support/answering'
import { otherKeys } from '../../../support/rest'
import { callee, office, onlyCall, order, refusal, shows } from './official-client'

const hold = [talk('Please hold.', { loop: 0 })]

describe('the official client reads calls', () => {
  shows(
    'getCall',
    'tells of a call under way, then of its end',
    async ({ voice, platform, origin }) => {
      const { uuid, conversationUUID } = await voice.createOutboundCall(
        order({ ncco: [talk('Hello.', { loop: 3 })] }),
      )
      const common = {
        uuid,
        conversation_uuid: conversationUUID,
        conversationUUID,
        to: { type: 'phone', number: callee },
        from: { type: 'phone', number: office },
        direction: 'outbound',
      }
      expect(await voice.getCall(uuid)).toStrictEqual({
        ...common,
        status: 'ringing',
        start_time: null,
        startTime: null,
        end_time: null,
        endTime: null,
      })
      const call = await onlyCall(platform)
      await call.leg.answer()
      const [start, end] = ['2026-01-01T00:00:00.000Z', '2026-01-01T00:00:01.200Z']
      expect(await voice.getCall(uuid)).toStrictEqual({
        ...common,
        status: 'completed',
        start_time: start,
        startTime: start,
        end_time: end,
        endTime: end,
        duration: '2',
        rate: '0.00000000',
        price: '0.00000000',
        network: 'GB-FIXED',
      })
      const { _links, ...page } = await voice.getCallsPage({})
      expect(page._embedded.calls[0]?._links).toStrictEqual({
        self: { href: `${origin}/v1/calls/${uuid}` },
      })
    },
  )

  shows('getCall', 'refuses a call that does not exist', async ({ voice }) => {
    expect(await refusal(voice.getCall('no-such-call'))).toMatchObject([
      404,
      { title: 'Not Found', detail: 'There is no such call.' },
    ])
  })

  shows(
    'getCall',
    'is refused to anybody else',
    async ({ voice }) => {
      expect(await refusal(voice.getCall('any'))).toMatchObject([401, { title: 'Unauthorized' }])
    },
    { privateKey: otherKeys.privateKey },
  )

  shows('getCallsPage', 'gives a page of the calls', async ({ voice, platform, origin }) => {
    for (let count = 0; count < 5; count++) await dial(hold, { platform })
    const page = await voice.getCallsPage({ pageSize: 2, recordIndex: 2, order: 'desc' })
    const link = (index: number) => ({
      href: `${origin}/v1/calls?page_size=2&record_index=${index}&order=desc`,
    })
    expect(page).toMatchObject({
      count: 5,
      page_size: 2,
      record_index: 2,
      _links: { self: link(2), first: link(0), last: link(4), next: link(4), prev: link(0) },
    })
    const listed = page._embedded.calls.map(({ uuid }) => uuid)
    expect(listed).toStrictEqual([2, 1].map((index) => platform.calls[index]?.leg.uuid))
  })

  shows(
    'search',
    'finds calls by their state, time and conversation',
    async ({ voice, platform }) => {
      const early = await dial(hold, { platform, from: '447700900031' })
      await platform.wait(60)
      const late = await dial(hold, { platform, from: '447700900032' })
      await early.hangUp()
      const found = async (filter: object) => {
        const { _embedded } = await voice.search(filter)
        return _embedded.calls.map(({ uuid }) => uuid)
      }
      expect(await found({ status: 'completed' })).toStrictEqual([early.leg.uuid])
      expect(await found({ status: 'busy' })).toStrictEqual([])
      expect(await found({ dateStart: '2026-01-01T00:00:30Z' })).toStrictEqual([late.leg.uuid])
      expect(await found({ dateEnd: '2026-01-01T00:00:30Z' })).toStrictEqual([early.leg.uuid])
      expect(await found({ conversationUuid: late.conversationUuid })).toStrictEqual([
        late.leg.uuid,
      ])
      expect(await refusal(voice.search({ pageSize: 101 }))).toMatchObject([
        400,
        { invalid_parameters: [{ name: 'page_size' }] },
      ])
    },
  )

  shows('getAllCalls', 'goes from page to page', async ({ voice, platform }) => {
    for (let count = 0; count < 25; count++) await dial(hold, { platform })
    const listed: string[] = []
    for await (const { uuid } of voice.getAllCalls({ pageSize: 10 })) listed.push(uuid)
    expect(listed).toStrictEqual(platform.calls.map(({ leg }) => leg.uuid))
  })

  shows('getAllCalls', 'finds none where there are none', async ({ voice }) => {
    for await (const call of voice.getAllCalls()) expect(call).toBeUndefined()
  })
})
