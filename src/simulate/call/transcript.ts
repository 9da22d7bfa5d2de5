import { Languages } from './languages'
import type { TimelineEntry, WebhookEntry } from './timeline'

const timeWidth = 7
const whoWidth = 14
// The timeline has the whole text.
const tooLong = /^(.{1000}).+/gm

/** A timeline as a screenplay: the time in seconds, who, and what. */
export function transcribe(timeline: readonly TimelineEntry[]): string {
  const languages = new Languages()
  return timeline.map((entry) => line(entry, languages.changeIn(entry))).join('\n')
}

function line(entry: TimelineEntry, language: string | undefined): string {
  const [who, said] = lineOf(entry)
  const what = language === undefined ? said : `${said} in ${language}`
  const time = entry.at.toFixed(2).padStart(timeWidth)
  return `${time}  ${who.padEnd(whoWidth)}  ${what}`.replace(tooLong, '$1…')
}

function lineOf(entry: TimelineEntry): readonly [who: string, what: string] {
  switch (entry.type) {
    case 'dialled':
      return entry.direction === 'inbound'
        ? [entry.from, `calls ${entry.to}`]
        : ['platform', `calls ${entry.to} as ${entry.from}`]
    case 'leg':
      return [entry.leg, `is ${entry.status}${entry.detail ? ` (${entry.detail})` : ''}`]
    case 'action':
      return [entry.action, entry.does]
    case 'heard':
      return entry.by === undefined
        ? [entry.leg, `hears ${quoted(entry.text)}${times(entry.loop)}`]
        : [entry.leg, `hears ${entry.by}: ${quoted(entry.text)}`]
    case 'interrupted':
      return [
        entry.leg,
        entry.heard.endsWith('…')
          ? `is interrupted at ${quoted(entry.heard)}`
          : `hears no more of it, after ${entry.seconds} s`,
      ]
    case 'pressed':
      return [entry.leg, `presses ${entry.key}`]
    case 'said':
      return [entry.leg, `says ${quoted(entry.text)}`]
    case 'audio':
      return [entry.leg, `sends audio${after(entry.latency)}`]
    case 'webhook':
      return [`→ ${entry.status ?? entry.kind}`, webhookLine(entry)]
    case 'request': {
      const { does, method, path, status, why } = entry
      return [`← ${does}`, `${method} ${path}: ${status}${why === undefined ? '' : `, ${why}`}`]
    }
    case 'recording':
      return ['recording', entry.why ? `${entry.event}: ${entry.why}` : entry.event]
    case 'conversation':
      return entry.event === 'entered' || entry.event === 'left'
        ? [entry.leg, `${entry.event} ${quoted(entry.name)}`]
        : ['conversation', `${quoted(entry.name)} ${entry.event}`]
    case 'note':
      return ['', entry.text]
    case 'ended':
      return ['call', `ended: ${entry.reason}`]
  }
}

function webhookLine({ method, url, attempt, answer }: WebhookEntry): string {
  const again = attempt > 1 ? ` (attempt ${attempt})` : ''
  return `${method} ${url}${again}: ${answer}`
}

function after(latency: number | undefined): string {
  return latency === undefined ? '' : `, ${latency.toFixed(2)} s after the end of the speech`
}

function quoted(text: string): string {
  return `“${text}”`
}

function times(loop: number | undefined): string {
  if (loop === undefined) return ''
  return loop === 0 ? ', again and again' : `, ${loop} times`
}
