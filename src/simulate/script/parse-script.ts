import type { DeliveryFault } from '../delivery/delivery-fault'
import { simulatorError } from '../errors'
import type { CallAct, LegAct } from './act'

/**
 * Reads a script: acts with semicolons between them.
 *
 * | an act                                                          | what it does                                       |
 * | --------------------------------------------------------------- | -------------------------------------------------- |
 * | `press 12#`, `say sales`, `say "yes; please"`                    | presses keys, says something                       |
 * | `silence`, `wait 3`                                              | is silent until a timeout ends, or for 3 s         |
 * | `hang up`                                                        | hangs up                                           |
 * | `leg 1 answer`, `busy`, `reject`, `unavailable`, `fail`          | what the first leg that the flow calls does        |
 * | `leg 1 machine`, `machine 8`, `machine no beep`                  | answers as a machine, with a beep after 5 s or 8 s |
 * | `leg 1 press 1`, `leg 1 say hello`, `leg 1 hang up`, `disconnect` | what it does once it has answered                  |
 * | `caller 447700900032`                                           | another person calls the app, on the same platform |
 * | `call 2 press 1`, `call 2 answer`, `call 2 leg 1 answer`         | what the person, or a leg, of the second call does |
 * | `fault closed`, `duplicate`, `late`, `slow 6`, `status 503`      | the fault of the next webhook                      |
 * | `after 0.5 press 1`                                              | does it 0.5 s after the act before                 |
 * | `dial`                                                          | the call begins; faults may stand before           |
 *
 * @throws SimulatorError `not-an-act`
 * @example
 * ```ts
 * parseScript('press 1; say sales') // [{ kind: 'press', keys: '1' }, { kind: 'say', text: 'sales' }]
 * ```
 */
export function parseScript(script: string): CallAct[] {
  return partsOf(script).map(parseAct)
}

/** The parts between the `;` that stand outside quotes. */
function partsOf(script: string): string[] {
  const parts = script.match(/(?:"(?:[^"\\]|\\.)*"|[^;"]|")+/g) ?? []
  return parts.map((part) => part.trim()).filter((part) => part !== '')
}

function parseAct(part: string): CallAct {
  const [, after, words = part] = /^after (\d+(?:\.\d+)?) (.+)$/s.exec(part) ?? []
  const act = callerAct(words) ?? otherAct(words)
  if (!act) throw simulatorError('not-an-act', { part })
  if (after === undefined) return act
  // What takes a time of its own, or none, is not done after another.
  if (
    act.kind === 'dial' ||
    act.kind === 'silence' ||
    act.kind === 'wait' ||
    act.kind === 'fault'
  ) {
    throw simulatorError('not-an-act', { part })
  }
  return { ...act, after: Number(after) }
}

function callerAct(words: string): CallAct | undefined {
  const spoken = parseSpoken(words)
  if (spoken) return spoken
  if (words === 'silence' || words === 'dial') return { kind: words }
  if (words === 'hang up') return { kind: 'hang-up' }
  const [, seconds] = /^wait (\d+(?:\.\d+)?)$/.exec(words) ?? []
  return seconds === undefined ? undefined : { kind: 'wait', seconds: Number(seconds) }
}

function otherAct(words: string): CallAct | undefined {
  const [, call, leg, does] = /^(?:call ([1-9]\d*) )?(?:leg ([1-9]\d*) )?(.+)$/s.exec(words) ?? []
  if (does !== undefined && (call ?? leg) !== undefined) {
    const legAct = parseSpoken(does) ?? parseLegAct(does)
    if (!legAct) return undefined
    if (call === undefined) return { kind: 'leg', leg: Number(leg), does: legAct }
    const ofLeg = leg === undefined ? {} : { leg: Number(leg) }
    return { kind: 'call', call: Number(call), ...ofLeg, does: legAct }
  }
  const [, from] = /^caller (\S+)$/.exec(words) ?? []
  if (from !== undefined) return { kind: 'caller', from }
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

function parseLegAct(does: string): LegAct | undefined {
  if (does === 'machine') return { kind: 'machine', beep: 5 }
  const [, beep] = /^machine (no beep|\d+(?:\.\d+)?)$/.exec(does) ?? []
  if (beep !== undefined) {
    return { kind: 'machine', beep: beep === 'no beep' ? false : Number(beep) }
  }
  const kind = plainLegActs.find((name) => name.replace('-', ' ') === does)
  return kind && { kind }
}

function parseFault(words: string): DeliveryFault | undefined {
  const [, plain] = /^fault (closed|duplicate|late)$/.exec(words) ?? []
  if (plain !== undefined) return plain as 'closed' | 'duplicate' | 'late'
  const slow = /^fault slow(?: (\d+(?:\.\d+)?))?$/.exec(words)
  if (slow) return { slow: Number(slow[1] ?? 6) }
  const status = /^fault status(?: ([1-5]\d\d))?$/.exec(words)
  return status ? { status: Number(status[1] ?? 503) } : undefined
}

function unquoted(text: string): string {
  if (!text.startsWith('"')) return text
  try {
    return String(JSON.parse(text))
  } catch {
    return text
  }
}
