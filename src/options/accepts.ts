import { isJsonObject } from '../element/json'
import { urls } from './check-value'
import type { Accepts, NumberRule, Rule, TextRule } from './table'

/**
 * What accepts the values of a rule. Nearly every value is right, and then nothing has to be made ready for a message; so a rule
 * is read once, when its table is made, and not for each value.
 */
export function acceptor(rule: Rule): Accepts {
  switch (rule.kind) {
    case 'text':
      return textAcceptor(rule)
    case 'number':
      return numberAcceptor(rule)
    case 'flag':
      return (value) => typeof value === 'boolean'
    case 'choice': {
      const { values } = rule
      return (value) => typeof value === 'string' && values.includes(value)
    }
    case 'url': {
      const { pattern } = urls[rule.scheme]
      return (value) => typeof value === 'string' && pattern.test(value)
    }
    case 'one': {
      const accepts = acceptor(rule.of)
      return (value) => Array.isArray(value) && value.length === 1 && accepts(value[0])
    }
    case 'list': {
      const accepts = acceptor(rule.of)
      return (value) => Array.isArray(value) && value.every(accepts)
    }
    case 'object':
      return rule.of === 'json' ? isJsonObject : never
    case 'child':
      return never
  }
}

function never(): boolean {
  return false
}

function textAcceptor({ form, required, isName }: TextRule & Rule): Accepts {
  if (form) {
    const { pattern } = form
    if (!pattern) return never
    return (value) => typeof value === 'string' && value !== '' && pattern.test(value)
  }
  if (required || isName) return (value) => typeof value === 'string' && value !== ''
  return (value) => typeof value === 'string'
}

function numberAcceptor(rule: NumberRule): Accepts {
  const { min = Number.NEGATIVE_INFINITY, max = Number.POSITIVE_INFINITY, step } = rule
  if (step !== undefined) return never
  const isNumber = rule.whole ? Number.isInteger : Number.isFinite
  return (value) => typeof value === 'number' && value >= min && value <= max && isNumber(value)
}
