import { callOut, dial } from 'ncco-jsx/simulate'
import { describe, expect, it } from 'vitest'
import { answering, colleague, connect, talk } from '../../support/answering'
import { ask, restPlatform } from '../../support/rest'

const hold = [talk('Please hold.', { loop: 0 })]
const listening = [
  {
    action: 'input',
    type: ['dtmf'],
    mode: 'asynchronous',
    eventUrl: ['https://app.example.com/key'],
  },
  ...hold,
]
const here = 'https://app.example.com/here'

async function caller(ncco: readonly object[] = hold) {
  const platform = restPlatform()
  const app = answering({ '/answer': ncco, '/key': undefined, '/here': undefined })
  const call = await dial(app, { platform })
  const path = `/v1/calls/${call.leg.uuid}/input/dtmf`
  const keysAt = () =>
    call.webhooks
      .filter(({ kind }) => kind === 'input')
      .map(({ url, method, fields }) => [url, method, (fields.dtmf as { digits: string }).digits])
  return { platform, call, path, keysAt }
}

describe('dtmf', () => {
  it('arrives at the far end of the leg', async () => {
    const platform = restPlatform()
    const call = await callOut(hold, { platform, to: colleague })
    await call.leg.answer()
    const path = `/v1/calls/${call.leg.uuid}/dtmf`
    const { status, body } = await ask(platform, 'PUT', path, { digits: '12p#' })
    expect([status, body]).toStrictEqual([200, { message: 'DTMF sent', uuid: call.leg.uuid }])
    expect(call.leg.received).toStrictEqual(['1', '2', '#'])
    expect(call.transcript()).toContain(`The keys 12p# are sent to ${colleague}.`)
  })

  it('reaches a websocket as messages', async () => {
    const platform = restPlatform()
    const websocket = {
      type: 'websocket',
      uri: 'wss://bot.example.com',
      'content-type': 'audio/l16;rate=16000',
    }
    const call = await dial([connect({}, websocket)], { platform })
    const [leg] = call.legs
    await leg?.answer()
    await ask(platform, 'PUT', `/v1/calls/${leg?.uuid}/dtmf`, { digits: '5' })
    expect(leg?.received.at(-1)).toStrictEqual({
      event: 'websocket:dtmf',
      digit: '5',
      duration: 260,
    })
  })

  it.each([[{}], [{ digits: '' }], [{ digits: 'abc' }], [{ digits: ['1'] }]])(
    'like %j is refused',
    async (body) => {
      const { platform, call } = await caller()
      const path = `/v1/calls/${call.leg.uuid}/dtmf`
      const { status, body: refusal } = await ask(platform, 'PUT', path, body)
      expect(status).toBe(400)
      expect(refusal.invalid_parameters).toMatchObject([{ name: 'digits' }])
    },
  )
})

describe('input/dtmf', () => {
  it('sends the keys of an asynchronous input to another URL, until it is removed', async () => {
    const { platform, call, path, keysAt } = await caller(listening)
    await call.press('1')
    const subscribed = await ask(platform, 'PUT', path, { event_url: [here] })
    await call.press('2')
    const removed = await ask(platform, 'DELETE', path)
    await call.press('3')
    expect([subscribed.status, removed.status]).toStrictEqual([200, 200])
    expect(keysAt()).toStrictEqual([
      ['https://app.example.com/key', 'POST', '1'],
      [here, 'POST', '2'],
      ['https://app.example.com/key', 'POST', '3'],
    ])
  })

  it('says that it needs such an input', async () => {
    const { platform, call, path } = await caller()
    await ask(platform, 'PUT', path, { event_url: [here] })
    expect(call.transcript()).toContain(
      'Keys are sent only while the NCCO has an input with "mode": "asynchronous".',
    )
  })

  it('takes the spelling of the PHP SDK, and the body of the .NET SDK', async () => {
    const { platform, call, path, keysAt } = await caller(listening)
    expect((await ask(platform, 'PUT', path, { eventUrl: [here] })).status).toBe(200)
    await call.press('1')
    expect((await ask(platform, 'DELETE', path, {})).status).toBe(200)
    expect(keysAt()).toStrictEqual([[here, 'POST', '1']])
  })

  it.each([[{}], [{ event_url: here }], [{ event_url: [] }]])(
    'like %j is refused',
    async (body) => {
      const { platform, path } = await caller(listening)
      const { status, body: refusal } = await ask(platform, 'PUT', path, body)
      expect(status).toBe(400)
      expect(refusal.invalid_parameters).toMatchObject([{ name: 'event_url' }])
    },
  )
})
