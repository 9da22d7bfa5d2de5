import { isDeepStrictEqual } from 'node:util'
import fc from 'fast-check'
import { check, type Json, type JsonObject, NccoError } from 'ncco-jsx'
import { mendNcco, toTsx } from 'ncco-jsx/convert'
import { describe, expect, it } from 'vitest'
import { anyJsonNcco, anyValidNcco } from '../conformance/any-ncco'
import { corpusNotice, hasCorpus, readCases, type Verdict } from '../conformance/corpus'
import { isSameNcco } from '../conformance/round-trip'
import { isError } from '../conformance/verdicts'
import { renderModule } from '../support/tsx-source'

const talk = { action: 'talk', text: 'Hello' }
const input = { action: 'input', type: ['dtmf'] }
const connectTo = (endpoint: object) => ({ action: 'connect', endpoint: [endpoint] })

describe('mendNcco', () => {
  it.each<[string, object, object]>([
    ['a number in quotes', { ...talk, loop: '2' }, { ...talk, loop: 2 }],
    ['a fraction in quotes', { ...talk, level: ' -0.4 ' }, { ...talk, level: -0.4 }],
    ['a boolean in quotes', { ...talk, premium: 'false' }, { ...talk, premium: false }],
    [
      'a text without quotes',
      connectTo({ type: 'app', user: 7 }),
      connectTo({ type: 'app', user: '7' }),
    ],
    [
      'a URL without an array',
      { action: 'stream', streamUrl: 'https://example.com/a.mp3' },
      { action: 'stream', streamUrl: ['https://example.com/a.mp3'] },
    ],
    [
      'an endpoint without an array',
      { action: 'connect', endpoint: { type: 'app', user: 'ada' } },
      connectTo({ type: 'app', user: 'ada' }),
    ],
    [
      'a URL in two arrays',
      { action: 'stream', streamUrl: [['https://example.com/a.mp3']] },
      { action: 'stream', streamUrl: ['https://example.com/a.mp3'] },
    ],
    [
      'a choice in an array',
      { ...input, eventMethod: ['POST'] },
      { ...input, eventMethod: 'POST' },
    ],
    ['a value in other case', { ...input, eventMethod: 'post' }, { ...input, eventMethod: 'POST' }],
    ['a misspelt value', { ...input, mode: 'asyncronous' }, { ...input, mode: 'asynchronous' }],
    [
      'the name of a default',
      { ...connectTo({ type: 'app', user: 'ada' }), eventType: 'asynchronous' },
      connectTo({ type: 'app', user: 'ada' }),
    ],
    [
      'the name of a default, in other case',
      { ...connectTo({ type: 'app', user: 'ada' }), eventType: 'Asynchronous' },
      connectTo({ type: 'app', user: 'ada' }),
    ],
    [
      'a number that is clamped',
      { action: 'wait', timeout: 9000 },
      { action: 'wait', timeout: 7200 },
    ],
    [
      'a number with +',
      connectTo({ type: 'phone', number: '+44 7700 900-001' }),
      connectTo({ type: 'phone', number: '447700900001' }),
    ],
    [
      'a language in another spelling',
      { ...talk, language: 'en_GB' },
      { ...talk, language: 'en-GB' },
    ],
    ['an action in other case', { action: 'Talk', text: 'Hello' }, talk],
    ['the name of the action', { Action: 'talk', text: 'Hello' }, talk],
    [
      'a misspelt option, in its place',
      { action: 'record', eventURL: ['https://example.com/r'], beepStart: true },
      { action: 'record', eventUrl: ['https://example.com/r'], beepStart: true },
    ],
    [
      'a misspelt option with its value',
      { ...input, dtmf: { timeout: '5' } },
      { ...input, dtmf: { timeOut: 5 } },
    ],
    [
      'a voice, in any case',
      { action: 'talk', voiceName: 'emma', text: 'Hello' },
      { action: 'talk', language: 'en-GB', style: 1, text: 'Hello' },
    ],
    [
      'a voice under a misspelt name',
      { ...talk, voice_name: 'Amy' },
      { ...talk, language: 'en-GB', style: 0 },
    ],
    [
      'a voice beside its language',
      { ...talk, language: 'en-GB', voiceName: 'Brian' },
      { ...talk, language: 'en-GB', style: 4 },
    ],
    [
      'an old name of an option',
      connectTo({
        type: 'phone',
        number: '447700900001',
        onAnswer: { url: 'https://example.com/w', ringback: 'https://example.com/r' },
      }),
      connectTo({
        type: 'phone',
        number: '447700900001',
        onAnswer: { url: 'https://example.com/w', ringbackTone: 'https://example.com/r' },
      }),
    ],
    [
      'an input of before 2021',
      { action: 'input', maxDigits: '1', timeOut: 5, eventUrl: ['https://example.com/e'] },
      {
        ...input,
        dtmf: { maxDigits: 1, timeOut: 5 },
        eventUrl: ['https://example.com/e'],
      },
    ],
    [
      'a key without quotes',
      { action: 'record', endOnKey: 1, timeOut: 9 },
      { action: 'record', endOnKey: '1', timeOut: 9 },
    ],
    ['an entry without its array', { action: 'input', type: 'dtmf' }, input],
    ['an input without type', { action: 'input' }, input],
    [
      'an input with settings, but without type',
      { action: 'input', speech: {}, dtmf: {} },
      { action: 'input', type: ['dtmf', 'speech'], speech: {}, dtmf: {} },
    ],
  ])('mends %s', (_, before, after) => {
    const { ncco, mended } = mendNcco([before])
    expect(Object.entries(ncco[0] as object)).toStrictEqual(Object.entries(after))
    expect(mended.length).toBeGreaterThan(0)
  })

  it.each<[string, object]>([
    ['a value that may be another', { action: 'record', format: 'mp4', timeOut: 9 }],
    ['a misspelt value between two', { ...input, mode: 'aynchronous' }],
    [
      'the opposite of a value',
      { ...connectTo({ type: 'app', user: 'ada' }), eventType: 'asynchron' },
    ],
    ['a number out of range', { ...input, dtmf: { maxDigits: 25 } }],
    ['digits that were rounded', { ...talk, loop: '12345678901234567890' }],
    ['a hexadecimal number', { ...talk, loop: '0x10' }],
    ['a number of one country', connectTo({ type: 'phone', number: '07700 900001' })],
    ['a number with (0)', connectTo({ type: 'phone', number: '+44 (0)7700 900001' })],
    ['an unknown voice', { ...talk, voiceName: 'Jennifer' }],
    ['a voice of another language', { ...talk, voiceName: 'Amy', language: 'fr-FR' }],
    ['an option that is there already', { ...talk, loop: 1, Loop: 2 }],
    ['a name that is only similar', { action: 'record', beepOnStart: true, timeOut: 9 }],
    ['an option of another action', { ...talk, startOnEnter: true }],
    ['keypad settings of an input for speech', { action: 'input', type: ['speech'], maxDigits: 1 }],
    ['an input with settings for speech only', { action: 'input', speech: {} }],
    ['a text that may be several', { ...input, type: ['speech'], speech: { context: 'a, b' } }],
    ['a retired action', { action: 'pay' }],
    [
      'a mode that its settings exclude',
      { ...input, mode: 'asyncronous', dtmf: { maxDigits: 1, timeOut: 5 } },
    ],
  ])('leaves %s', (_, action) => {
    const { ncco, mended, left } = mendNcco([action])
    expect({ ncco, mended }).toStrictEqual({ ncco: [action], mended: [] })
    expect(left).toStrictEqual(check([action]))
    expect(left.length).toBeGreaterThan(0)
  })

  it('tells what it mended, and what is left', () => {
    const { mended, left } = mendNcco([{ action: 'input', timeOut: '30' }, { action: 'pay' }])
    expect(mended.map(({ code, path }) => `${code} ${path}`)).toStrictEqual([
      'pre-2021-input /0/timeOut',
      'input-without-type /0/type',
      'wrong-type /0/dtmf/timeOut',
    ])
    expect(left.map(({ code, path }) => `${code} ${path}`)).toStrictEqual([
      'out-of-range /0/dtmf/timeOut',
      'retired-action /1/action',
    ])
  })

  it('leaves its argument as it is', () => {
    const ncco = [{ ...talk, loop: '2' }]
    mendNcco(ncco)
    expect(ncco).toStrictEqual([{ ...talk, loop: '2' }])
  })

  it('refuses what is not an NCCO', () => {
    expect(() => mendNcco({ ncco: [] })).toThrow(NccoError)
  })
})

