import { check } from 'ncco-jsx'
import { describe, expect, it } from 'vitest'

/** Message and remedy for the language of a talk. */
const spoken = (language: string) => told([{ action: 'talk', text: 'Hello', language }])

/** Message and remedy for the language of a speech. */
const heard = (language: string) =>
  told([{ action: 'input', type: ['speech'], speech: { language } }])

function told(ncco: unknown): string[] {
  return check(ncco).flatMap(({ message, remedy }) => [message, remedy])
}

const ofTalk = '"language" of talk is'
const ofSpeech = '"language" of speech is'
const unknown = 'which is not a known language code.'
const none =
  'Write a code such as "en-GB". If this is one, no list has its language: keep it if Vonage names it.'

describe('a language code that is in no list', () => {
  it.each(['en_GB', 'en_gb', 'en-UK', 'en_uk', 'EN-UK'])(
    'is told the one that it spells in another way: %s',
    (code) => {
      expect(spoken(code)).toStrictEqual([`${ofTalk} "${code}", ${unknown}`, 'Write "en-GB".'])
      expect(heard(code)).toStrictEqual([`${ofSpeech} "${code}", ${unknown}`, 'Write "en-GB".'])
    },
  )

  it.each([
    ['es-CL', '"es-CO", "es-ES", "es-MX" or "es-US"'],
    ['fr', '"fr-CA" or "fr-FR"'],
    ['ar-EG', '"ar"'],
    ['zh-CN', '"cmn-CN", "cmn-TW" or "yue-CN"'],
    ['cmn-Hans-CN', '"cmn-CN", "cmn-TW" or "yue-CN"'],
    ['nb', '"nb-NO" or "no-NO"'],
  ])('is told those of the same language that a talk speaks: %s', (code, codes) => {
    expect(spoken(code)).toStrictEqual([`${ofTalk} "${code}", ${unknown}`, `Write ${codes}.`])
  })

  it.each([
    ['cmn-CN', '"zh"'],
    ['yue-HK', '"zh"'],
    ['no-NO', '"nb-NO"'],
    ['ur', '"ur-IN" or "ur-PK"'],
  ])('is told those of the same language that is understood: %s', (code, codes) => {
    expect(heard(code)).toStrictEqual([`${ofSpeech} "${code}", ${unknown}`, `Write ${codes}.`])
  })

  it('is told when none is of its language', () => {
    expect(spoken('ur-IN')).toStrictEqual([`${ofTalk} a text, ${unknown}`, none])
    expect(heard('pa-IN')).toStrictEqual([`${ofSpeech} a text, ${unknown}`, none])
  })

  it.each(['', 'english', 'e', '__proto__', 'x'.repeat(100)])('may be no code: %.20s', (text) => {
    expect(spoken(text)).toStrictEqual([`${ofTalk} a text, ${unknown}`, none])
  })

  it.each(['es-419', 'es-12345', 'es-maria', 'es, por favor'])(
    'is shown only where nothing but its letters can be in it: %s',
    (text) => {
      expect(spoken(text)[0]).toBe(`${ofTalk} a text, ${unknown}`)
    },
  )
})
