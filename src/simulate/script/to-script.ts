import type { DeliveryFault } from '../delivery/delivery-fault'
import type { CallAct, LegAct } from './act'

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
  return after + wordsOf(act)
}

function wordsOf(act: CallAct): string {
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
    case 'caller':
      return `caller ${act.from}`
    case 'call': {
      const leg = act.leg === undefined ? '' : `leg ${act.leg} `
      return `call ${act.call} ${leg}${legWords(act.does)}`
    }
    case 'fault':
      return `fault ${faultWords(act.fault)}`
  }
}

function legWords(does: LegAct): string {
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

function faultWords(fault: DeliveryFault): string {
  if (typeof fault === 'string') return fault
  return 'slow' in fault ? `slow ${fault.slow}` : `status ${fault.status}`
}

/** A text with a `;`, a quote, or space at an end is written as a JSON string. */
function quoted(text: string): string {
  return /[;"]|^\s|\s$|^$/.test(text) ? JSON.stringify(text) : text
}
