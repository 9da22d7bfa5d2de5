import type { BareRule } from '../table'
import { text } from './text'

/** The option must be there. If it is a text, it must not be empty. */
/* @__NO_SIDE_EFFECTS__ */
export function required<R extends BareRule>(rule: R): R & { required: true } {
  const filled = rule.kind === 'text' ? { ...rule, ...text({ ...rule, isFilled: true }) } : rule
  return { ...filled, required: true }
}

/** The option under its spelling in the NCCO. */
/* @__NO_SIDE_EFFECTS__ */
export function keyed<R extends BareRule>(key: string, rule: R): R {
  return { ...rule, key }
}
