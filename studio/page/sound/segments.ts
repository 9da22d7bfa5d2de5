/** A part of a prompt that one voice says in one go. */
export interface Segment {
  readonly text: string
  readonly language: string
  /** A factor of the usual rate. */
  readonly rate: number
  /** A factor of the usual pitch. */
  readonly pitch: number
  /** 0 to 1. */
  readonly volume: number
  /** Silence before it, in seconds. */
  readonly pause: number
}

type Manner = Omit<Segment, 'text' | 'pause'>

const rates: Readonly<Record<string, number>> = {
  'x-slow': 0.5,
  slow: 0.75,
  fast: 1.5,
  'x-fast': 2,
}
const pitches: Readonly<Record<string, number>> = {
  'x-low': 0.5,
  low: 0.75,
  high: 1.25,
  'x-high': 1.5,
}
const volumes: Readonly<Record<string, number>> = { silent: 0, 'x-soft': 0.25, soft: 0.5 }
const pauses: Readonly<Record<string, number>> = {
  none: 0,
  'x-weak': 0,
  weak: 0.2,
  strong: 0.8,
  'x-strong': 0.8,
}
const spelled = new Set(['character', 'characters', 'digits', 'telephone'])

/** The text of a `talk`, plain or SSML, as parts for a voice of the browser. */
export function toSegments(text: string, language: string): Segment[] {
  const plain = { language, rate: 1, pitch: 1, volume: 1 }
  if (!text.trimStart().startsWith('<speak')) return [{ ...plain, text, pause: 0 }]
  const document = new DOMParser().parseFromString(text, 'application/xml')
  if (document.querySelector('parsererror')) return []
  const segments: Segment[] = []
  collect(document.documentElement, plain, segments)
  return joined(segments)
}

/** The words of a `talk`, as they are heard. */
export function wordsOf(text: string): string {
  const segments = toSegments(text, '')
  return segments
    .map((segment) => segment.text)
    .join(' ')
    .replace(/\s+/g, ' ')
    .trim()
}

function collect(node: Node, manner: Manner, into: Segment[]): void {
  for (const child of node.childNodes) {
    if (child instanceof Text) into.push({ ...manner, text: child.data, pause: 0 })
    else if (child instanceof Element) collectElement(child, manner, into)
  }
}

function collectElement(element: Element, manner: Manner, into: Segment[]): void {
  switch (element.localName) {
    case 'break':
      into.push({ ...manner, text: '', pause: pauseOf(element) })
      return
    case 'sub':
      into.push({ ...manner, text: element.getAttribute('alias') ?? element.textContent, pause: 0 })
      return
    case 'say-as': {
      const text = element.textContent
      const isSpelled = spelled.has(element.getAttribute('interpret-as') ?? '')
      into.push({ ...manner, text: isSpelled ? [...text].join(' ') : text, pause: 0 })
      return
    }
    case 'prosody':
      return collect(element, prosody(element, manner), into)
    case 'lang':
      return collect(
        element,
        { ...manner, language: element.getAttribute('xml:lang') ?? manner.language },
        into,
      )
    case 'p':
    case 's':
      collect(element, manner, into)
      into.push({ ...manner, text: '', pause: element.localName === 'p' ? 0.8 : 0.4 })
      return
    default:
      return collect(element, manner, into)
  }
}

function prosody(element: Element, manner: Manner): Manner {
  const named = (name: string, words: Readonly<Record<string, number>>) => {
    const value = element.getAttribute(name) ?? ''
    const percent = /^(\d+(?:\.\d+)?)%$/.exec(value)?.[1]
    return percent === undefined ? (words[value] ?? 1) : Number(percent) / 100
  }
  return {
    ...manner,
    rate: manner.rate * named('rate', rates),
    pitch: manner.pitch * named('pitch', pitches),
    volume: manner.volume * named('volume', volumes),
  }
}

function pauseOf(element: Element): number {
  const [, amount, unit] = /^(\d*\.?\d+)(ms|s)$/.exec(element.getAttribute('time') ?? '') ?? []
  if (amount !== undefined) return unit === 'ms' ? Number(amount) / 1000 : Number(amount)
  return pauses[element.getAttribute('strength') ?? ''] ?? 0.2
}

/** Parts of one manner without a pause between them, in one. */
function joined(segments: readonly Segment[]): Segment[] {
  const result: Segment[] = []
  let pause = 0
  for (const segment of segments) {
    pause += segment.pause
    const text = segment.text.replace(/\s+/g, ' ')
    if (text.trim() === '') continue
    const last = result.at(-1)
    if (last && pause === 0 && isAlike(last, segment)) {
      result[result.length - 1] = { ...last, text: last.text + text }
    } else result.push({ ...segment, text, pause })
    pause = 0
  }
  return result
}

function isAlike(one: Segment, other: Segment): boolean {
  return (['language', 'rate', 'pitch', 'volume'] as const).every((key) => one[key] === other[key])
}
