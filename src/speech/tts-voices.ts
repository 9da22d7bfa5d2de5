/**
 * The text-to-speech languages with their styles, as last published in August 2023. A style is a number with marks:
 * nothing: a standard voice; `n`: a standard voice without SSML; `+`: there is a premium voice too;
 * `p`: there is only a premium voice. No style: the language exists, its styles are unknown.
 *
 * @see https://developer.vonage.com/en/voice/voice-api/concepts/text-to-speech
 */
export const ttsVoices = {
  'af-ZA': '0',
  ar: '0 1+ 2n 3+ 4+ 5n 6n 7+',
  'bg-BG': '0',
  'bn-IN': '0+ 1+',
  'ca-ES': '0n 1n 2 3p',
  'cmn-CN': '0+ 1+ 2+ 3n 4+ 5+',
  'cmn-TW': '0n 1+ 2+ 3+',
  'cs-CZ': '0+ 1n 2n',
  'cy-GB': '0',
  'da-DK': '0 1+ 2 3+ 4+ 5+ 6n',
  'de-AT': '0p',
  'de-DE': '0 1+ 2+ 3 4+ 5+ 6+ 7+ 8+ 11p',
  'el-GR': '0+ 1n 2n',
  'en-AU': '0 1+ 2+ 3 4+ 5+ 6n 7n 8p',
  'en-GB': '0+ 1+ 2+ 3+ 4+ 5+ 6+ 7+ 12p',
  'en-GB-SCT': '0n',
  'en-GB-WLS': '0',
  'en-IE': '0n',
  'en-IN': '0 1 2+ 3+ 4+ 5+ 6n 7p',
  'en-NZ': '0p',
  'en-US': '0+ 1+ 2+ 3+ 4+ 5+ 6+ 7+ 8+ 9+ 10+ 11+ 12+ 13+ 14+ 20+ 21+ 22+ 24p',
  'en-ZA': '0n 1p',
  'es-CO': '0n 1n',
  'es-ES': '0 1+ 2 3n 4 5+ 6+ 7n 8+',
  'es-MX': '0+ 1n 2n 3n',
  'es-US': '0 1 2+ 3+ 4+ 5+ 6p',
  'eu-ES': '0n',
  'fi-FI': '0+ 1n',
  'fil-PH': '0+ 1+ 2+ 3+',
  'fr-CA': '0 1+ 2+ 3+ 4+ 5n 6n 7n 8p 9p',
  'fr-FR': '0 1+ 2+ 3+ 4+ 5 6+ 7+',
  'gl-ES': '0n',
  'gu-IN': '0+ 1+',
  'he-IL': '0n',
  'hi-IN': '0 1+ 2n 3+ 4+ 5+ 6p',
  'hu-HU': '0+ 1n',
  'id-ID': '0+ 1n 2+ 3+ 4+',
  'is-IS': '0 1 2',
  'it-IT': '0+ 1 2+ 3+ 4 5+ 6+',
  'ja-JP': '0 1+ 2+ 3+ 4+ 5+',
  'kn-IN': '0 1',
  'ko-KR': '0+ 1+ 2+ 3n 4+ 5+',
  'lt-LT': '',
  'lv-LV': '0',
  'ml-IN': '0+ 1+',
  'mr-IN': '',
  'ms-MY': '0+ 1+ 2+ 3+',
  'nb-NO': '0 1+ 2+ 3+ 4+ 5+ 6n 7n',
  'nl-BE': '0+ 1n 2+',
  'nl-NL': '0 1+ 2+ 3+ 4 5+ 6+',
  'no-NO': '0n 1n',
  'pa-IN': '0+ 1+ 2+ 3+',
  'pl-PL': '0 1 2+ 3+ 4+ 5 6 7+ 8+ 9n',
  'pt-BR': '0+ 1+ 2n 3 4n 5+',
  'pt-PT': '0+ 1+ 2+ 3n 4n 5 6+ 7+',
  'ro-RO': '0 1n 2+',
  'ru-RU': '0 1+ 2+ 3+ 4 5+ 6+ 7n 8n 9n',
  'sk-SK': '0+ 1n',
  'sr-RS': '0',
  'sv-SE': '0 1+ 2n 3n',
  'ta-IN': '0+ 1+',
  'te-IN': '0 1',
  'th-TH': '0n 1',
  'tr-TR': '0 1+ 2+ 3+ 4n 5+ 6+ 7n',
  'uk-UA': '0+',
  'vi-VN': '0+ 1+ 2+ 3+',
  'yue-CN': '0n 1p',
} as const

type Voices = typeof ttsVoices

/** A language that `<Talk>` is known to speak, or any other code. */
export type TtsLanguage = keyof Voices | (string & {})

/** A style that some language is known to have, or any other whole number. */
export type TtsStyle = StylesOf<Voices[keyof Voices]> | (number & {})

type StylesOf<Listed extends string> = Listed extends `${infer First} ${infer Rest}`
  ? StyleOf<First> | StylesOf<Rest>
  : StyleOf<Listed>

type StyleOf<Entry extends string> = Entry extends `${infer Style extends number}${Mark}`
  ? Style
  : never

type Mark = '' | 'n' | '+' | 'p'
