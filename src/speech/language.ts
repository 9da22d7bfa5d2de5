import { letters } from '../issues/nearest'
import { accepting, type Format } from '../options/formats/format'
import type { OptionPlace } from '../options/place'
import { asrLanguages } from './asr-languages'

/** Warns of a language that speech recognition is not known to understand. Codes ignore case. */
export const asrLanguage: Format = accepting(isAsrLanguage, reportUnknownAsr, { isAuthors: true })

function reportUnknownAsr(value: string, place: OptionPlace): void {
  const code = value.toLowerCase()
  // The page lists this alias of zh.
  if (code === 'cmn-hans-cn' || asrLanguages.some((known) => known.toLowerCase() === code)) return
  reportLanguage(value, asrLanguages, place)
}

let knownCodes: ReadonlySet<string> | undefined

function isAsrLanguage(value: string): boolean {
  knownCodes ??= new Set(asrLanguages.flatMap((code) => [code, code.toLowerCase()]))
  return knownCodes.has(value)
}

/** Warns of a language that is in no list, and names the codes that may have been meant. */
export function reportLanguage(
  value: string,
  known: readonly string[],
  { object, path, report }: Pick<OptionPlace, 'object' | 'path' | 'report'>,
): void {
  // The country code of the United Kingdom is GB.
  const meant = letters(value.replace(/[-_]uk$/i, '-GB'))
  const same = known.find((code) => letters(code) === meant)
  const language = languageOf(value)
  const codes = same ? [same] : known.filter((code) => languageOf(code) === language)
  // The value may be any text, so it is shown only if it has the form of a language code.
  const isCode = codes.length > 0 && /^[a-z]{2,3}([-_][a-z]{2,4}){0,2}$/i.test(value)
  report('unknown-language', path, { object, value: isCode ? value : undefined, codes })
}

/** The language of a code. The two lists have different names for Chinese and Norwegian. */
export function languageOf(code: string): string {
  const [language = ''] = code.toLowerCase().split(/[-_]/, 1)
  return language.replace(/^(cmn|yue)$/, 'zh').replace(/^no$/, 'nb')
}
