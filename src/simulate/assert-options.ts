import { isJsonObject } from '../element/json'
import { type AssertOption, assertGiven } from '../issues/given-options'
import { simulatorError } from './errors'

/** Refuses the value of an option. */
export function refuseOption(option: string, expected: string): never {
  throw simulatorError('simulator-option', { option, expected })
}

/** An assertion for each option of `Options`, which the compiler holds complete. */
export type AssertionsOf<Options> = Readonly<Record<keyof Options, AssertOption>>

/**
 * Throws for an option that `owner` does not have, and for a value that an option does not take.
 *
 * @param ofPlatform the options that belong to the platform of `owner`
 */
export function assertOptions(
  owner: string,
  given: unknown,
  assertions: Readonly<Record<string, AssertOption>>,
  ofPlatform: readonly string[] = [],
): void {
  if (!isJsonObject(given)) return refuseOption(`The options of ${owner}`, 'an object')
  assertGiven(given, assertions, {
    refuseUnknown(option, nearest) {
      throw simulatorError('simulator-option', {
        option,
        owner,
        nearest,
        isOfPlatform: ofPlatform.includes(option),
      })
    },
  })
}

/** Undefined counts as absent. */
export function may(expected: string, isRight: (value: unknown) => boolean): AssertOption {
  return (value, option) => {
    if (value !== undefined && !isRight(value)) refuseOption(option, expected)
  }
}

export function oneOf(...allowed: string[]): AssertOption {
  const expected = allowed.map((one) => `'${one}'`).join(' or ')
  return may(expected, (value) => allowed.includes(value as string))
}

export const flag = may('true or false', (value) => typeof value === 'boolean')

export const text = may('a text that is not empty', isText)

// About 30 years: timestamps stay dates.
const mostSeconds = 1_000_000_000
const secondsExpected = `a number of seconds from 0 to ${mostSeconds}`

export const seconds = may(secondsExpected, isSeconds)

export const callable = may('a function', (value) => typeof value === 'function')

export const object = may('an object', (value) => typeof value === 'object' && value !== null)

export function isText(value: unknown): boolean {
  return typeof value === 'string' && value !== ''
}

/** For a value that cannot be absent. */
export function assertSeconds(option: string, value: unknown): asserts value is number {
  if (!isSeconds(value)) refuseOption(option, secondsExpected)
}

function isSeconds(value: unknown): boolean {
  return typeof value === 'number' && value >= 0 && value <= mostSeconds
}
