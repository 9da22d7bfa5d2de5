import type { JsonObject } from '../element/json'
import { below } from '../issues/report'
import type { Place } from '../options/table'
import { reportLanguage } from './language'
import { isSsml, parseSsml } from './ssml-document'
import { ttsVoices } from './tts-voices'
import { usualLanguage } from './usual-language'

/** A style of a language: which voices it has, and whether the standard one reads SSML; premium ones all do. */
interface Style {
  readonly style: number
  readonly standard: boolean
  readonly premium: boolean
  readonly readsSsml: boolean
}

/** A language as the list spells it, with the styles that are known. */
interface Language {
  readonly code: keyof typeof ttsVoices
  readonly styles: readonly Style[]
}

/** Warns of a language, style or premium voice that is in no published list, and of SSML that the voice cannot read. */
export function checkVoice(talk: JsonObject, place: Place): void {
  const { language = usualLanguage, style = 0, premium = false } = talk
  if (typeof language !== 'string' || typeof style !== 'number' || typeof premium !== 'boolean') {
    return
  }
  if (!Number.isInteger(style) || style < 0) return
  const known = findLanguage(language)
  if (known === undefined) {
    const path = below(place.path, 'language')
    return reportLanguage(language, Object.keys(ttsVoices), { ...place, path })
  }
  const { code, styles } = known
  if (styles.length === 0) return
  const voice = styles.find((listed) => listed.style === style)
  if (!voice || !(premium ? voice.premium : voice.standard)) {
    const { object, path, report } = place
    // The style is at fault, unless it is known and only lacks this variant.
    const suspects = voice ? ['premium', 'style'] : ['style']
    const key = suspects.find((given) => Object.hasOwn(talk, given)) ?? 'language'
    const alike = styles.filter((listed) => (premium ? listed.premium : listed.standard))
    report('unknown-voice', below(path, key), {
      object,
      language: code,
      premium,
      hasStyle: voice !== undefined,
      alike: numbers(alike),
      all: numbers(styles),
    })
  }
  if (voice) checkSsmlVoice(talk, known, voice, premium, place)
}

function isSpokenAsSsml(talk: JsonObject): talk is JsonObject & { text: string } {
  return typeof talk.text === 'string' && isSsml(talk.text)
}

// The text is checked last, because most voices read any text.
function checkSsmlVoice(
  talk: JsonObject,
  { code: language, styles }: Language,
  { style, standard, premium: hasPremium, readsSsml }: Style,
  premium: boolean,
  { object, path, report }: Place,
): void {
  const at = below(path, 'text')
  if (premium && hasPremium) {
    if (!isSpokenAsSsml(talk)) return
    const document = parseSsml(talk.text)
    if (document.error === undefined && document.nodes.some(({ name }) => name === 'emphasis')) {
      report('emphasis-with-premium', at, { object })
    }
  } else if (standard && !readsSsml && isSpokenAsSsml(talk)) {
    const others = styles.filter((listed) => listed.readsSsml)
    report('ssml-not-supported', at, { object, language, style, styles: numbers(others) })
  }
}

// By the code of the list.
const languages = new Map<string, Language>()

/** Finds a language; the page itself is not strict about case. */
function findLanguage(code: string): Language | undefined {
  const known = languages.get(code)
  if (known) return known
  const codes = Object.keys(ttsVoices) as Language['code'][]
  const wanted = code.toLowerCase()
  const listed = codes.find((one) => one.toLowerCase() === wanted)
  if (listed === undefined) return undefined
  const language = languages.get(listed) ?? { code: listed, styles: toStyles(ttsVoices[listed]) }
  languages.set(listed, language)
  return language
}

function toStyles(list: string): readonly Style[] {
  const entries = list.split(' ').filter((entry) => entry !== '')
  return entries.map((entry) => ({
    style: Number.parseInt(entry, 10),
    standard: !entry.endsWith('p'),
    premium: entry.endsWith('+') || entry.endsWith('p'),
    readsSsml: /\d\+?$/.test(entry),
  }))
}

function numbers(styles: readonly Style[]): string[] {
  return styles.map(({ style }) => String(style))
}
