import { describe, expect, it } from 'vitest'
import { brokenOff, readAloud } from '../../../src/simulate/audio/read-aloud'

describe('what a talk sounds like', () => {
  it.each([
    ['a plain text, at 15 characters a second', 'a'.repeat(30), 2],
    ['a comma', 'one, two', 8 / 15 + 0.2],
    ['a sentence that is not the last', 'One. Two.', 9 / 15 + 0.4],
    ['Chinese, at 5 syllables a second', '你好你好你', 1],
    ['nothing, which still takes a moment', '', 0.2],
    ['a break by time', "<speak><break time='1500ms'/></speak>", 1.5],
    ['a break by time and strength', "<speak><break time='1500ms' strength='weak'/></speak>", 1.5],
    ['a break by nothing, among words', '<speak>one<break/>two</speak>', 6 / 15 + 0.2],
    ['a sentence by its tag', '<speak><s>onetwo</s></speak>', 6 / 15 + 0.4],
    ['a paragraph by its tag', '<speak><p>onetwo</p></speak>', 6 / 15 + 0.8],
    ['slow speech', "<speak><prosody rate='slow'>onetwo</prosody></speak>", 6 / 15 / 0.75],
    ['a break by strength', "<speak><break strength='x-strong'/></speak>", 0.8],
    ['digits, one by one', "<speak><say-as interpret-as='digits'>12345</say-as></speak>", 2],
    ['fast speech', `<speak><prosody rate='x-fast'>${'a'.repeat(30)}</prosody></speak>`, 1],
    [
      'an alias, instead of the text that it replaces',
      "<speak><sub alias='World Wide'>WW</sub></speak>",
      10 / 15,
    ],
  ])('counts %s', (_, text, seconds) => {
    expect(readAloud(text).seconds).toBeCloseTo(seconds, 3)
  })

  it('is heard without its tags', () => {
    const text = "<speak>Press <sub alias='one'>1</sub>.<break time='1s'/> Tom &amp; Ada.</speak>"
    expect(readAloud(text).words).toBe('Press one. Tom & Ada.')
  })

  it.each([
    ['is malformed', '<speak>Salt & pepper</speak>'],
    [
      'is nested deeper than 100 elements',
      `<speak>${'<p>'.repeat(100)}x${'</p>'.repeat(100)}</speak>`,
    ],
  ])('is silence if the SSML %s', (fault, text) => {
    expect(readAloud(text)).toStrictEqual({ words: '', seconds: 0, fault })
  })

  it('is broken off after a whole word', () => {
    expect([0, 1, 1.8, 2].map((elapsed) => brokenOff('one two three', elapsed, 2))).toStrictEqual([
      '…',
      'one…',
      'one two…',
      'one two three',
    ])
  })
})
