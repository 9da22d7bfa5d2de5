import { existsSync, readFileSync } from 'node:fs'
import { check } from 'ncco-jsx'
import { describe, expect, it } from 'vitest'
import { ttsVoices } from '../../src/speech/tts-voices'
import type { TalkOptions } from '../../src/vocabulary/talk'
import { error, issuesIn, warning } from '../support/issues'

/** A language of the published list. */
interface Published {
  readonly language: string
  readonly styles: readonly Voice[]
}

interface Voice {
  readonly style: number
  readonly premium: boolean
  readonly ssml: boolean
}

const file = new URL('../../../shared/reference/tts-voices.json', import.meta.url)
const isThere = existsSync(file)
const published: readonly Published[] = isThere ? JSON.parse(readFileSync(file, 'utf8')) : []

const markup = "<speak>Hello<break time='1s'/></speak>"
const emphasis = '<speak><emphasis>Hello</emphasis></speak>'

const says = (options: TalkOptions, text = 'Hello') =>
  issuesIn([{ action: 'talk', text, ...options }])

describe('the list of voices', () => {
  it.skipIf(!isThere)('is the published one (skipped without ../shared/reference)', () => {
    const expected = published.map(({ language, styles }) => [language, toMarks(styles)])
    expect({ ...ttsVoices }).toStrictEqual(Object.fromEntries(expected))
  })

  it.skipIf(!isThere)('knows every voice of it (skipped without ../shared/reference)', () => {
    for (const { language, styles } of published) {
      for (const { style, premium, ssml } of styles) {
        const voice = { language, style, premium }
        expect({ voice, found: says(voice) }).toStrictEqual({ voice, found: [] })
        const unread = ssml ? [] : [warning('ssml-not-supported', '/0/text')]
        expect({ voice, found: says(voice, markup) }).toStrictEqual({ voice, found: unread })
      }
    }
  })

  it('has 67 languages with 453 voices, 180 of them premium', () => {
    const marks = Object.values(ttsVoices).flatMap((list) => list.match(/[n+p]|\d(?=\s|$)/g) ?? [])
    const premium = marks.filter((mark) => mark === '+' || mark === 'p').length
    const standard = marks.filter((mark) => mark !== 'p').length
    expect(Object.keys(ttsVoices)).toHaveLength(67)
    expect({ voices: premium + standard, premium }).toStrictEqual({ voices: 453, premium: 180 })
  })

  it('is in order', () => {
    const languages = Object.keys(ttsVoices)
    expect(languages).toStrictEqual([...languages].sort())
    for (const list of Object.values(ttsVoices)) {
      const styles = list.split(' ').map((entry) => Number.parseInt(entry, 10))
      expect(styles).toStrictEqual([...new Set(styles)].sort((a, b) => a - b))
    }
  })
})

/** The styles as `ttsVoices` writes them. */
function toMarks(voices: readonly Voice[]): string {
  const styles = [...new Set(voices.map(({ style }) => style))].sort((a, b) => a - b)
  return styles.map((style) => `${style}${toMark(voices, style)}`).join(' ')
}

function toMark(voices: readonly Voice[], style: number): string {
  const standard = voices.find((voice) => voice.style === style && !voice.premium)
  const premium = voices.find((voice) => voice.style === style && voice.premium)
  if (!standard) return 'p'
  if (premium) return '+'
  return standard.ssml ? '' : 'n'
}

describe('the language of a talk', () => {
  it.each(Object.keys(ttsVoices))('%s is known in any case', (language) => {
    const premium = language === 'de-AT' || language === 'en-NZ'
    for (const code of [language, language.toLowerCase(), language.toUpperCase()]) {
      expect(says({ language: code, premium })).toStrictEqual([])
    }
  })

  it.each(['en', 'english', 'en_GB', 'xx-XX', '', '__proto__', 'constructor'])(
    '%j is unknown',
    (language) => {
      expect(says({ language })).toStrictEqual([warning('unknown-language', '/0/language')])
    },
  )

  it('is not asked for its styles when it is unknown', () => {
    expect(says({ language: 'xx-XX', style: 999, premium: true })).toStrictEqual([
      warning('unknown-language', '/0/language'),
    ])
  })

  it('that was probably meant is named', () => {
    const [issue] = check([{ action: 'talk', text: 'Hello', language: 'en_GB' }])
    expect(issue?.remedy).toBe('Write "en-GB".')
  })
})

