import { parseCallTime } from '../../src/cli/call-time'
import { FlagError } from './flag-error'
import type { Environment } from './module/environment'
import type { CallSettings } from './protocol'

/** The options of `ncco-jsx dev` that are about calls, as the command line gives them. */
export interface CallFlags {
  /** `none` for a caller who withholds the number. */
  readonly from?: string
  readonly to?: string
  readonly method?: 'GET' | 'POST'
  readonly eventUrl?: string
  readonly fallbackUrl?: string
  readonly baseUrl?: string
  /** JSON. */
  readonly customData?: string
  /** `X-Account: 7`, each. */
  readonly sipHeader?: readonly string[]
  readonly header?: readonly string[]
  /** The name of a variable; `false` for no signature. */
  readonly sign?: string | boolean
  /** The time that a call starts at. */
  readonly at?: string
}

// The names that the documentation of Vonage and this project use.
const usualSecrets = ['SIGNATURE_SECRET', 'VONAGE_SIGNATURE_SECRET']

/**
 * Reads the options about calls.
 *
 * @throws FlagError
 */
export function readSettings(flags: CallFlags, environment: Environment): CallSettings {
  const { from, to, method, eventUrl, fallbackUrl, baseUrl } = flags
  return {
    ...(from !== undefined && { from: from === 'none' ? null : from }),
    ...(to !== undefined && { to }),
    ...(method && { answerMethod: method }),
    ...(eventUrl !== undefined && { eventUrl }),
    ...(fallbackUrl !== undefined && { fallbackUrl }),
    ...(baseUrl !== undefined && { baseUrl }),
    ...(flags.customData !== undefined && { customData: readJson(flags.customData) }),
    ...(flags.sipHeader && { sipHeaders: readHeaders('--sip-header', flags.sipHeader) }),
    ...(flags.header && { headers: readHeaders('--header', flags.header) }),
    ...readSignature(flags.sign, environment),
    ...(flags.at !== undefined && { startsAt: readTime(flags.at) }),
  }
}

function readJson(text: string): Record<string, unknown> {
  const expected = '--custom-data must be a JSON object, such as {"cart":7}.'
  try {
    const value = JSON.parse(text)
    if (typeof value === 'object' && value !== null && !Array.isArray(value)) return value
  } catch {
    throw new FlagError(expected)
  }
  throw new FlagError(expected)
}

function readHeaders(flag: string, lines: readonly string[]): Record<string, string> {
  return Object.fromEntries(
    lines.map((line) => {
      const [, name, value] = /^([^\s:]+):\s*(.*)$/.exec(line) ?? []
      if (name === undefined || value === undefined) {
        throw new FlagError(`${flag} must be a name and a value, such as "X-Account: 7".`)
      }
      return [name, value]
    }),
  )
}

/** The name of the variable to sign with. Where none is named, one with a usual name is taken, if it is set. */
function readSignature(
  sign: string | boolean | undefined,
  environment: Environment,
): Pick<CallSettings, 'signature'> {
  if (sign === false) return {}
  const [usual] = usualSecrets.filter((name) => environment.secret(name) !== undefined)
  const name = typeof sign === 'string' ? sign : usual
  if (name === undefined) {
    if (sign === undefined) return {}
    throw new FlagError(`--sign needs the name of a variable, or ${usualSecrets[0]} in the .env.`)
  }
  if (environment.secret(name) === undefined) {
    throw new FlagError(`${name} is not set. Set it in ${environment.file}, or leave out --sign.`)
  }
  return { signature: name }
}

function readTime(text: string): string {
  const time = parseCallTime(text)
  if (time !== undefined) return time
  throw new FlagError('--now must be a time, such as 18:30 or 2026-12-24T18:30:00Z.')
}
