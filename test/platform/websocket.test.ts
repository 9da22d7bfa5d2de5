import { dial } from 'ncco-jsx/simulate'
import { describe, expect, it } from 'vitest'
import { answering, talk } from '../support/answering'

const endpoint = {
  type: 'websocket',
  uri: 'wss://bot.example.com/socket',
  'content-type': 'audio/l16;rate=16000',
  headers: { customer: 'ada', nested: { cart: 7 } },
}
const eventUrl = ['https://app.example.com/socket']
const connect = { action: 'connect', eventType: 'synchronous', eventUrl, endpoint: [endpoint] }

const dialBot = (socket: (fields: Record<string, unknown>) => readonly object[] | undefined) =>
  dial(answering({ '/answer': [connect, talk('The bot is away.')], '/socket': socket }))

describe('the websocket endpoint', () => {
  it('begins with a message that has the content type and the headers', async () => {
    const call = await dialBot(() => undefined)
    await call.legs[0]?.answer()
    expect(call.legs[0]?.received).toStrictEqual([
      {
        event: 'websocket:connected',
        'content-type': 'audio/l16;rate=16000',
        customer: 'ada',
        nested: { cart: 7 },
      },
    ])
  })

  it('is told of each key', async () => {
    const call = await dialBot(() => undefined)
    await call.legs[0]?.answer()
    await call.press('5#')
    expect(call.legs[0]?.received.slice(1)).toStrictEqual([
      { event: 'websocket:dtmf', digit: '5', duration: 260 },
      { event: 'websocket:dtmf', digit: '#', duration: 260 },
    ])
  })

  it('runs the NCCO in the answer to disconnected, when its server drops it', async () => {
    const call = await dialBot(({ status }) =>
      status === 'disconnected' ? [talk('One moment.')] : undefined,
    )
    await call.legs[0]?.answer()
    await call.legs[0]?.disconnect()
    const dropped = call.webhooks.find(({ status }) => status === 'disconnected')
    expect(dropped?.fields).toMatchObject({ headers: endpoint.headers })
    expect(call.heard).toStrictEqual(['One moment.'])
  })

  it('goes on with the next action if disconnected is answered with nothing', async () => {
    const call = await dialBot(() => undefined)
    await call.legs[0]?.answer()
    await call.legs[0]?.disconnect()
    expect(call.heard).toStrictEqual(['The bot is away.'])
  })

  it.each(['fail', 'unavailable'] as const)(
    'runs the NCCO in the answer to the event of a server that cannot be reached: %s()',
    async (act) => {
      const call = await dialBot(({ status }) =>
        status === 'failed' || status === 'unanswered' ? [talk('One moment.')] : undefined,
      )
      await call.legs[0]?.[act]()
      expect(call.heard).toStrictEqual(['One moment.'])
    },
  )
})
