import { kindOf } from '../issues/kind'
import { nearest } from '../issues/nearest'
import type {
  ChoiceRule,
  FlagRule,
  NumberRule,
  OptionPlace,
  TextRule,
  UrlRule,
  UrlScheme,
} from './table'

export type ValueRule = TextRule | NumberRule | FlagRule | ChoiceRule | UrlRule

/** Applies the rule of a single text, number, flag, choice or URL. */
export function checkValue(
  value: unknown,
  rule: ValueRule & { readonly required?: true },
  place: OptionPlace,
): void {
  switch (rule.kind) {
    case 'text':
      if (typeof value !== 'string') return wrongType('a string', value, place)
      if (value === '' && (rule.required || rule.isName))
        return place.report('empty-value', place.path, at(place))
      return rule.form?.(value, place)
    case 'number':
      if (typeof value === 'number') return checkNumber(value, rule, place)
      return wrongType('a number', value, place, { isQuoted: isNumeric(value) })
    case 'flag':
      if (typeof value === 'boolean') return
      return wrongType('true or false', value, place, {
        isQuoted: value === 'true' || value === 'false',
      })
    case 'choice':
      if (typeof value === 'string') return checkChoice(value, rule, place)
      return wrongType('a string', value, place, { values: rule.values })
    case 'url':
      if (typeof value === 'string') return checkUrl(value, rule.scheme, place)
      if (typeof value === 'function' && rule.webhook !== undefined) {
        return place.report('hook-not-called', place.path, at(place))
      }
      return wrongType('a URL', value, place)
  }
}

/** What every message about a value must know. */
export function at({ object, option }: OptionPlace): Pick<OptionPlace, 'object' | 'option'> {
  return { object, option }
}

export function wrongType(
  expected: string,
  value: unknown,
  place: OptionPlace,
  more: { readonly isQuoted?: boolean; readonly values?: readonly string[] } = {},
): void {
  const found = kindOf(value)
  place.report('wrong-type', place.path, { ...at(place), expected, found, ...more })
}

function isNumeric(value: unknown): boolean {
  return typeof value === 'string' && value.trim() !== '' && Number.isFinite(Number(value))
}

function checkNumber(value: number, rule: NumberRule, place: OptionPlace): void {
  const { min = Number.NEGATIVE_INFINITY, max = Number.POSITIVE_INFINITY, step } = rule
  if (!Number.isFinite(value)) return wrongType('a number', value, place)
  if (value < min || value > max) {
    const detail = { ...at(place), range: toRange(rule) }
    if (!rule.clamped) return place.report('out-of-range', place.path, detail)
    return place.report('clamped', place.path, { ...detail, becomes: value < min ? min : max })
  }
  if (rule.whole && !Number.isInteger(value)) {
    return place.report('not-whole', place.path, at(place))
  }
  // Decimal fractions are not exact in binary, so 0.3 / 0.1 is only nearly 3.
  if (step !== undefined && Math.abs(value / step - Math.round(value / step)) > 1e-9) {
    place.report('too-precise', place.path, { ...at(place), step })
  }
}

function toRange({ min, max, unit }: NumberRule): string {
  if (max === undefined) return `of ${min} or more`
  if (min === undefined) return `of ${max} or less`
  return `${unit === undefined ? '' : `of ${unit} `}from ${min} to ${max}`
}

/** Reports a value that is not in the list, with the one that was probably meant. */
function checkChoice(
  value: string,
  { values, absent }: Pick<ChoiceRule, 'values' | 'absent'>,
  place: OptionPlace,
): void {
  if (values.includes(value)) return
  const isAbsence = value === absent
  const detail = { ...at(place), value, values, nearest: nearest(value, values), isAbsence }
  place.report('not-one-of', place.path, detail)
}

/** What an absolute URL of each scheme looks like. */
export const urls: Record<UrlScheme, { pattern: RegExp; form: string }> = {
  http: { pattern: /^https?:\/\/[^\s/?#]\S*$/i, form: 'https://host/path' },
  ws: { pattern: /^wss?:\/\/[^\s/?#]\S*$/i, form: 'wss://host/path' },
  sip: { pattern: /^sips?:[^\s@]+@[^\s@]+$/i, form: 'sip:user@host' },
}

function checkUrl(value: string, scheme: UrlScheme, place: OptionPlace): void {
  const { pattern, form } = urls[scheme]
  if (!pattern.test(value)) place.report('bad-url', place.path, { ...at(place), form })
}
