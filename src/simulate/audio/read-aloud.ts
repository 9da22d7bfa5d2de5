import { isSsml, parseSsml, type SsmlNode } from '../../speech/ssml-document'

/** A text as it is heard: the words, and their duration in seconds. */
export interface Reading {
  readonly words: string
  readonly seconds: number
  /** The reason why nothing is heard of an SSML document. */
  readonly fault?: string
}

// About 180 words a minute, which is what text-to-speech engines do by default.
const charactersPerSecond = 15
// Scripts in which a character is about a syllable.
const syllables = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]/gu
const syllablesPerSecond = 5
/** `say-as` that is read one character at a time. */
const spelled = new Set(['character', 'digits', 'telephone'])
const charactersSpelledPerSecond = 2.5
const commaPause = 0.2
const sentencePause = 0.4
const paragraphPause = 0.8
const leastSeconds = 0.2

// "weak/medium ≈ comma; strong/x-strong ≈ paragraph break"
const breaks: Readonly<Record<string, number>> = {
  none: 0,
  'x-weak': 0,
  weak: commaPause,
  medium: commaPause,
  strong: paragraphPause,
  'x-strong': paragraphPause,
}

const rates: Readonly<Record<string, number>> = {
  'x-slow': 0.5,
  slow: 0.75,
  medium: 1,
  fast: 1.5,
  'x-fast': 2,
}

/** The deepest nesting of SSML elements that is read. Speech engines document none. */
const deepestSsml = 100

/** Reads the text of a `talk`, plain or SSML. */
export function readAloud(text: string): Reading {
  if (!isSsml(text)) return finish({ words: text, seconds: plainSeconds(text.trim()) })
  const document = parseSsml(text)
  if (document.error !== undefined) return unreadable('is malformed')
  if (isTooDeep(document.root)) return unreadable(`is nested deeper than ${deepestSsml} elements`)
  return finish(readNode(document.root))
}

function finish({ words, seconds }: Reading): Reading {
  return {
    words: words.replace(/\s+/g, ' ').trim(),
    seconds: inMilliseconds(Math.max(seconds, leastSeconds)),
  }
}

function unreadable(fault: string): Reading {
  return { words: '', seconds: 0, fault }
}

function isTooDeep(root: SsmlNode): boolean {
  let level = [root]
  for (let depth = 1; level.length > 0; depth++) {
    if (depth > deepestSsml) return true
    level = level.flatMap(({ children }) => children.filter((child) => typeof child !== 'string'))
  }
  return false
}

/** The first words of a text that is broken off after `elapsed` of its `seconds`. */
export function brokenOff(words: string, elapsed: number, seconds: number): string {
  if (inMilliseconds(elapsed) >= inMilliseconds(seconds)) return words
  const start = words.slice(0, Math.floor((words.length * elapsed) / seconds))
  const whole = start.slice(0, Math.max(0, start.lastIndexOf(' ')))
  return whole === '' ? '…' : `${whole}…`
}

function plainSeconds(text: string): number {
  const slow = text.match(syllables)?.length ?? 0
  const commas = text.match(/[,;:、](?=\s|$)/g)?.length ?? 0
  const sentences = text.match(/[.!?。](?=\s)/g)?.length ?? 0
  const others = text.replace(/\s+/g, ' ').trim().length - slow
  return (
    Math.max(0, others) / charactersPerSecond +
    slow / syllablesPerSecond +
    commas * commaPause +
    sentences * sentencePause
  )
}

function readNode(node: SsmlNode): Reading {
  const { name, attributes } = node
  if (name === 'break') return { words: ' ', seconds: breakSeconds(attributes) }
  const inner = node.children.map((child) =>
    typeof child === 'string' ? { words: child, seconds: plainSeconds(child) } : readNode(child),
  )
  const words = inner.map((part) => part.words).join('')
  const seconds = inner.reduce((sum, part) => sum + part.seconds, 0)
  switch (name) {
    case 'sub': {
      const alias = attributes.alias ?? words
      return { words: alias, seconds: plainSeconds(alias) }
    }
    case 'say-as':
      if (!spelled.has(attributes['interpret-as'] ?? '')) return { words, seconds }
      return { words, seconds: words.replace(/\s/g, '').length / charactersSpelledPerSecond }
    case 'prosody':
      return { words, seconds: seconds / (rates[attributes.rate ?? 'medium'] ?? 1) }
    case 'p':
      return { words: `${words} `, seconds: seconds + paragraphPause }
    case 's':
      return { words: `${words} `, seconds: seconds + sentencePause }
    default:
      return { words, seconds }
  }
}

function breakSeconds({ time, strength }: SsmlNode['attributes']): number {
  const [, amount, unit] = /^(\d*\.?\d+)(ms|s)$/.exec(time ?? '') ?? []
  if (amount !== undefined) return unit === 'ms' ? Number(amount) / 1000 : Number(amount)
  return breaks[strength ?? 'medium'] ?? commaPause
}

/** Rounds to milliseconds, which removes errors of floating-point sums. */
export function inMilliseconds(seconds: number): number {
  return Math.round(seconds * 1000) / 1000
}
