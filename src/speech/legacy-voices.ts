import type { Voice } from '../issues/messages/shape'

/**
 * The voices that `voiceName` had, by the language and the style that are written today.
 *
 * @see https://developer.vonage.com/en/voice/voice-api/concepts/text-to-speech
 */
export const legacyVoices: Readonly<Record<string, Readonly<Record<string, number>>>> = {
  ar: { Zeina: 0, Laila: 2, Maged: 5, Tarik: 6 },
  'ca-ES': { Montserrat: 0, Jordi: 1 },
  'cmn-CN': { Zhiyu: 0, 'Tian-Tian': 3 },
  'cmn-TW': { 'Mei-Jia': 0 },
  'cs-CZ': { Iveta: 1, Zuzana: 2 },
  'cy-GB': { Gwyneth: 0 },
  'da-DK': { Naja: 0, Mads: 2 },
  'de-DE': { Marlene: 0, Vicki: 1, Hans: 3 },
  'el-GR': { Melina: 1, Nikos: 2 },
  'en-AU': { Nicole: 0, Russell: 3 },
  'en-GB': { Amy: 0, Emma: 1, Brian: 4 },
  'en-GB-WLS': { Geraint: 0 },
  'en-IN': { Raveena: 1 },
  'en-US': { Kimberly: 0, Ivy: 1, Joanna: 2, Kendra: 3, Salli: 4, Joey: 7, Justin: 8, Matthew: 9 },
  'en-ZA': { Tessa: 0 },
  'es-ES': { Conchita: 0, Lucia: 1, Empar: 3, Enrique: 4 },
  'es-MX': { Mia: 0 },
  'es-US': { Penelope: 0, Miguel: 1, Lupe: 2 },
  'eu-ES': { Miren: 0 },
  'fi-FI': { Satu: 1 },
  'fr-CA': { Chantal: 0 },
  'fr-FR': { Celine: 0, Lea: 1, Mathieu: 5 },
  'he-IL': { Carmit: 0 },
  'hi-IN': { Aditi: 0, Lekha: 2 },
  'hu-HU': { Mariska: 1 },
  'id-ID': { Damayanti: 1 },
  'is-IS': { Dora: 0, Karl: 1 },
  'it-IT': { Bianca: 0, Carla: 1, Giorgio: 4 },
  'ja-JP': { Mizuki: 0, Takumi: 3 },
  'ko-KR': { Seoyeon: 0, Sora: 3 },
  'nb-NO': { Liv: 0, Nora: 6, Henrik: 7 },
  'nl-NL': { Lotte: 0, Ruben: 4 },
  'no-NO': { Nora: 0, Henrik: 1 },
  'pl-PL': { Ewa: 0, Maja: 1, Jacek: 5, Jan: 6 },
  'pt-BR': { Vitoria: 0, Luciana: 2, Ricardo: 3, Felipe: 4, Camila: 5 },
  'pt-PT': { Ines: 0, Catarina: 3, Joana: 4, Cristiano: 5 },
  'ro-RO': { Carmen: 0, Ioana: 1 },
  'ru-RU': { Tatyana: 0, Maxim: 4 },
  'sk-SK': { Laura: 1 },
  'sv-SE': { Astrid: 0, Alva: 2, Oskar: 3 },
  'th-TH': { Kanya: 0 },
  'tr-TR': { Filiz: 0, Yelda: 4, Cem: 7 },
  'yue-CN': { 'Sin-Ji': 0 },
}

let byName: Map<string, Voice> | undefined

/** The voice that had this name, in any case. Two are listed under `no-NO` too, the older code of `nb-NO`. */
export function legacyVoice(name: string): Voice | undefined {
  byName ??= voicesByName()
  return byName.get(name.toLowerCase())
}

function voicesByName(): Map<string, Voice> {
  const voices = new Map<string, Voice>()
  for (const [language, styles] of Object.entries(legacyVoices)) {
    for (const [listed, style] of Object.entries(styles)) {
      const known = listed.toLowerCase()
      if (!voices.has(known)) voices.set(known, { language, style })
    }
  }
  return voices
}