describe('of any NCCO, mendNcco', { timeout: 60_000 }, () => {
  it('leaves a valid one as it is, but for what is only outdated', () => {
    fc.assert(
      fc.property(anyValidNcco(), (valid) => {
        const { ncco, mended } = mendNcco(valid)
        if (mended.length === 0) expect(ncco).toStrictEqual(valid)
        else expect(mended.some(isError)).toBe(false)
      }),
      { numRuns: 30 },
    )
  })

  it('finds no more in an action than before, and nothing to mend the second time', () => {
    fc.assert(
      fc.property(anyJsonNcco(), (ncco) => {
        for (const entry of ncco) {
          const once = mendNcco([entry])
          expect(once.left.length).toBeLessThanOrEqual(check([entry]).length)
          expect(mendNcco(once.ncco).mended).toStrictEqual([])
        }
      }),
      { numRuns: 300 },
    )
  })

  it('changes only what a finding was about', () => {
    fc.assert(
      fc.property(anyJsonNcco(), (ncco) => {
        expect(changedWithout(ncco)).toStrictEqual([])
      }),
      { numRuns: 300 },
    )
  })
})

/** The options of an NCCO that are not as they were, though nothing was mended in them. */
function changedWithout(before: readonly Json[]): string[] {
  const { ncco, mended } = mendNcco(before)
  const touched = mended.map(({ path }) => `${path}/`)
  return before.flatMap((entry, index) => {
    if (isDeepStrictEqual(entry, ncco[index])) return []
    if (touched.includes(`/${index}/`)) return []
    const keys = Object.keys(entry as JsonObject).map((key) => [key, `/${index}/${key}/`] as const)
    const changed = keys.filter(([key]) => {
      const after = (ncco[index] as JsonObject)[key]
      return !isDeepStrictEqual((entry as JsonObject)[key], after)
    })
    // Settings of before 2021 go into dtmf, and those of a voice into its language and style.
    const moved = ['dtmf', 'language', 'style'].map((key) => `/${index}/${key}/`)
    return changed
      .map(([, place]) => place)
      .filter((place) => !moved.includes(place) && !touched.some((path) => path.startsWith(place)))
  })
}

