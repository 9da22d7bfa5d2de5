import { matchSpeech } from 'ncco-jsx/serve'
import { describe, expect, it } from 'vitest'

const said = (...texts: string[]) => ({
  results: texts.map((text) => ({ text, confidence: '0.9' })),
})

describe('matchSpeech', () => {
  it('gives the phrase that was meant', () => {
    expect(matchSpeech(said('Sales, please.'), ['sales', 'support'])).toBe('sales')
  })

  it('gives the name of the choice whose phrase was meant', () => {
    const choices = { book: ['book', 'make an appointment'], cancel: 'cancel' }
    expect(matchSpeech(said('CANCEL'), choices)).toBe('cancel')
    expect(matchSpeech(said('an appointment'), choices)).toBe('book')
  })

  it.each([
    ['an input without speech', undefined],
    ['speech without a result', {}],
    ['a failed recognition', { error: 'ERR1: Failed to analyze audio', results: [] }],
    ['another word', said('pizza')],
  ])('gives undefined for %s', (_, speech) => {
    expect(matchSpeech(speech, ['sales', 'support'])).toBeUndefined()
  })
})
