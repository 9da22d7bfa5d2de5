import { nearest } from './nearest'

/** Throws for a value that the option does not take. */
export type AssertOption = (value: unknown, option: string) => void

interface Refusal {
  /** Precedes the name of each option in a message, such as `signature.`. */
  readonly prefix?: string
  /** Throws for an option that does not exist; `meant` is a similar name, if there is one. */
  refuseUnknown(option: string, meant: string | undefined): never
}

/** Asserts that a function was given only options that it has, each with a value that it takes. */
export function assertGiven(
  given: object,
  assertions: Readonly<Record<string, AssertOption>>,
  { prefix = '', refuseUnknown }: Refusal,
): void {
  for (const [name, value] of Object.entries(given)) {
    const assertOption = Object.hasOwn(assertions, name) ? assertions[name] : undefined
    if (assertOption) assertOption(value, prefix + name)
    else refuseUnknown(prefix + name, nearest(name, Object.keys(assertions)))
  }
}
