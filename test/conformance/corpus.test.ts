import { describe, expect, it } from 'vitest'
import { corpusNotice, hasCorpus, readCases, type Verdict } from './corpus'
import { readExamples } from './examples'
import { roundTrip } from './round-trip'
import { agrees, findMistakes, idOf, isOfItsKind, passedOver } from './verdicts'

const cases = readCases()

describe.skipIf(!hasCorpus)(`the corpus${corpusNotice}`, () => {
  it('has its 399 cases', () => {
    expect(cases).toHaveLength(399)
  })

  it.each<[Verdict, string]>([
    ['valid', 'no error'],
    ['invalid', 'an error'],
    ['legacy', "an issue that names today's spelling"],
  ])('%s: %s', (verdict) => {
    const others = cases.filter((one) => one.verdict === verdict && !agrees(one)).map(idOf)
    expect(others).toStrictEqual([])
  })

  it('finds every mistake at the place that the manifest names', () => {
    const missed = cases.flatMap(findMistakes).filter(({ codes }) => codes.length === 0)
    expect(missed.map(({ id, path }) => `${id} ${path}`).sort()).toStrictEqual(
      [...passedOver].sort(),
    )
  })

  it('calls a mistake by another name only where another rule comes first', () => {
    const found = cases.flatMap(findMistakes).filter(({ codes }) => codes.length > 0)
    const others = found.filter((finding) => !isOfItsKind(finding))
    expect(
      others.map(({ id, path, kind, codes }) => `${id} ${path}: ${kind}, here ${codes}`),
    ).toMatchInlineSnapshot(`
      [
        "274 /0/bargeIn: bargein-no-input, here wrong-type",
        "291 /1/submitOnHash: wrong-type, here pre-2021-input",
        "293 /1/timeOut: wrong-type, here pre-2021-input",
        "295 /1/timeOut: wrong-type, here pre-2021-input",
        "295 /1/timeOut: out-of-range, here pre-2021-input",
        "304 /3/submitOnHash: wrong-type, here pre-2021-input",
        "314 /1/submitOnHash: wrong-type, here pre-2021-input",
        "315 /0/dtmf: async-with-dtmf, here unknown-option",
        "388 /0/eventMethod: bad-value, here wrong-type",
      ]
    `)
  })
})

describe.skipIf(!hasCorpus)(`the corpus, converted to TSX${corpusNotice}`, () => {
  const trips = cases.map((one) => ({ ...one, id: idOf(one), ...roundTrip(one.ncco) }))

  it('renders the same NCCOs again', () => {
    expect(trips.filter(({ isSame }) => !isSame).map(({ id }) => id)).toStrictEqual([])
  })

  it('needs neither unchecked nor Raw where it is valid', () => {
    const escapes = trips.filter(({ verdict, usesRaw, usesUnchecked }) => {
      return verdict === 'valid' && (usesRaw || usesUnchecked)
    })
    expect(escapes.map(({ id }) => id)).toStrictEqual([])
  })
})

describe('the examples, converted to TSX', async () => {
  const trips = [...(await readExamples())].map(([path, ncco]) => ({ path, ...roundTrip(ncco) }))

  it.each(trips)('render the same NCCO again: $path', ({ isSame, usesRaw, usesUnchecked }) => {
    expect({ isSame, usesRaw, usesUnchecked }).toStrictEqual({
      isSame: true,
      usesRaw: false,
      usesUnchecked: false,
    })
  })
})
