import { brandError, isInstance } from '../issues/brand'
import { elementWords } from '../issues/element-words'
import { formatPlace, type Issue } from '../issues/issue'
import { explain, formatExplained } from '../issues/message'
import { type ServeCode, type ServeDetail, serveMessages } from './messages'
import type { RefusalStatus } from './reply'

// Shared by name, so that an error of one copy of the package is a ServeError to another copy.
const brand = Symbol.for('ncco-jsx.serve-error')

/** A place in a flow. */
type Place = Pick<Issue, 'element' | 'components' | 'source'>

/**
 * The error that `createVoiceApp` throws, and that `onError` receives for a refused request or a link that cannot be written. Its message
 * names paths, options and fields, and shows no value of a webhook.
 */
export class ServeError extends Error {
  override readonly name = 'ServeError'
  /** Permanent name of what is wrong; `docs/errors.md` has a section for each. */
  readonly code: ServeCode
  /** The HTTP status that refuses the webhook; absent if the request is not at fault. */
  readonly status: RefusalStatus | undefined

  constructor(code: ServeCode, message: string, options?: ErrorOptions) {
    super(message, options)
    this.code = code
    const row = serveMessages[code]
    this.status = 'status' in row ? row.status : undefined
    brandError(this, brand)
  }

  /**
   * An error of another copy of the package is an instance too.
   * @internal
   */
  static override [Symbol.hasInstance](value: unknown): boolean {
    return isInstance(this, value, brand)
  }
}

/** Puts what is wrong into words. */
export function serveError<C extends ServeCode>(
  code: C,
  detail: ServeDetail<C>,
  { place, cause }: { place?: Place | undefined; cause?: unknown } = {},
): ServeError {
  const explained = explain(serveMessages, code, detail, elementWords())
  const text = formatExplained(explained, place && formatPlace({ ...place, path: '' }))
  return new ServeError(code, text, cause === undefined ? undefined : { cause })
}
