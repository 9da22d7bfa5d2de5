import { check } from 'ncco-jsx'
import { describe, expect, it } from 'vitest'

const talk = { action: 'talk', text: 'Hello' }
const stream = { action: 'stream', streamUrl: ['https://example.com/hold.mp3'] }
const input = { action: 'input', type: ['dtmf'] }
const wait = { action: 'wait' }
const conversation = { action: 'conversation', name: 'room' }
const transfer = { action: 'transfer', conversationId: 'CON-1' }
const record = { action: 'record' }
const barge = { bargeIn: true }

const found = (ncco: unknown[], strict = false) =>
  check(ncco, { strict }).map(({ code, path, severity }) => `${severity} ${code} ${path}`)

describe('barge-in (R-20, R-23)', () => {
  it.each([
    ['input', [{ ...talk, ...barge }, input]],
    ['more prompts of its kind and then input', [{ ...talk, ...barge }, talk, talk, input]],
    ['prompts of the other kind and then input', [{ ...stream, ...barge }, talk, stream, input]],
  ])('may be followed by %s', (_, ncco) => {
    expect(found(ncco)).toStrictEqual([])
  })

  it.each([
    ['nothing', [{ ...talk, ...barge }], ['/0/bargeIn']],
    ['only prompts', [{ ...stream, ...barge }, talk], ['/0/bargeIn']],
    ['another action', [{ ...talk, ...barge }, wait, input], ['/0/bargeIn']],
    [
      'another action after several prompts',
      [{ ...talk, ...barge }, { ...stream, ...barge }, wait],
      ['/0/bargeIn', '/1/bargeIn'],
    ],
  ])('may not be followed by %s', (_, ncco, paths) => {
    expect(found(ncco)).toStrictEqual(paths.map((path) => `error barge-in-without-input ${path}`))
  })

  it('names what comes next and where, and where the input belongs', () => {
    expect(check([{ ...talk, ...barge }, talk, wait])).toMatchObject([
      {
        message:
          '"bargeIn" of talk (/0) lets the caller interrupt it, so input must follow, but wait (/2) comes next.',
        remedy: 'Put an input action between the two, or remove "bargeIn".',
      },
    ])
    expect(check([{ ...talk, ...barge }])).toMatchObject([
      {
        message:
          '"bargeIn" of talk (/0) lets the caller interrupt it, so input must follow, but nothing comes next.',
        remedy: 'Put an input action after it, or remove "bargeIn".',
      },
    ])
  })
})

describe('barge-in sticks (R-21)', () => {
  it('when it is switched off before an input', () => {
    const off = { ...talk, bargeIn: false }
    expect(found([{ ...talk, ...barge }, off, input])).toStrictEqual([
      'warning barge-in-sticks /1/bargeIn',
    ])
  })

  it('not when it is switched off after an input, or was never on', () => {
    const off = { ...talk, bargeIn: false }
    expect(found([{ ...talk, ...barge }, input, off])).toStrictEqual([])
    expect(found([off, talk])).toStrictEqual([])
  })
})

describe('an endless loop (R-26)', () => {
  it('keeps what follows from running', () => {
    expect(found([{ ...talk, loop: 0 }, wait])).toStrictEqual(['warning endless-loop /0/loop'])
  })

  it.each([
    ['it is the last action', [talk, { ...stream, loop: 0 }]],
    ['barge-in is on', [{ ...talk, loop: 0, ...barge }, input]],
    ['barge-in is still on', [{ ...talk, ...barge }, { ...stream, loop: 0 }, input]],
    ['it ends', [{ ...talk, loop: 1 }, wait]],
  ])('is fine if %s', (_, ncco) => {
    expect(found(ncco)).toStrictEqual([])
  })

  it('is endless again once an input has ended barge-in', () => {
    expect(found([{ ...talk, ...barge }, input, { ...talk, loop: 0 }, wait])).toStrictEqual([
      'warning endless-loop /2/loop',
    ])
  })
})

describe('record (R-04)', () => {
  it.each([
    ['as the only action', [record], ['warning record-without-end /0']],
    ['last', [talk, record], ['warning record-without-end /1']],
  ])('%s needs an end condition', (_, ncco, codes) => {
    expect(found(ncco)).toStrictEqual(codes)
  })

  it.each([
    ['endOnSilence', [{ ...record, endOnSilence: 3 }]],
    ['endOnKey', [{ ...record, endOnKey: '#' }]],
    ['timeOut', [{ ...record, timeOut: 60 }]],
    ['an action after it', [record, conversation]],
  ])('is fine with %s', (_, ncco) => {
    expect(found(ncco)).toStrictEqual([])
  })
})

describe('what never runs', () => {
  it('comes after a conversation (R-06)', () => {
    expect(found([conversation, talk, wait])).toStrictEqual(['warning after-conversation /1'])
  })

  it('comes after a transfer (R-08)', () => {
    expect(found([transfer, talk, wait])).toStrictEqual(['error after-transfer /1'])
    expect(found([talk, transfer])).toStrictEqual([])
  })

  it('comes after a synchronous input, in strict mode (R-09)', () => {
    expect(found([input, talk], true)).toStrictEqual(['warning after-input /1'])
    expect(found([input, talk])).toStrictEqual([])
    expect(found([{ ...input, mode: 'asynchronous' }, talk], true)).toStrictEqual([])
  })
})
