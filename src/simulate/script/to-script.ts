import type { CallAct } from './act'
import { callWords } from './call-words'
import { writeAct } from './words'

/**
 * Writes acts as a script, which `parseScript` reads.
 *
 * @example
 * ```ts
 * toScript([{ kind: 'press', keys: '1' }, { kind: 'say', text: 'sales' }]) // 'press 1; say sales'
 * ```
 */
export function toScript(acts: readonly CallAct[]): string {
  return acts.map(toPart).join('; ')
}

function toPart(act: CallAct): string {
  const after = 'after' in act && act.after !== undefined ? `after ${act.after} ` : ''
  return after + writeAct(callWords, act)
}
