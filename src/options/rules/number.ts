import { type OptionPlace, reportValue, wrongType } from '../place'
import type { RuleOf, Takes } from './rule'

/** A number. */
export interface NumberRule extends RuleOf<'number'>, NumberLimits {}

interface NumberLimits {
  readonly min?: number
  readonly max?: number
  readonly whole?: boolean
  readonly unit?: 'seconds'
  /** The steps in which the platform reads it. */
  readonly step?: number
  /** The platform moves a number outside the range into it. */
  readonly clamped?: boolean
}

/* @__NO_SIDE_EFFECTS__ */
export function number<T extends number = number>(
  limits: NumberLimits = {},
): NumberRule & Takes<T> {
  return {
    kind: 'number',
    ...limits,
    accepts: acceptor(limits),
    check: (value, place) => {
      if (typeof value === 'number') checkNumber(value, limits, place)
      else wrongType('a number', value, place, { mistake: isNumeric(value) ? 'quoted' : undefined })
    },
  }
}

/* @__NO_SIDE_EFFECTS__ */
export function seconds(limits: Omit<NumberLimits, 'unit'>): NumberRule & Takes<number> {
  return number({ unit: 'seconds', ...limits })
}

function acceptor(limits: NumberLimits): NumberRule['accepts'] {
  const { min = -Infinity, max = Infinity, step } = limits
  const isNumber = limits.whole ? Number.isInteger : Number.isFinite
  const isRight = (value: unknown): boolean =>
    typeof value === 'number' && value >= min && value <= max && isNumber(value)
  return step === undefined ? isRight : (value) => isRight(value) && isMultiple(Number(value), step)
}

function checkNumber(value: number, limits: NumberLimits, place: OptionPlace): void {
  const { min = -Infinity, max = Infinity, step } = limits
  if (!Number.isFinite(value)) return wrongType('a number', value, place)
  if (value < min || value > max) {
    const detail = { value, range: toRange(limits) }
    if (!limits.clamped) return reportValue('out-of-range', place, detail)
    return reportValue('clamped', place, { ...detail, becomes: value < min ? min : max })
  }
  if (limits.whole && !Number.isInteger(value)) {
    return reportValue('not-whole', place, { value })
  }
  if (step !== undefined && !isMultiple(value, step)) {
    reportValue('too-precise', place, { value, step })
  }
}

/** Decimal fractions are not exact in binary: 0.3 / 0.1 is only nearly 3. */
function isMultiple(value: number, step: number): boolean {
  return Math.abs(value / step - Math.round(value / step)) <= 1e-9
}

function isNumeric(value: unknown): boolean {
  return typeof value === 'string' && value.trim() !== '' && Number.isFinite(Number(value))
}

function toRange({ min, max, unit }: NumberLimits): string {
  if (max === undefined) return `of ${min} or more`
  if (min === undefined) return `of ${max} or less`
  return `${unit === undefined ? '' : `of ${unit} `}from ${min} to ${max}`
}
