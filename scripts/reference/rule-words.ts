import type { NumberRule } from '../../src/options/rules/number'
import type { TextsRule } from '../../src/options/rules/texts'
import type { Rule } from '../../src/options/table'
import { toFileName } from './page'

/** The values that a rule takes, in words: type, range, steps and unit. */
export function valuesOf(rule: Rule): string {
  switch (rule.kind) {
    case 'text':
      return rule.isFilled ? 'text, not empty' : 'text'
    case 'number':
      return ofNumber(rule)
    case 'flag':
      return '`true` or `false`'
    case 'choice':
      return oneOf(rule.values)
    case 'url':
      return ofUrl(rule.scheme, rule.webhook !== undefined)
    case 'one':
      return valuesOf(rule.of)
    case 'list':
      return `array: ${valuesOf(rule.of)}`
    case 'json':
      return 'object: any JSON'
    case 'texts':
      return ofTexts(rule)
    case 'child':
      return rule.definitions
        .map(({ component }) => `[\`<${component}>\`](${toFileName(component)}.md)`)
        .join(', ')
  }
}

function ofNumber({ min, max, whole, unit, step, clamped }: NumberRule): string {
  const parts = [
    whole ? 'whole number' : 'number',
    ...(unit === undefined ? [] : [`of ${unit}`]),
    ...(min === undefined && max === undefined ? [] : [`, ${ofRange(min, max)}`]),
    ...(step === undefined ? [] : [`, in steps of ${step}`]),
    ...(clamped ? [', moved into that range by the platform'] : []),
  ]
  return parts.join(' ').replaceAll(' ,', ',')
}

/** A range as the comments of options spell it. */
function ofRange(min: number | undefined, max: number | undefined): string {
  if (max === undefined) return `${min} or more`
  return min === undefined ? `${max} or less` : `${min} to ${max}`
}

function ofUrl(scheme: 'http' | 'ws' | 'sip', isWebhook: boolean): string {
  if (scheme === 'sip') return 'SIP address'
  if (scheme === 'ws') return 'ws(s) URL'
  return isWebhook ? 'http(s) URL, or a link of a hook' : 'http(s) URL'
}

function ofTexts({ keys, mostCharacters }: TextsRule): string {
  const named = keys ? ` under ${oneOf(keys)}` : ''
  const limit = mostCharacters === undefined ? '' : `, at most ${mostCharacters} characters`
  return `object of texts${named}${limit}`
}

/** Values as code, in a list. */
export function oneOf(values: readonly string[]): string {
  const shown = values.map((value) => `\`${value}\``)
  const last = shown.pop() ?? ''
  return shown.length === 0 ? last : `${shown.join(', ')} or ${last}`
}
