import { nearest } from '../issues/nearest'

/** Throws for a value that the option does not take. */
export type CheckOption = (value: unknown, option: string) => void

interface Refusal {
  /** What stands before the name of each option, where they are told of. */
  readonly prefix?: string
  /** Throws for an option that there is not; `meant` is the one that was probably meant. */
  refuseUnknown(option: string, meant: string | undefined): never
}

/** Checks each option that was given to a function, by the check of its name. */
export function checkGiven(
  given: object,
  checks: Readonly<Record<string, CheckOption>>,
  { prefix = '', refuseUnknown }: Refusal,
): void {
  for (const [name, value] of Object.entries(given)) {
    const check = Object.hasOwn(checks, name) ? checks[name] : undefined
    if (check) check(value, prefix + name)
    else refuseUnknown(prefix + name, nearest(name, Object.keys(checks)))
  }
}
