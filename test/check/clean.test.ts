import fc from 'fast-check'
import { check, createElement } from 'ncco-jsx'
import { describe, expect, it } from 'vitest'
import { isClean } from '../../src/check/clean'
import { anyNcco } from '../conformance/any-ncco'
import { corpusNotice, hasCorpus, readCases } from '../conformance/corpus'

/** The NCCO with actions that have no prototype: JSON all the same, but not right at one look. */
function withoutPrototypes(ncco: readonly object[]): unknown[] {
  return ncco.map((action) => Object.assign(Object.create(null), action))
}

/** Asserts that no rule finds anything in an NCCO that is clean. Returns whether it is. */
function expectNoFinding(ncco: unknown, strict: boolean): boolean {
  if (!isClean(ncco, { strict })) return false
  const closely = withoutPrototypes(ncco as object[])
  expect(isClean(closely, { strict })).toBe(false)
  expect(check(closely, { strict })).toStrictEqual([])
  return true
}

/** The value with a getter for each key, at any depth; `onRead` hears of each read. */
function withGetters(value: unknown, onRead: (path: string) => void, path = ''): unknown {
  if (typeof value !== 'object' || value === null) return value
  const result = Array.isArray(value) ? [] : {}
  for (const [key, inner] of Object.entries(value)) {
    const at = `${path}/${key}`
    const read = withGetters(inner, onRead, at)
    Object.defineProperty(result, key, {
      enumerable: true,
      get() {
        onRead(at)
        return read
      },
    })
  }
  return result
}

const sample = [
  {
    action: 'record',
    eventUrl: ['https://example.com/recorded'],
    transcription: { language: 'en-GB' },
  },
  {
    action: 'talk',
    text: 'Hello',
    bargeIn: true,
    loop: 2,
    level: 0.5,
    language: 'en-GB',
    style: 1,
  },
  {
    action: 'input',
    type: ['dtmf', 'speech'],
    dtmf: { maxDigits: 1 },
    speech: { context: ['sales', 'support'] },
    eventUrl: ['https://example.com/chosen'],
  },
  {
    action: 'connect',
    randomFromNumber: true,
    endpoint: [
      {
        type: 'websocket',
        uri: 'wss://example.com',
        'content-type': 'audio/l16;rate=16000',
        headers: { a: 'b', c: { d: [1, null] } },
      },
    ],
  },
]

function notifying(value: unknown): unknown[] {
  return [{ action: 'notify', eventUrl: ['https://example.com'], payload: { a: value } }]
}

const endless: Record<string, unknown> = {}
endless.again = endless

describe('an NCCO that is clean at one look', () => {
  it('is clean by every rule, whatever it holds', () => {
    let clean = 0
    fc.assert(
      fc.property(anyNcco(), fc.boolean(), (ncco, strict) => {
        if (expectNoFinding(ncco, strict)) clean++
      }),
      { numRuns: 3000 },
    )
    // A property that sees no clean NCCO proves nothing.
    expect(clean).toBeGreaterThan(50)
  })

  it.skipIf(!hasCorpus)(`is clean by every rule, in the corpus${corpusNotice}`, () => {
    const clean = readCases().filter(({ ncco }) => expectNoFinding(ncco, false))
    expect(clean.length).toBeGreaterThan(100)
  })

  it('is read once, so that a value that changes cannot pass by its first reading', () => {
    const reads = new Map<string, number>()
    const count = (path: string) => reads.set(path, (reads.get(path) ?? 0) + 1)
    expect(isClean(withGetters(sample, count), {})).toBe(true)
    expect(Math.max(...reads.values())).toBe(1)
    expect(reads.size).toBeGreaterThan(25)
  })

  it.each<[string, unknown]>([
    ['is empty', []],
    ['has a hole', new Array(1)],
    ['has very many actions', Array.from({ length: 300 }, () => ({ action: 'wait' }))],
    [
      'holds an instance of a class',
      [
        new (class {
          action = 'wait'
        })(),
      ],
    ],
    [
      'throws when it is read',
      [
        {
          action: 'talk',
          get text() {
            throw new Error('no')
          },
        },
      ],
    ],
    ['holds an element inside an object of its own', notifying(createElement('break', {}))],
    ['holds a date inside an object of its own', notifying([new Date(0)])],
    ['holds a hole inside an object of its own', notifying(new Array(1))],
    ['holds an object that holds itself', notifying(endless)],
  ])('is not one that %s', (_, ncco) => {
    expect(isClean(ncco, {})).toBe(false)
  })

  it('is not one that lacks what only the prototype of every object has', () => {
    const ncco = [{ action: 'talk' }]
    const before = check(ncco)
    Object.assign(Object.prototype, { text: 'Hello' })
    try {
      expect(check(ncco)).toStrictEqual(before)
    } finally {
      delete (Object.prototype as { text?: string }).text
    }
    expect(before.map(({ code }) => code)).toStrictEqual(['missing-content'])
  })
})
