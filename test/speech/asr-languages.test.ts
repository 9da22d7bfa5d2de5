import { existsSync, readFileSync } from 'node:fs'
import { check } from 'ncco-jsx'
import { describe, expect, it } from 'vitest'
import { asrLanguages } from '../../src/speech/asr-languages'
import { issuesIn, warning } from '../support/issues'

const file = new URL('../../../shared/reference/asr-languages.json', import.meta.url)
const isThere = existsSync(file)

const hears = (language: string) => [{ action: 'input', type: ['speech'], speech: { language } }]

describe('the list of languages', () => {
  it.skipIf(!isThere)('is the published one (skipped without ../shared/reference)', () => {
    expect(asrLanguages).toStrictEqual(JSON.parse(readFileSync(file, 'utf8')))
  })

  it('has 116 codes, each once and in order', () => {
    expect(asrLanguages).toHaveLength(116)
    expect(asrLanguages).toStrictEqual([...new Set(asrLanguages)].sort())
  })
})

describe('the language of speech', () => {
  it.each(asrLanguages)('%s is known in any case', (language) => {
    for (const code of [language, language.toLowerCase(), language.toUpperCase()]) {
      expect(issuesIn(hears(code))).toStrictEqual([])
    }
  })

  it.each(['cmn-hans-cn', 'cmn-Hans-CN'])('%s is another name of zh', (language) => {
    expect(issuesIn(hears(language))).toStrictEqual([])
  })

  it.each(['en', 'en_GB', 'xx-XX', 'cmn-CN', '', '__proto__'])('%j is unknown', (language) => {
    expect(issuesIn(hears(language))).toStrictEqual([
      warning('unknown-language', '/0/speech/language'),
    ])
  })

  it('that was probably meant is named', () => {
    expect(check(hears('en_gb')).map(({ remedy }) => remedy)).toStrictEqual(['Write "en-GB".'])
  })

  it('is not one that a talk speaks', () => {
    const ncco = [{ action: 'talk', text: 'Hello', language: 'zh' }]
    expect(issuesIn(ncco)).toStrictEqual([warning('unknown-language', '/0/language')])
  })
})
