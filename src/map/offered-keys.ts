// Stems of the verbs that tell a caller to press a key, in the languages of most flows; and what may stand between verb and key.
const verbs = [
  ...['press', 'dial', 'hit', 'push', 'enter', 'select', 'choose', 'type', 'touch', 'key in'],
  ...['drück', 'drueck', 'wähl', 'waehl', 'tippen', 'tapez', 'tape', 'appuy', 'compos', 'faites'],
  ...['pulse', 'puls', 'marque', 'marqu', 'oprim', 'presion', 'pression', 'tecle', 'digit'],
  ...['prem', 'druk', 'toets', 'kies', 'naciśnij', 'wybierz', 'tryck', 'tryk', 'trykk', 'paina'],
  ...['valitse', '按', '请按'],
]
const fillers = [
  ...['the', 'key', 'number', 'button', 'digit', 'on', 'sie', 'die', 'bitte', 'taste', 'ziffer'],
  ...['sur', 'la', 'le', 'touche', 'el', 'tecla', 'número', 'o', 'a', 'il', 'lo', 'tasto', 'op'],
  ...['de', 'knop', 'klawisz', 'simply', 'just', 'einfach'],
]
/** Verbs that stand after the key. */
const verbsAfter = [
  'drücken',
  'wählen',
  'を押',
  'を選',
  '번을 누르',
  '번을 눌러',
  "'e bas",
  "'i tuşla",
]

const words: Readonly<Record<string, string>> = {
  ...{ zero: '0', one: '1', two: '2', three: '3', four: '4', five: '5', six: '6', seven: '7' },
  ...{ eight: '8', nine: '9', star: '*', asterisk: '*', hash: '#', pound: '#' },
  ...{ null: '0', eins: '1', zwei: '2', drei: '3', vier: '4', fünf: '5', sechs: '6', sieben: '7' },
  ...{ acht: '8', neun: '9', stern: '*', raute: '#', étoile: '*', dièse: '#' },
  ...{ un: '1', deux: '2', trois: '3', quatre: '4', cinq: '5', sept: '7', huit: '8', neuf: '9' },
  ...{ uno: '1', dos: '2', tres: '3', cuatro: '4', cinco: '5', seis: '6', siete: '7', ocho: '8' },
  ...{ nueve: '9', cero: '0', asterisco: '*', almohadilla: '#' },
}

/** Compiled once, when the first words are read. */
interface Patterns {
  /** A verb, then keys. */
  readonly before: RegExp
  /** Keys, then a verb. */
  readonly after: RegExp
  /** Without a verb of its own, after an offer that has one. */
  readonly elliptic: RegExp
  readonly single: RegExp
  readonly range: RegExp
}

let patterns: Patterns | undefined

function compile(): Patterns {
  const word = Object.keys(words).join('|')
  const key = String.raw`(?:(?<![\d.:,])[0-9*#](?![\d.:,]?\d)|(?<!\p{L})(?:${word})(?![\p{L}\d]))`
  const filler = String.raw`(?:(?:${fillers.join('|')})\s+)`
  const to = String.raw`\s*(?:-|–|to|through|bis|à|a|al|tot)\s*`
  const open = `["'“„«(]?`
  const and = String.raw`(?:\s*[,/]\s*|\s*,?\s+(?:or|and|oder|und|ou|et|o|y|e|of|lub)\s+)`
  const more = `(?:["'”“»)]?${and}${filler}{0,2}${open}${key})*`
  const keys = `(${open}${key}(?:${to}${key})?${more})`
  const verb = String.raw`(?<!\p{L})(?:${verbs.join('|')})\p{L}*[\s:]*`
  const joint = String.raw`(?:[,;.]|\b(?:and|or|und|oder|et|ou|y|o|e|en|of))\s+`
  const purpose = String.raw`(?=\s+(?:for|to|if|für|um|pour|si|para|per|voor)\b)`
  const noun = String.raw`\b(?:key|taste|ziffer|touche|tecla|tasto|toets)\s+`
  return {
    before: new RegExp(`${verb}${filler}{0,3}${keys}`, 'giu'),
    after: new RegExp(String.raw`${keys}\s*${filler}{0,2}(?:${verbsAfter.join('|')})`, 'giu'),
    elliptic: new RegExp(`(?:${joint}${filler}{0,2}(${key})${purpose}|${noun}(${key}))`, 'giu'),
    single: new RegExp(key, 'giu'),
    range: new RegExp(`(${key})${to}(${key})`, 'giu'),
  }
}

/** A key that words offer. */
export interface OfferedKey {
  readonly key: string
  /** The part of the words up to the offer, 0 to 1. */
  readonly place: number
  /** The sentence around it. */
  readonly sentence: string
}

/** The keys that words tell the caller to press, in order, each once. */
export function offeredKeys(text: string): OfferedKey[] {
  patterns ??= compile()
  const { before, after, elliptic } = patterns
  const found = new Map<string, OfferedKey>()
  const offers = [...text.matchAll(before), ...text.matchAll(after)]
  if (offers.length > 0) offers.push(...text.matchAll(elliptic))
  offers.sort((a, b) => a.index - b.index)
  for (const { 0: whole, 1: verbal, 2: named, index } of offers) {
    const list = verbal ?? named ?? ''
    const end = index + whole.length
    const place = text.length === 0 ? 1 : end / text.length
    const sentence = sentenceAround(text, index, end)
    for (const one of expand(list))
      if (!found.has(one)) found.set(one, { key: one, place, sentence })
  }
  return [...found.values()]
}

function expand(list: string): string[] {
  patterns ??= compile()
  const { range, single } = patterns
  const all: string[] = []
  const rest = list.replace(range, (_, first: string, last: string) => {
    const [from, to] = [Number(toKey(first)), Number(toKey(last))]
    for (let digit = from; digit <= to; digit++) all.push(String(digit))
    return ' '
  })
  return [...all, ...[...rest.matchAll(single)].map(([one]) => toKey(one))]
}

function toKey(text: string): string {
  return words[text.toLowerCase()] ?? text
}

function sentenceAround(text: string, from: number, to: number): string {
  const start =
    Math.max(...['.', '!', '?', '。'].map((mark) => text.lastIndexOf(mark, from - 1))) + 1
  const ends = ['.', '!', '?', '。'].map((mark) => text.indexOf(mark, to)).filter((at) => at >= 0)
  return text.slice(start, ends.length === 0 ? undefined : Math.min(...ends)).trim()
}

const repeating =
  /\b(repeat|again|once more|wiederhol|noch einmal|nochmal|répét|réécout|repetir|de nuevo|ripet|herhaal)/i

/** Whether an offer is to hear the words again, which a wrong key may do too. */
export function isRepetition({ sentence }: OfferedKey): boolean {
  return repeating.test(sentence)
}
