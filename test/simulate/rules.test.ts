import { dial } from 'ncco-jsx/simulate'
import { describe, expect, it } from 'vitest'
import { colleague, connect, keys, speech, talk } from '../support/answering'

const websocket = {
  type: 'websocket',
  uri: 'wss://example.com',
  'content-type': 'audio/l16;rate=16000',
}
const amd = { advancedMachineDetection: { behavior: 'continue' } }

describe('an NCCO that breaks a rule', () => {
  it.each([
    ['R-20: bargeIn before something other than input', [talk('Hi', { bargeIn: true }), connect()]],
    ['R-23: bargeIn with nothing after it', [talk('Hi', { bargeIn: true })]],
    ['R-27: a loop below 0', [talk('Hi', { loop: -1 })]],
    ['R-28: a level over 1', [talk('Hi', { level: 2 })]],
    ['R-29: a text over 1,500 characters', [talk('a'.repeat(1501))]],
    ['R-30: SSML outside speak', [talk('Hi <break time="1s"/>')]],
    ['R-75: a number with a plus', [connect({}, { number: `+${colleague}` })]],
    ['R-77: an onAnswer without url', [connect({}, { onAnswer: {} })]],
    [
      'R-80: an eventUrl that is not an array',
      [{ ...keys(), eventUrl: 'https://app.example.com' }],
    ],
    [
      'R-81: a streamUrl that is not an array',
      [{ action: 'stream', streamUrl: 'https://a.example' }],
    ],
    ['R-88: an action that is retired', [{ action: 'pay', amount: 1 }]],
  ])('%s ends a strict call', async (_, ncco) => {
    const call = await dial(ncco, { strict: true })
    expect(call.ended).toStrictEqual({ at: 0, reason: 'invalid-ncco' })
    expect(call.heard).toStrictEqual([])
  })
})

describe('an NCCO with something doubtful', () => {
  it.each([
    ['R-37: another provider', [speech({ provider: 'deepgram' })], 'listening'],
    [
      'R-62: a phone without from',
      [{ action: 'connect', endpoint: [{ type: 'phone', number: colleague }] }],
      'connecting',
    ],
    [
      'R-67: machine detection off the phone',
      [connect(amd, { ...websocket, number: undefined })],
      'connecting',
    ],
    [
      'R-68: a ringback tone for a phone',
      [connect({ ringbackTone: 'https://a.example/a.mp3' })],
      'connecting',
    ],
    [
      'R-72: a SIP header with X-',
      [connect({}, { type: 'sip', uri: 'sip:a@b.c', number: undefined, headers: { 'X-A': '1' } })],
      'connecting',
    ],
    [
      'R-87: emphasis in a premium voice',
      [talk('<speak><emphasis>Hi</emphasis></speak>', { premium: true, loop: 0 })],
      'playing',
    ],
    ['R-86: a style that is in no list', [talk('Hi', { style: 99, loop: 0 })], 'playing'],
  ])('%s runs all the same', async (_, ncco, state) => {
    const call = await dial(JSON.parse(JSON.stringify(ncco)))
    expect(call.state).toBe(state)
  })
})
