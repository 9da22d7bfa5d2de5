import { isBranded } from '../issues/brand'
import { formatPlace, type Issue } from '../issues/issue'
import { type ServeCode, type ServeDetail, serveMessages } from './messages'
import type { RefusalStatus } from './reply'

// Shared by name, so that an error of one copy of the package is a ServeError to another copy.
const brand = Symbol.for('ncco-jsx.serve-error')

const statuses: Partial<Record<ServeCode, RefusalStatus>> = {
  'unreadable-url': 400,
  'body-not-json': 400,
  'bad-signature': 401,
  'bad-link': 403,
  'unknown-path': 404,
  'unknown-method': 405,
  'body-too-large': 413,
  'unsupported-type': 415,
  'unexpected-webhook': 422,
  'body-too-slow': 503,
  'body-already-read': 503,
  'missing-signature': 503,
}

/** Where in a flow it is. */
type Place = Pick<Issue, 'element' | 'components' | 'source'>

/**
 * What an app throws when it is made, and hands to `onError` when it refuses a webhook or cannot write a link. Its message
 * names paths, options and fields, and shows no value of a webhook.
 */
export class ServeError extends Error {
  override readonly name = 'ServeError'
  /** Permanent name of what is wrong; `docs/errors.md` has a section for each. */
  readonly code: ServeCode
  /** The HTTP status that refuses the webhook; absent where the fault is not the webhook's. */
  readonly status: RefusalStatus | undefined

  constructor(code: ServeCode, message: string, options?: ErrorOptions) {
    super(message, options)
    this.code = code
    this.status = statuses[code]
    Object.defineProperty(this, brand, { value: true })
  }

  static override [Symbol.hasInstance](value: unknown): boolean {
    return isBranded(value, brand)
  }
}

/** Puts what is wrong into words. */
export function serveError<C extends ServeCode>(
  code: C,
  detail: ServeDetail<C>,
  { place, cause }: { place?: Place | undefined; cause?: unknown } = {},
): ServeError {
  const says = serveMessages[code] as (detail: ServeDetail<C>) => readonly [string, string]
  const [message, remedy] = says(detail)
  const lines = [`${code}: ${message}`, `  ${remedy}`]
  if (place) lines.push(`  at ${formatPlace({ ...place, path: '' })}`)
  lines.push(`  docs/errors.md#${code}`)
  return new ServeError(code, lines.join('\n'), cause === undefined ? undefined : { cause })
}
