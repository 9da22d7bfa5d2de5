import type { Act, ActFault, LegDoes } from './act'

/** A part of a script that is not an act. */
export class ScriptError extends Error {
  constructor(readonly part: string) {
    super(`“${part}” is not an act. Write acts such as press 1; say sales; silence; leg 1 answer.`)
  }
}

/** Acts as a script: `press 1; say sales; leg 1 answer`. */
export function toScript(acts: readonly Act[]): string {
  return acts.map(toPart).join('; ')
}

function toPart(act: Act): string {
  const after = 'after' in act && act.after !== undefined ? `after ${act.after} ` : ''
  return after + wordsOf(act)
}

function wordsOf(act: Act): string {
  switch (act.kind) {
    case 'press':
      return `press ${act.keys}`
    case 'say':
      return `say ${quoted(act.text)}`
    case 'dial':
    case 'silence':
      return act.kind
    case 'wait':
      return `wait ${act.seconds}`
    case 'hang-up':
      return 'hang up'
    case 'leg':
      return `leg ${act.leg} ${legWords(act.does)}`
    case 'fault':
      return `fault ${faultWords(act.fault)}`
  }
}

function legWords(does: LegDoes): string {
  switch (does.kind) {
    case 'press':
      return `press ${does.keys}`
    case 'say':
      return `say ${quoted(does.text)}`
    case 'machine':
      return does.beep === false ? 'machine no beep' : `machine ${does.beep}`
    default:
      return does.kind.replace('-', ' ')
  }
}

function faultWords(fault: ActFault): string {
  if (typeof fault === 'string') return fault
  return 'slow' in fault ? `slow ${fault.slow}` : `status ${fault.status}`
}

/** A text with a `;`, a quote or space at an end is written as a JSON string. */
function quoted(text: string): string {
  return /[;"]|^\s|\s$|^$/.test(text) ? JSON.stringify(text) : text
}

/**
 * Reads a script.
 *
 * @throws ScriptError for a part that is not an act
 */
export function parseScript(script: string): Act[] {
  return partsOf(script).map(parseAct)
}

/** The parts between the `;` that stand outside quotes. */
function partsOf(script: string): string[] {
  const parts = script.match(/(?:"(?:[^"\\]|\\.)*"|[^;"]|")+/g) ?? []
  return parts.map((part) => part.trim()).filter((part) => part !== '')
}

function parseAct(part: string): Act {
  const [, after, words = part] = /^after (\d+(?:\.\d+)?) (.+)$/s.exec(part) ?? []
  const timed = after === undefined ? {} : { after: Number(after) }
  const act = callerAct(words) ?? otherAct(words)
  if (!act) throw new ScriptError(part)
  return { ...act, ...timed }
}

function callerAct(words: string): Act | undefined {
  const spoken = parseSpoken(words)
  if (spoken) return spoken
  if (words === 'silence' || words === 'dial') return { kind: words }
  if (words === 'hang up') return { kind: 'hang-up' }
  const [, seconds] = /^wait (\d+(?:\.\d+)?)$/.exec(words) ?? []
  return seconds === undefined ? undefined : { kind: 'wait', seconds: Number(seconds) }
}

function otherAct(words: string): Act | undefined {
  const [, leg, does] = /^leg (\d+) (.+)$/s.exec(words) ?? []
  if (leg !== undefined && does !== undefined) {
    const legDoes = parseSpoken(does) ?? parseLegDoes(does)
    return legDoes && { kind: 'leg', leg: Number(leg), does: legDoes }
  }
  const fault = parseFault(words)
  return fault && { kind: 'fault', fault }
}

/** What callers and other parties can both do. */
function parseSpoken(
  words: string,
): { kind: 'press'; keys: string } | { kind: 'say'; text: string } | undefined {
  const [, keys] = /^press ([\d*#]+)$/.exec(words) ?? []
  if (keys !== undefined) return { kind: 'press', keys }
  const [, text] = /^say (.+)$/s.exec(words) ?? []
  return text === undefined ? undefined : { kind: 'say', text: unquoted(text) }
}

const plainLegActs = [
  'answer',
  'busy',
  'reject',
  'unavailable',
  'fail',
  'hang-up',
  'disconnect',
] as const

function parseLegDoes(does: string): LegDoes | undefined {
  const [, beep] = /^machine(?: (no beep|\d+(?:\.\d+)?))?$/.exec(does) ?? []
  if (does === 'machine') return { kind: 'machine', beep: 5 }
  if (beep !== undefined)
    return { kind: 'machine', beep: beep === 'no beep' ? false : Number(beep) }
  const kind = plainLegActs.find((name) => name === does.replace(' ', '-'))
  return kind && { kind }
}

function parseFault(words: string): ActFault | undefined {
  const [, name, value] =
    /^fault (closed|duplicate|late|slow|status)(?: (\d+(?:\.\d+)?))?$/.exec(words) ?? []
  if (name === 'slow') return { slow: Number(value ?? 6) }
  if (name === 'status') return { status: Number(value ?? 503) }
  return name as 'closed' | 'duplicate' | 'late' | undefined
}

function unquoted(text: string): string {
  if (!text.startsWith('"')) return text
  try {
    return String(JSON.parse(text))
  } catch {
    return text
  }
}
