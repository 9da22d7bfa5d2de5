import { describe, expect, it } from 'vitest'
import { judge } from '../../src/check/judge'
import { messages } from '../../src/issues/messages'
import { elementMessages } from '../../src/issues/messages/elements'

const talk = { action: 'talk', text: 'Hello' }
const phone = { type: 'phone', number: '447700900001' }
const connect = { action: 'connect', from: '447700900000', endpoint: [phone] }
const input = { action: 'input', type: ['dtmf'] }

/** The effect of the only issue of an NCCO. */
function effectIn(ncco: unknown): string {
  const issues = judge(ncco, {})
  expect(issues).toHaveLength(1)
  return issues.map(({ code, platform }) => `${code}: ${platform}`).join()
}

describe('judge', () => {
  it.each<[unknown, string]>([
    [talk, 'not-an-ncco: refused'],
    [[{ action: 'tlak' }], 'unknown-action: refused'],
    [[{ ...talk, bargeIn: true }], 'barge-in-without-input: refused'],
    [[{ action: 'stream' }], 'missing-option: refused'],
    [[{ ...talk, volume: 1 }], 'unknown-option: tolerated'],
    [[{ ...talk, loop: '2' }], 'wrong-type: tolerated'],
    [[{ ...talk, bargeIn: 'false' }], 'wrong-type: tolerated'],
    [[{ ...talk, loop: {} }], 'wrong-type: unknown'],
    [[{ ...connect, eventType: 'asynchronous' }], 'default-by-name: tolerated'],
    [[{ ...connect, eventType: 'sometimes' }], 'not-one-of: unknown'],
    [[{ ...input, eventUrl: 'https://example.com' }], 'not-an-array: refused'],
    [[{ ...connect, endpoint: phone }], 'not-an-array: unknown'],
    [[{ ...input, eventUrl: [] }], 'not-exactly-one: refused'],
    [[{ ...connect, endpoint: [phone, phone] }], 'not-exactly-one: unknown'],
    [[{ ...input, maxDigits: 4 }], 'pre-2021-input: tolerated'],
    [[{ ...talk, text: '<speak>a & b</speak>' }], 'ssml-malformed: tolerated'],
    [[{ ...talk, level: 7 }], 'out-of-range: unknown'],
  ])('tells what the platform does with %j', (ncco, effect) => {
    expect(effectIn(ncco)).toBe(effect)
  })

  it('knows an effect for every code but those of elements, which never reach the platform', () => {
    const without = Object.entries(messages).filter(([, message]) => !('effect' in message))
    expect(without.map(([code]) => code)).toStrictEqual(Object.keys(elementMessages))
  })
})
