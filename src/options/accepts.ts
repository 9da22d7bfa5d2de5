import { urls } from './check-value'
import { isJsonObject } from './json'
import type { NumberRule, Rule, TextRule } from './table'

/**
 * Whether a value is right beyond doubt, as nearly every one is: then nothing has to be made ready for a message. What is not
 * accepted may still be right; `checkOption` looks at it closely.
 */
export function accepts(value: unknown, rule: Rule): boolean {
  switch (rule.kind) {
    case 'text':
      return typeof value === 'string' && acceptsText(value, rule)
    case 'number':
      return typeof value === 'number' && acceptsNumber(value, rule)
    case 'flag':
      return typeof value === 'boolean'
    case 'choice':
      return typeof value === 'string' && rule.values.includes(value)
    case 'url':
      return typeof value === 'string' && urls[rule.scheme].pattern.test(value)
    case 'one':
      return Array.isArray(value) && value.length === 1 && accepts(value[0], rule.of)
    case 'list':
      return Array.isArray(value) && value.every((entry) => accepts(entry, rule.of))
    case 'object':
      return rule.of === 'json' && isJsonObject(value)
    case 'child':
      return false
  }
}

function acceptsText(value: string, { form, required, isName }: TextRule & Rule): boolean {
  if (form) return form.pattern?.test(value) === true && value !== ''
  return value !== '' || !(required || isName)
}

function acceptsNumber(value: number, { min, max, whole, step }: NumberRule): boolean {
  if (min !== undefined && value < min) return false
  if (max !== undefined && value > max) return false
  return step === undefined && (whole ? Number.isInteger(value) : Number.isFinite(value))
}
