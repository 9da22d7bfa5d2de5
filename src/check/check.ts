import type { Issue } from '../issues/issue'
import { judge } from './judge'
import type { CheckOptions } from './sequence'

/**
 * Judges an NCCO, whoever wrote it, by every rule of the NCCO reference: the options of each object, and
 * the order of actions. Never throws, whatever it is given.
 *
 * @param ncco the NCCO as a value, not as JSON text
 * @param options `strict` adds the warning about actions after an input
 * @returns everything found, in document order; an empty array if the NCCO is valid
 * @example
 * ```ts
 * const issues = check(JSON.parse(body))
 * if (issues.some(({ severity }) => severity === 'error')) console.error(issues.map(formatIssue).join('\n'))
 * ```
 * @see https://developer.vonage.com/en/voice/voice-api/ncco-reference
 */
export function check(ncco: unknown, options: CheckOptions = {}): Issue[] {
  return judge(ncco, options)
}
