import { describe, expect, it } from 'vitest'
import { matchPhrases } from '../../src/speech/phrases'

const choices = [['book', 'make an appointment'], ['cancel', 'cancel my booking'], ['café olé']]

describe('matchPhrases', () => {
  it.each<[string, string, number | undefined]>([
    ['a whole phrase', 'book', 0],
    ['a phrase in another case', 'Book', 0],
    ['a phrase with punctuation', ' Book! ', 0],
    ['a phrase without its accents', 'cafe ole', 2],
    ['a phrase with other spaces', 'make  an\tappointment', 0],
    ['a phrase within what was said', 'I want to cancel, please', 1],
    ['what was said within a phrase', 'appointment', 0],
    ['the longer phrase before the shorter', 'book or cancel my booking', 1],
    ['a whole phrase before a part of another', 'cancel', 1],
    ['two choices that fit equally well', 'book or cancel', undefined],
    ['a part of a word', 'booked', undefined],
    ['another word', 'pizza', undefined],
    ['nothing', '', undefined],
    ['only punctuation', '…', undefined],
  ])('takes %s: %j', (_, said, choice) => {
    expect(matchPhrases([said], choices)).toBe(choice)
  })

  it.each([
    ['Straße', 'STRASSE'],
    ['don’t know', "Don't know"],
    ['予約', '予約をお願いします'],
    ['नमस्ते', 'नमस्ते जी'],
    ['Ёлка', 'елка'],
    ['ｆｕｌｌ', 'full'],
  ])('knows %j by %j', (phrase, said) => {
    expect(matchPhrases([said], [['other'], [phrase]])).toBe(1)
  })

  it.each([
    ['かき', 'がき'],
    ['हल', 'हिल'],
  ])('tells %j from %j', (phrase, said) => {
    expect(matchPhrases([said], [[phrase]])).toBeUndefined()
  })

  it('looks at the next reading if the one before fits no choice', () => {
    expect(matchPhrases(['buck', 'cook', 'book', 'cancel'], choices)).toBe(0)
  })

  it('does not go on to the next reading after one that fits two choices', () => {
    expect(matchPhrases(['book or cancel', 'cancel'], choices)).toBeUndefined()
  })

  it('takes a choice without phrases', () => {
    expect(matchPhrases(['book'], [[], ['', '!'], ['book']])).toBe(2)
  })
})
