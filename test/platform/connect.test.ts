import { type Call, createPlatform, dial } from 'ncco-jsx/simulate'
import { describe, expect, it } from 'vitest'
import { answering, connect, talk } from '../support/answering'

const eventUrl = ['https://app.example.com/called']

const dialConnect = (ncco: readonly object[], routes: object = {}) =>
  dial(answering({ '/answer': ncco, '/called': undefined, '/event': undefined, ...routes }), {
    eventUrl: '/event',
  })

const statuses = (call: Call) =>
  call.webhooks.filter(({ url }) => url === eventUrl[0]).map(({ status }) => status)

describe('the connect action', () => {
  it('rings one endpoint after another where several follow each other', async () => {
    const second = { number: '447700900003' }
    const call = await dialConnect([connect(), connect({}, second), talk('Nobody is free.')])
    await call.legs[0]?.busy()
    await call.legs[1]?.unavailable()
    expect(call.legs.map(({ endpoint }) => endpoint.number)).toStrictEqual([
      '447700900002',
      '447700900003',
    ])
    expect(call.heard).toStrictEqual(['Nobody is free.'])
  })

  it('completes the call when either side hangs up after they have talked', async () => {
    const ncco = [connect(), connect(), talk('Nobody is free.')]
    const byCallee = await dialConnect(ncco)
    await byCallee.legs[0]?.answer()
    await byCallee.legs[0]?.hangUp()
    const byCaller = await dialConnect(ncco)
    await byCaller.legs[0]?.answer()
    await byCaller.hangUp()
    expect([byCallee.ended?.reason, byCallee.legs.length, byCallee.heard]).toStrictEqual([
      'completed',
      1,
      [],
    ])
    expect(byCaller.legs.map(({ status }) => status)).toStrictEqual(['completed'])
  })

  it('leaves a survey after a call to a named conversation', async () => {
    const platform = createPlatform()
    const app = answering({
      '/answer': [{ action: 'conversation', name: 'call-1' }, talk('How was the call?')],
      '/agent': [{ action: 'conversation', name: 'call-1', endOnExit: true }],
    })
    const customer = await dial(app, { platform })
    const agent = await dial(app, { platform, answerUrl: '/agent', from: '447700900032' })
    await agent.hangUp()
    await customer.wait()
    expect(customer.heard).toStrictEqual(['How was the call?'])
  })

  it.each(['busy', 'reject', 'unavailable', 'fail'] as const)(
    'runs the fallback NCCO in the answer to a synchronous event, after %s()',
    async (act) => {
      const call = await dialConnect([connect({ eventType: 'synchronous', eventUrl })], {
        '/called': ({ status }: { status: string }) =>
          ['started', 'ringing', 'completed'].includes(status) ? undefined : [talk('Try later.')],
      })
      await call.legs[0]?.[act]()
      expect(call.heard).toStrictEqual(['Try later.'])
    },
  )

  it('plays an NCCO to the callee before joining, and a tone to the caller meanwhile', async () => {
    const tone = 'https://example.com/tone.mp3'
    const onAnswer = { url: 'https://app.example.com/whisper', ringbackTone: tone }
    const call = await dialConnect([connect({}, { onAnswer })], {
      '/whisper': [talk('A customer from the shop.')],
    })
    await call.legs[0]?.answer()
    expect(call.legs[0]?.heard).toStrictEqual(['A customer from the shop.'])
    expect([call.heard, call.state]).toStrictEqual([[tone], 'connected'])
  })

  it('stops to ring after its timeout, and ends a connection after its limit', async () => {
    const ncco = [connect({ timeout: 20, limit: 300, eventUrl }), talk('Nobody is free.')]
    const ringing = await dialConnect(ncco)
    await ringing.wait(20)
    expect(statuses(ringing)).toStrictEqual(['started', 'ringing', 'timeout', 'completed'])
    const talking = await dialConnect(ncco)
    await talking.legs[0]?.answer()
    await talking.wait(300)
    expect([talking.legs[0]?.status, talking.heard]).toStrictEqual(['completed', []])
  })

  it('repeats the ringback tone to the caller until the call is connected', async () => {
    const tone = 'https://example.com/tone.mp3'
    const call = await dialConnect([connect({ ringbackTone: tone })])
    expect(call.heard).toStrictEqual([tone])
    await call.legs[0]?.answer()
    await call.legs[0]?.say('Hello.')
    expect(call.heard).toStrictEqual([tone, 'Hello.'])
  })

  it('sends an event of a machine and goes on, or hangs up', async () => {
    const goesOn = await dialConnect([connect({ machineDetection: 'continue', eventUrl })])
    await goesOn.legs[0]?.answer({ as: 'machine' })
    await goesOn.wait(5)
    expect([statuses(goesOn).at(-1), goesOn.state]).toStrictEqual(['machine', 'connected'])
    const hangsUp = await dialConnect([connect({ machineDetection: 'hangup', eventUrl })])
    await hangsUp.legs[0]?.answer({ as: 'machine' })
    expect(statuses(hangsUp).slice(-2)).toStrictEqual(['machine', 'completed'])
  })

  it.each([
    ['default', 0],
    ['detect', 3],
    ['detect_beep', 8],
  ])('joins in the mode %s of the advanced detection after %i s', async (mode, seconds) => {
    const advancedMachineDetection = { behavior: 'continue', mode }
    const call = await dial([connect({ advancedMachineDetection })], { pace: 'manual' })
    await call.legs[0]?.answer({ as: 'machine', beep: 8 })
    if (seconds > 0) {
      await call.wait(seconds - 0.5)
      expect(call.state).toBe('connecting')
      await call.wait(0.5)
    }
    expect(call.state).toBe('connected')
  })

  it('sends digits to the callee once it has answered', async () => {
    const call = await dialConnect([connect({}, { dtmfAnswer: '2p02p' })])
    await call.legs[0]?.answer()
    expect(call.legs[0]?.received).toStrictEqual(['2', '0', '2'])
  })

  it('calls a user, an extension and a SIP address', async () => {
    const endpoints = [
      { type: 'app', user: 'ada' },
      { type: 'vbc', extension: '111' },
      { type: 'sip', uri: 'sip:ben@example.com', headers: { location: 'New York' } },
    ]
    const call = await dialConnect(
      endpoints.map((endpoint) => ({ action: 'connect', eventUrl, endpoint: [endpoint] })),
    )
    for (const _ of endpoints) await call.legs.at(-1)?.busy()
    expect(call.legs.map(({ endpoint }) => endpoint)).toStrictEqual(endpoints)
    expect(call.webhooks.at(-2)?.fields).toMatchObject({ headers: { location: 'New York' } })
  })
})