describe('the voice of a talk', () => {
  it('is style 0 of en-US by default', () => {
    expect(says({})).toStrictEqual([])
    expect(says({ style: 14 })).toStrictEqual([])
    expect(says({ style: 15 })).toStrictEqual([warning('unknown-voice', '/0/style')])
  })

  it.each<[TalkOptions, string]>([
    [{ language: 'en-GB', style: 99 }, '/0/style'],
    [{ language: 'en-IE', premium: true }, '/0/premium'],
    [{ language: 'en-US', style: 24 }, '/0/style'],
    [{ language: 'de-AT' }, '/0/language'],
    [{ language: 'en-NZ' }, '/0/language'],
    [{ language: 'en-NZ', premium: false }, '/0/premium'],
  ])('is unknown as %j', (options, path) => {
    expect(says(options)).toStrictEqual([warning('unknown-voice', path)])
  })

  it.each<TalkOptions>([
    { language: 'en-GB', style: 7 },
    { language: 'en-US', style: 24, premium: true },
    { language: 'de-AT', premium: true },
    { language: 'en-NZ', premium: true },
  ])('is known as %j', (options) => {
    expect(says(options)).toStrictEqual([])
  })

  it.each(['lt-LT', 'mr-IN'])('of %s may be any, for its styles are unknown', (language) => {
    expect(says({ language, style: 42, premium: true }, emphasis)).toStrictEqual([])
  })

  it('is not judged by options of another type', () => {
    expect(issuesIn([{ action: 'talk', text: 'Hello', style: '99' }])).toStrictEqual([
      error('wrong-type', '/0/style'),
    ])
  })

  it.each<[TalkOptions, string, string, string]>([
    [
      { language: 'en-IE', style: 1 },
      '/0/style',
      'talk names by its style a voice that en-IE does not have.',
      'Write style 0.',
    ],
    [
      { language: 'de-DE', style: 9, premium: true },
      '/0/style',
      'talk names by its style a voice that de-DE does not have.',
      'Write style 1, 2, 4, 5, 6, 7, 8 or 11.',
    ],
    [
      { language: 'cy-GB', style: 5, premium: true },
      '/0/style',
      'talk names by its style a voice that cy-GB does not have.',
      'Write style 0 with "premium": false.',
    ],
    [
      { language: 'en-NZ' },
      '/0/language',
      'talk asks for the standard voice of a style that en-NZ has only as a premium one.',
      'Write "premium": true.',
    ],
    [
      { language: 'es-US', style: 6 },
      '/0/style',
      'talk asks for the standard voice of a style that es-US has only as a premium one.',
      'Write "premium": true or style 0, 1, 2, 3, 4 or 5.',
    ],
    [
      { language: 'da-DK', premium: true },
      '/0/premium',
      'talk asks for the premium voice of a style that da-DK has only as a standard one.',
      'Write "premium": false or style 1, 3, 4 or 5.',
    ],
    [
      { language: 'cy-GB', premium: true },
      '/0/premium',
      'talk asks for the premium voice of a style that cy-GB has only as a standard one.',
      'Write "premium": false.',
    ],
  ])('that would do is named for %j', (options, path, message, remedy) => {
    const issues = check([{ action: 'talk', text: 'Hello', ...options }])
    expect(issues).toStrictEqual([
      { code: 'unknown-voice', severity: 'warning', message, remedy, path, platform: 'unknown' },
    ])
  })
})

describe('SSML', () => {
  it('is not read by every voice', () => {
    const options = { language: 'cmn-CN', style: 3 }
    expect(says(options, markup)).toStrictEqual([warning('ssml-not-supported', '/0/text')])
    expect(says(options)).toStrictEqual([])
    expect(says({ language: 'cmn-CN', style: 2 }, markup)).toStrictEqual([])
  })

  it('is not read by the standard voice that speaks if there is no premium one', () => {
    expect(says({ language: 'en-IE', premium: true }, markup)).toStrictEqual([
      warning('ssml-not-supported', '/0/text'),
      warning('unknown-voice', '/0/premium'),
    ])
  })

  it('has no emphasis with a premium voice', () => {
    const premium = { language: 'en-GB', premium: true }
    expect(says(premium, emphasis)).toStrictEqual([warning('emphasis-with-premium', '/0/text')])
    expect(says(premium, markup)).toStrictEqual([])
    expect(says({ language: 'en-GB', premium: false }, emphasis)).toStrictEqual([])
  })

  it('may name emphasis in its text', () => {
    const text = '<speak>&lt;emphasis&gt; <!-- <emphasis> --></speak>'
    expect(says({ language: 'en-GB', premium: true }, text)).toStrictEqual([])
  })
})
