import type { LegAct } from './act'
import { type ActWords, phrase, type WordsOf } from './words'

// People write it as one word too.
export const hangUpPattern = /^hang ?up$/

const press: ActWords<{ readonly kind: 'press'; readonly keys: string }> = {
  example: 'press 12#',
  does: 'presses keys: 0 to 9, * and #',
  read(words) {
    const [, keys] = /^press ([\d*#]+)$/.exec(words) ?? []
    return keys === undefined ? undefined : { kind: 'press', keys }
  },
  write: ({ keys }) => `press ${keys}`,
}

const say: ActWords<{ readonly kind: 'say'; readonly text: string }> = {
  example: 'say sales',
  does: 'says something; quotes keep a ";" in it: say "yes; please"',
  read(words) {
    const [, text] = /^say (.+)$/s.exec(words) ?? []
    return text === undefined ? undefined : { kind: 'say', text: unquoted(text) }
  },
  write: ({ text }) => `say ${quoted(text)}`,
}

/** What callers and other parties can both do. */
export const spokenWords = { press, say }

const machine: ActWords<{ readonly kind: 'machine'; readonly beep: number | false }> = {
  example: 'machine 8',
  does: 'answers as a machine, with a beep after 8 s; "machine no beep": without one',
  read(words) {
    if (words === 'machine') return { kind: 'machine', beep: 5 }
    const [, beep] = /^machine (no beep|\d+(?:\.\d+)?)$/.exec(words) ?? []
    if (beep === undefined) return undefined
    return { kind: 'machine', beep: beep === 'no beep' ? false : Number(beep) }
  },
  write: ({ beep }) => (beep === false ? 'machine no beep' : `machine ${beep}`),
}

/** What a leg that the flow or the application has called does. */
export const legWords: WordsOf<LegAct> = {
  answer: phrase('answer', 'answer', 'answers'),
  machine,
  busy: phrase('busy', 'busy', 'is busy'),
  reject: phrase('reject', 'reject', 'declines the call'),
  unavailable: phrase('unavailable', 'unavailable', 'cannot be reached'),
  fail: phrase('fail', 'fail', 'cannot be called: the network fails'),
  ...spokenWords,
  'hang-up': phrase('hang-up', 'hang up', 'hangs up', hangUpPattern),
  disconnect: phrase('disconnect', 'disconnect', 'drops the connection of a websocket'),
}

/** A text with a `;`, a quote, or space at an end is written as a JSON string. */
function quoted(text: string): string {
  return /[;"]|^\s|\s$|^$/.test(text) ? JSON.stringify(text) : text
}

function unquoted(text: string): string {
  if (!text.startsWith('"')) return text
  try {
    return String(JSON.parse(text))
  } catch {
    return text
  }
}