describe.skipIf(!hasCorpus)(`the corpus, mended${corpusNotice}`, () => {
  const cases = readCases().map((one) => ({
    ...one,
    before: check(one.ncco),
    ...mendNcco(one.ncco),
    original: one.ncco as readonly Json[],
  }))

  it('has no more findings in any case than before', () => {
    const more = cases.filter(({ before, left }) => left.length > before.length)
    expect(more.map(({ file }) => file)).toStrictEqual([])
  })

  it('differs only where a finding was', () => {
    expect(cases.flatMap(({ original }) => changedWithout(original))).toStrictEqual([])
    const valid = cases.filter(({ verdict }) => verdict === 'valid')
    expect(valid.map(({ ncco }) => ncco)).toStrictEqual(valid.map(({ original }) => original))
  })

  it('renders from TSX as it was mended', () => {
    const others = cases.filter(({ ncco }) => {
      const [back] = renderModule(toTsx(ncco))
      return !isSameNcco(back, ncco)
    })
    expect(others.map(({ file }) => file)).toStrictEqual([])
  })

  it.each<[Verdict, number, number]>([
    ['valid', 207, 169],
    ['legacy', 41, 33],
    ['unsure', 10, 2],
    ['invalid', 42, 35],
  ])('%s: %i without an error, %i without any finding', (verdict, valid, clean) => {
    const left = cases.filter((one) => one.verdict === verdict).map((one) => one.left)
    expect({
      valid: left.filter((issues) => !issues.some(isError)).length,
      clean: left.filter((issues) => issues.length === 0).length,
    }).toStrictEqual({ valid, clean })
  })
})
