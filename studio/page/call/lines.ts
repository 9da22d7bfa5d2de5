import type { TimelineEntry } from 'ncco-jsx/simulate'
import type { Replacement } from './stack'

/** That of a talk which names none. */
export const usualLanguage = 'en-US'

/** A line of the transcript, as it is shown. */
export interface Line {
  /** Its place in the timeline; lines about an NCCO share the place of the entry that brought it. */
  readonly key: string
  readonly at: number
  readonly kind: LineKind
  readonly who: string
  readonly text: string
  /** More lines of text: findings about an NCCO. */
  readonly detail?: string
}

type LineKind =
  | 'prompt'
  | 'audio'
  | 'caller'
  | 'action'
  | 'leg'
  | 'webhook'
  | 'failed'
  | 'ncco'
  | 'note'
  | 'ended'

/** What happened in a call. */
export interface Story {
  /** The number of the call in its platform; absent for that of the caller. */
  readonly number: number | undefined
  readonly timeline: readonly TimelineEntry[]
  readonly replacements: readonly Replacement[]
}

/** What happened beside a call: on the connection of a websocket leg, or in a REST request that no call knows. */
export type Aside = Pick<Line, 'at' | 'kind' | 'who' | 'text'>

/** A transcript of several calls, and of what happened beside them, by the time. */
export function toTranscript(stories: readonly Story[], asides: readonly Aside[]): Line[] {
  const lines = [
    ...stories.flatMap(toLines),
    ...asides.map((aside, index) => ({ ...aside, key: `beside ${index}` })),
  ]
  return lines.sort((one, other) => one.at - other.at)
}

/** A timeline as lines, with a line for each NCCO that begins. */
export function toLines({ number, timeline, replacements }: Story): Line[] {
  const caller = personOf(timeline)
  const languages = new Map<string, string>()
  const mark = number === undefined ? '' : `#${number} `
  return timeline.flatMap((entry, index) => {
    const nccos = replacements.filter((one) => one.entry === index)
    const lines = [
      { ...inLanguage(toLine(entry, caller), entry, languages), key: `${mark}${index}` },
      ...nccos.map((one, place) => nccoLine(one, entry.at, `${mark}${index}-${place}`)),
    ]
    return mark === '' ? lines : lines.map((line) => ({ ...line, who: `${mark}${line.who}` }))
  })
}

/** The name of the person whose call it is. */
export function personOf(timeline: readonly TimelineEntry[]): string | undefined {
  const dialled = timeline.find((entry) => entry.type === 'dialled')
  return dialled?.direction === 'outbound' ? dialled.to : dialled?.from
}

function nccoLine({ path, actions, dropped }: Replacement, at: number, key: string): Line {
  const count = (number: number) => `${number} action${number === 1 ? '' : 's'}`
  const from = path === undefined ? '' : ` from ${path}`
  const replaced = dropped > 0 ? `, which replaces ${count(dropped)}` : ''
  return { key, at, kind: 'ncco', who: 'NCCO', text: `${count(actions)}${from}${replaced}` }
}

function toLine(entry: TimelineEntry, caller: string | undefined): Omit<Line, 'key'> {
  const { at } = entry
  switch (entry.type) {
    case 'dialled':
      return { at, kind: 'leg', who: entry.from, text: `calls ${entry.to}` }
    case 'leg': {
      const detail = entry.detail === undefined ? '' : ` (${entry.detail})`
      return { at, kind: 'leg', who: entry.leg, text: `is ${entry.status}${detail}` }
    }
    case 'action':
      return { at, kind: 'action', who: entry.action, text: entry.does }
    case 'heard':
      return heardLine(entry, caller)
    case 'interrupted':
      return { at, kind: 'note', who: entry.leg, text: interruption(entry.heard) }
    case 'pressed':
      return { at, kind: 'caller', who: entry.leg, text: `presses ${entry.key}` }
    case 'said':
      return { at, kind: 'caller', who: entry.leg, text: `says “${entry.text}”` }
    case 'audio': {
      const after = entry.latency === undefined ? '' : ` after ${entry.latency} s`
      return { at, kind: 'leg', who: entry.leg, text: `sends audio${after}` }
    }
    case 'webhook':
      return webhookLine(entry)
    case 'request': {
      const { does, method, path, status, why } = entry
      const reason = why === undefined ? '' : `, ${why}`
      const kind = status < 300 ? 'webhook' : 'failed'
      return { at, kind, who: `← ${does}`, text: `${method} ${path}: ${status}${reason}` }
    }
    case 'recording': {
      const why = entry.why === undefined ? '' : `: ${entry.why}`
      return { at, kind: 'action', who: 'recording', text: `${entry.event}${why}` }
    }
    case 'conversation':
      return { at, kind: 'leg', who: entry.leg, text: `${entry.event} “${entry.name}”` }
    case 'note':
      return { at, kind: 'note', who: '', ...firstLine(entry.text) }
    case 'ended':
      return { at, kind: 'ended', who: 'call', text: `ended: ${entry.reason}` }
  }
}

/** A line with the language of its prompt, where that is another one than its listener heard before: a forgotten language stands out so. */
function inLanguage(
  line: Omit<Line, 'key'>,
  entry: TimelineEntry,
  languages: Map<string, string>,
): Omit<Line, 'key'> {
  if (entry.type !== 'heard' || !line.kind.startsWith('prompt')) return line
  const { leg, language = usualLanguage } = entry
  const before = languages.get(leg) ?? usualLanguage
  languages.set(leg, language)
  return language === before ? line : { ...line, text: `${line.text} (${language})` }
}

type Entry<Type extends TimelineEntry['type']> = Extract<TimelineEntry, { type: Type }>

function heardLine(
  { at, leg, text, loop, by }: Entry<'heard'>,
  caller: string | undefined,
): Omit<Line, 'key'> {
  if (by !== undefined) return { at, kind: 'leg', who: leg, text: `hears ${by}` }
  const times = loop === undefined ? '' : loop === 0 ? ' (again and again)' : ` (${loop} times)`
  const kind = /^(https?|data):/.test(text) ? 'audio' : 'prompt'
  return { at, kind, who: leg === caller ? kind : `${kind} to ${leg}`, text: `${text}${times}` }
}

function interruption(heard: string): string {
  if (heard === '…') return 'is interrupted at once'
  return heard.endsWith('…') ? `is interrupted at “${heard}”` : 'hears no more of it'
}

function webhookLine(entry: Entry<'webhook'>): Omit<Line, 'key'> {
  const { at, status, kind, method, url, attempt, answer } = entry
  const again = attempt > 1 ? ` (attempt ${attempt})` : ''
  const { text, ...detail } = firstLine(answer)
  const isGood = /^20\d/.test(answer) && !/refused|not JSON/.test(text)
  const path = URL.canParse(url) ? new URL(url).pathname : url
  return {
    at,
    kind: isGood ? 'webhook' : 'failed',
    who: `→ ${status ?? kind}`,
    text: `${method} ${path}${again}: ${text}`,
    ...detail,
  }
}

function firstLine(text: string): { text: string; detail?: string } {
  const [first = '', ...more] = text.split('\n')
  if (more.length === 0) return { text: first }
  return { text: first, detail: more.map((line) => line.replace(/^ {27}/, '')).join('\n') }
}
