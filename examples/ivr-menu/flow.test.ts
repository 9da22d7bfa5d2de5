import { describe, expect, it } from 'vitest'
import { callFlow } from '../call-flow'
import { call, pressed, silence } from '../sample-webhooks'
import { flow } from './flow'

const post = callFlow(flow)

const question = 'For sales, press 1, or say sales. For support, press 2, or say support. '

/** The menu, with the link that holds the attempt. */
function menu(text: string) {
  return [
    { action: 'talk', text, bargeIn: true, language: 'en-GB' },
    {
      action: 'input',
      type: ['dtmf', 'speech'],
      eventUrl: [expect.stringMatching(/^https:\/\/example\.com\/chosen\?sealed=[\w.-]+$/)],
      dtmf: { maxDigits: 1, timeOut: 5 },
      speech: { language: 'en-GB', context: ['sales', 'support'] },
    },
  ]
}

function department(name: string, number: string) {
  return [
    { action: 'talk', text: `I will connect you to ${name}.`, language: 'en-GB' },
    {
      action: 'connect',
      from: '447700900000',
      timeout: 30,
      endpoint: [{ type: 'phone', number }],
    },
  ]
}

const support = department('support', '447700900003')

/** The link in a menu. */
function linkIn(ncco: unknown): string {
  const [, input] = ncco as [unknown, { eventUrl: [string] }]
  return input.eventUrl[0]
}

describe('IVR menu', () => {
  it('offers the departments', async () => {
    expect(await post('/answer', call)).toStrictEqual(menu(question))
  })

  it('connects by key', async () => {
    expect(await post('/chosen', pressed('2'))).toStrictEqual(support)
  })

  it('connects by voice', async () => {
    const speech = { results: [{ text: 'Support', confidence: '0.93' }] }
    expect(await post('/chosen', { ...silence, speech })).toStrictEqual(support)
  })

  it.each([
    ['a wrong key', pressed('9')],
    ['silence', silence],
  ])('offers the departments again after %s, then connects to the first', async (_, input) => {
    const again = menu(`Sorry, I did not get that. ${question}`)
    let ncco = await post('/answer', call)
    for (const expected of [again, again, department('sales', '447700900002')]) {
      ncco = await post(ncco ? linkIn(ncco) : '', input)
      expect(ncco).toStrictEqual(expected)
    }
  })
})
