import fc from 'fast-check'
import { Input, type NccoElement, type NccoNode, Notify, render, Speech } from 'ncco-jsx'
import { describe, expect, it } from 'vitest'
import { toElements } from '../../src/convert/to-elements'
import { makeElement } from '../../src/element/element'
import type { Json } from '../../src/element/json'
import { toPlainSpeech } from '../../src/speech/plain-speech'
import { corpusNotice, hasCorpus, readCases } from '../conformance/corpus'
import { anyFlow } from '../support/any-flow'
import { expectSameDraft } from '../support/drafted'
import { caught, places } from '../support/errors'

describe('a flow that is drafted', () => {
  it('gives the same as one that is written plainly and checked, whatever its props', () => {
    const seen = { right: 0, wrong: 0, clean: 0 }
    fc.assert(
      fc.property(anyFlow, (make) => {
        const { isRight, isClean } = expectSameDraft(make)
        seen[isRight ? 'right' : 'wrong']++
        if (isClean) seen.clean++
      }),
      { numRuns: 400 },
    )
    // A property that only sees one kind of flow proves nothing.
    expect(Math.min(...Object.values(seen))).toBeGreaterThan(20)
  })

  it.skipIf(!hasCorpus)(`gives the same for every case of the corpus${corpusNotice}`, () => {
    for (const { ncco } of readCases()) {
      if (!Array.isArray(ncco)) continue
      const { elements } = toElements(ncco as Json[], 'exact')
      const { isRight } = expectSameDraft((isPlain) => (isPlain ? elements.map(toPlain) : elements))
      expect(isRight).toBe(true)
    }
  })
})

/** The element with an `unchecked` that adds nothing, which keeps it from being drafted. */
function toPlain({ type, props, source }: NccoElement): NccoElement {
  if ('unchecked' in props || 'ncco' in props) return makeElement(type, props, source)
  return makeElement(type, { ...props, unchecked: {} }, source)
}

describe('the time of a draft', () => {
  const within = (milliseconds: number, work: () => void) => {
    const start = performance.now()
    work()
    expect(performance.now() - start).toBeLessThan(milliseconds)
  }
  const flow = (context: readonly string[]): NccoNode => (
    <Input>
      <Speech context={context} />
    </Input>
  )

  it('does not depend on the length of an array that is refused at its first entry', () => {
    within(2000, () => {
      const { issues } = caught(() => render(flow(new Array(2 ** 32 - 1))))
      expect(places({ issues })).toStrictEqual(['not-json /0/speech/context'])
    })
  })

  it('does not depend on how often lists of texts hold the same list', () => {
    let shared: NccoNode = 'Hello'
    for (let depth = 0; depth < 60; depth++) shared = [shared, shared]
    within(2000, () => expect(toPlainSpeech(shared)).toBeUndefined())
  })

  it('grows with the size of a payload, not with how often it holds the same value', () => {
    let shared: object = { end: true }
    for (let depth = 0; depth < 60; depth++) shared = { a: shared, b: shared }
    within(2000, () => {
      const { issues } = caught(() =>
        render(<Notify payload={shared} eventUrl="https://a.example" />),
      )
      expect(issues.map(({ code }) => code)).toStrictEqual(['not-json'])
    })
  })
})
