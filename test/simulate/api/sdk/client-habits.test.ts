import { dial } from 'ncco-jsx/simulate'
import { describe, expect, it } from 'vitest'
import { talk } from '../../../support/answering'
import { connectClient, onlyCall, order, refusal } from './official-client'

// "What the client does on its own" of docs/outbound.md.

const hello = { ncco: [talk('Hello.')] }

describe('the official client', () => {
  it('sends an endpoint as it is written', async () => {
    const { platform, voice } = await connectClient()
    const uri = 'wss://bot.example.com'
    const to = [{ type: 'websocket', uri, contentType: 'audio/l16;rate=8000' }]
    await voice.createOutboundCall(order({ ...hello, to }))
    const { leg } = await onlyCall(platform, uri)
    expect(leg.endpoint).not.toHaveProperty('content-type')
  })

  it.each(['to', 'an NCCO'])(
    'drops the user and the domain of a SIP endpoint in %s',
    async (where) => {
      const { platform, voice } = await connectClient()
      const sip = { type: 'sip', user: 'ada', domain: 'office' }
      if (where === 'to') {
        expect(
          await refusal(voice.createOutboundCall(order({ ...hello, to: [sip] }))),
        ).toMatchObject([400, { invalid_parameters: [{ name: 'to[0].uri' }] }])
        return
      }
      const call = await dial([talk('Please hold.', { loop: 0 })], { platform })
      const connect = { action: 'connect', from: '447700900000', endpoint: [sip] }
      await voice.transferCallWithNCCO(call.leg.uuid, [connect] as never)
      await platform.wait(0)
      expect(call.transcript()).toContain('sip-address: The sip endpoint has no address.')
    },
  )

  it('names no number of the account by itself', async () => {
    const { voice } = await connectClient()
    expect(
      await refusal(voice.createOutboundCall(order({ ...hello, from: undefined }))),
    ).toMatchObject([400, { invalid_parameters: [{ name: 'from', reason: 'Missing parameter' }] }])
  })
})
