import { simulatorError } from '../errors'
import type { CallAct } from './act'
import { callWords } from './call-words'
import { readAct } from './words'

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
  const act = readAct(callWords, words)
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
