import { simulatorError } from './errors'

/** Refuses the value of an option. */
export function refuseOption(option: string, expected: string): never {
  throw simulatorError('simulator-option', { option, expected })
}

export function checkSeconds(option: string, value: unknown): asserts value is number {
  if (Number.isFinite(value) && Number(value) >= 0) return
  refuseOption(option, 'a finite number of seconds, from 0')
}

/** Refuses what is neither absent nor one of these. */
export function checkOneOf(option: string, value: unknown, allowed: readonly string[]): void {
  if (value === undefined || allowed.includes(value as string)) return
  refuseOption(option, allowed.map((one) => `'${one}'`).join(' or '))
}
