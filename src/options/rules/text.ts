import { type Format, matches } from '../formats/format'
import { type OptionPlace, reportValue, wrongType } from '../place'
import type { RuleOf, Takes } from './rule'

/** A text. */
export interface TextRule extends RuleOf<'text'>, TextLimits {}

interface TextLimits {
  /** An empty text is an error. */
  readonly isFilled?: true
  readonly format?: Format
}

/* @__NO_SIDE_EFFECTS__ */
export function text<T extends string = string>(limits: TextLimits = {}): TextRule & Takes<T> {
  return {
    kind: 'text',
    ...limits,
    accepts: acceptor(limits),
    check: (value, place) => checkText(value, limits, place),
  }
}

function acceptor({ format, isFilled }: TextLimits): TextRule['accepts'] {
  if (format) {
    const hasFormat = acceptorOf(format)
    return (value) => typeof value === 'string' && !(isFilled && value === '') && hasFormat(value)
  }
  if (isFilled) return (value) => typeof value === 'string' && value !== ''
  return (value) => typeof value === 'string'
}

/** Tells whether a text has the format beyond doubt. */
export function acceptorOf({ accepts, pattern }: Format): (text: string) => boolean {
  return accepts ?? ((text) => pattern !== undefined && matches(pattern, text))
}

function checkText(value: unknown, { format, isFilled }: TextLimits, place: OptionPlace): void {
  if (typeof value !== 'string') {
    const mistake = typeof value === 'number' ? 'unquoted' : undefined
    return wrongType('a string', value, place, { mistake })
  }
  if (isFilled && value === '') return reportValue('empty-value', place, {})
  format?.(value, place)
}

/** The number of characters of a text, as code points: the reading that lets most through. */
export function countCharacters(text: string): number {
  return text.replace(/[\ud800-\udbff][\udc00-\udfff]/g, ' ').length
}
