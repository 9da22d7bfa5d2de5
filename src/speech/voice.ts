import type { JsonObject } from '../element/json'
import { below } from '../issues/report'
import type { Place } from '../options/table'
import { reportLanguage } from './language'
import { isSsml, parseSsml } from './ssml-document'
import { ttsVoices } from './tts-voices'

/** A style of a language: which voices it has, and whether the standard one reads SSML; premium ones all do. */
interface Style {
  readonly style: number
  readonly standard: boolean
  readonly premium: boolean
  readonly readsSsml: boolean
}

/** Warns of a language, style or premium voice that is in no published list, and of SSML that the voice cannot read. */
export function checkVoice(talk: JsonObject, place: Place): void {
  const { language = 'en-US', style = 0, premium = false } = talk
  if (typeof language !== 'string' || typeof style !== 'number' || typeof premium !== 'boolean') {
    return
  }
  if (!Number.isInteger(style) || style < 0) return
  const known = findLanguage(language)
  if (known === undefined) {
    const path = below(place.path, 'language')
    return reportLanguage(language, Object.keys(ttsVoices), { ...place, path })
  }
  const styles = stylesOf(known)
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
      language: known,
      premium,
      hasStyle: voice !== undefined,
      alike: numbers(alike),
      all: numbers(styles),
    })
  }
  if (voice && isSpokenAsSsml(talk)) checkSsmlVoice(talk.text, known, voice, premium, place)
}

function isSpokenAsSsml(talk: JsonObject): talk is JsonObject & { text: string } {
  return typeof talk.text === 'string' && isSsml(talk.text)
}

function checkSsmlVoice(
  text: string,
  language: keyof typeof ttsVoices,
  { style, standard, premium: hasPremium, readsSsml }: Style,
  premium: boolean,
  { object, path, report }: Place,
): void {
  const at = below(path, 'text')
  if (premium && hasPremium) {
    const document = parseSsml(text)
    if (document.error === undefined && document.nodes.some(({ name }) => name === 'emphasis')) {
      report('emphasis-with-premium', at, { object })
    }
  } else if (standard && !readsSsml) {
    const others = stylesOf(language).filter((listed) => listed.readsSsml)
    report('ssml-not-supported', at, { object, language, style, styles: numbers(others) })
  }
}

/** The language as the list spells it; the page itself is not strict about case. */
function findLanguage(code: string): keyof typeof ttsVoices | undefined {
  if (parsed.has(code as keyof typeof ttsVoices)) return code as keyof typeof ttsVoices
  if (Object.hasOwn(ttsVoices, code)) return code as keyof typeof ttsVoices
  const languages = Object.keys(ttsVoices) as (keyof typeof ttsVoices)[]
  const wanted = code.toLowerCase()
  return languages.find((language) => language.toLowerCase() === wanted)
}

const parsed = new Map<keyof typeof ttsVoices, readonly Style[]>()

function stylesOf(language: keyof typeof ttsVoices): readonly Style[] {
  const known = parsed.get(language)
  if (known) return known
  const entries = ttsVoices[language].split(' ').filter((entry) => entry !== '')
  const styles = entries.map((entry) => ({
    style: Number.parseInt(entry, 10),
    standard: !entry.endsWith('p'),
    premium: entry.endsWith('+') || entry.endsWith('p'),
    readsSsml: /\d\+?$/.test(entry),
  }))
  parsed.set(language, styles)
  return styles
}

function numbers(styles: readonly Style[]): string[] {
  return styles.map(({ style }) => String(style))
}
