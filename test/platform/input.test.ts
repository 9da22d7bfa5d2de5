import { type Call, dial } from 'ncco-jsx/simulate'
import { describe, expect, it } from 'vitest'
import { answering, keys, speech, talk } from '../support/answering'

const dialInput = (input: object, routes: object = {}) =>
  dial(
    answering({
      '/answer': [input, talk('Nothing was chosen.')],
      '/chosen': [talk('Sales.')],
      ...routes,
    }),
  )

const inputsOf = (call: Call) =>
  call.webhooks.filter(({ kind }) => kind === 'input').map(({ at, fields }) => ({ at, ...fields }))

describe('the input action', () => {
  it('replaces the rest of the NCCO by the one in the answer to its webhook', async () => {
    const call = await dialInput(keys({ maxDigits: 1 }))
    await call.press('1')
    expect(call.heard).toStrictEqual(['Sales.'])
  })

  it('sends keys when maxDigits is reached, 4 by default', async () => {
    const call = await dialInput(keys())
    await call.press('1234')
    expect(inputsOf(call)).toMatchObject([{ at: 0.75, dtmf: { digits: '1234', timed_out: false } }])
  })

  it('sends keys after timeOut seconds without another, 3 by default', async () => {
    const call = await dialInput(keys())
    await call.press('12')
    await call.wait(3)
    expect(inputsOf(call)).toMatchObject([{ at: 3.25, dtmf: { digits: '12', timed_out: true } }])
  })

  it('sends keys at # with submitOnHash, without the #', async () => {
    const call = await dialInput(keys({ submitOnHash: true, maxDigits: 10 }))
    await call.press('12#')
    expect(inputsOf(call)).toMatchObject([{ dtmf: { digits: '12', timed_out: false } }])
  })

  it('sends speech after endOnSilence seconds of silence, 2 by default', async () => {
    const call = await dialInput(speech())
    await call.say('sales', { seconds: 1, confidence: 0.9 })
    expect(inputsOf(call)).toMatchObject([
      {
        at: 3,
        speech: {
          timeout_reason: 'end_on_silence_timeout',
          results: [{ text: 'sales', confidence: '0.9' }],
        },
      },
    ])
  })

  it('gives up after startTimeout seconds without speech, 10 by default', async () => {
    const call = await dialInput(speech())
    await call.wait(10)
    expect(inputsOf(call)).toMatchObject([
      { at: 10, speech: { timeout_reason: 'start_timeout', results: [] } },
    ])
  })

  it('cuts speech at maxDuration', async () => {
    const call = await dialInput(speech({ maxDuration: 5 }))
    await call.say('I would like to talk to sales about my order', { seconds: 10 })
    expect(inputsOf(call)).toMatchObject([{ at: 5, speech: { timeout_reason: 'max_duration' } }])
  })

  it('takes keys or speech, whichever comes first', async () => {
    const both = { ...keys({ maxDigits: 1 }), type: ['dtmf', 'speech'] }
    const pressed = await dialInput(both)
    await pressed.press('1')
    const spoken = await dialInput(both)
    await spoken.say('sales')
    expect(inputsOf(pressed)).toMatchObject([{ dtmf: { digits: '1' }, speech: { results: [] } }])
    expect(inputsOf(spoken)).toMatchObject([
      { dtmf: { digits: null }, speech: { results: [{ text: 'sales' }] } },
    ])
  })

  it('sends a webhook for each key in asynchronous mode, while the flow goes on', async () => {
    const listening = { ...keys(), mode: 'asynchronous' }
    const call = await dial(
      answering({
        '/answer': [listening, talk('Please hold.', { loop: 0 })],
        '/chosen': [talk('Ignored.')],
      }),
    )
    await call.press('1')
    await call.press('2')
    expect(inputsOf(call)).toMatchObject([
      { dtmf: { digits: '1', timed_out: false } },
      { dtmf: { digits: '2', timed_out: false } },
    ])
    expect([call.state, call.heard]).toStrictEqual(['playing', ['Please hold.']])
  })

  it('goes on with the next action when the webhook and its fallback both fail', async () => {
    const call = await dialInput(keys({ maxDigits: 1 }), {
      '/chosen': new Response(null, { status: 500 }),
    })
    await call.press('1')
    expect(call.heard).toStrictEqual(['Nothing was chosen.'])
  })
})
