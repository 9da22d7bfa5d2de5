import { formatIssue, formatPlace, type Issue } from '../issues/issue'
import { NccoError } from '../issues/ncco-error'
import type { Configuration } from './configuration'
import { ServeError } from './errors'

/**
 * What an app writes to the console. In production it writes no caller's data: nothing that a component threw, and only code and place of the
 * issues of an NCCO, because their words can quote the keys that a caller pressed. No method throws: a console can be broken, and
 * so can a value that is written.
 */
export class AppConsole {
  readonly #isDevelopment: boolean
  readonly #hasOnError: boolean
  /** The codes of the refusals that were written. Each is written once, or strangers could fill the log. */
  readonly #refusals = new Set<ServeError['code']>()
  /** The URLs without a webhook that were written in development, where a call or a browser asks for the same again and again. */
  readonly #unknownUrls = new Set<string>()

  constructor({ isDevelopment, onError }: Pick<Configuration, 'isDevelopment' | 'onError'>) {
    this.#isDevelopment = isDevelopment
    this.#hasOnError = onError !== undefined
  }

  /** The app accepts unsigned webhooks, and nobody said that it should. */
  unsigned(): void {
    write(
      'warn',
      "ncco-jsx: warning: the app accepts unsigned webhooks, which anybody can send. Add signature: { secret: process.env.SIGNATURE_SECRET ?? '' } to createVoiceApp, beside its answer; the value stands as signature secret in the API settings of Vonage’s dashboard. Only for trials on your own machine: signature: false.",
    )
  }

  /** A flow failed, or the app cannot serve. */
  failed(error: unknown): void {
    if (this.#isDevelopment) writeError(error)
    else if (!this.#hasOnError) write('error', `ncco-jsx: ${withoutData(error)}${learnWhy(error)}`)
  }

  /**
   * A request was refused. Anybody can bring this about.
   *
   * @param unknownUrl the URL of a request to a path that the app does not have
   */
  refused(error: ServeError, unknownUrl?: string): void {
    if (this.#isDevelopment) {
      if (unknownUrl === undefined || !this.#isKnown(unknownUrl)) writeError(error)
      return
    }
    if (this.#hasOnError || this.#isRepeated(error)) return
    write('error', `ncco-jsx: ${withoutData(error)}\n  ${learnOfAll(error.code)}`)
  }

  /** A callback that is told of failures or warnings failed itself, so nobody was told. */
  callbackFailed(option: 'onError' | 'onWarning', error: unknown, about?: unknown): void {
    if (!this.#isDevelopment && this.#isRepeated(about)) return
    const cause = this.#isDevelopment || about === undefined ? '' : `, given ${withoutData(about)}`
    write('error', `ncco-jsx: ${option} of createVoiceApp failed itself${cause}`)
    if (this.#isDevelopment) writeError(error)
    else write('error', isOwn(error) ? withoutData(error) : inProduction)
  }

  /** A flow has a warning. */
  warned(issue: Issue, hasListener: boolean): void {
    if (this.#isDevelopment && !hasListener) write('warn', `warning ${formatIssue(issue)}`)
  }

  /** A webhook that takes no NCCO was answered with one. */
  unsent(path: string): void {
    if (!this.#isDevelopment) return
    write('warn', `ncco-jsx: what ${path} rendered is not sent: Vonage takes no NCCO there.`)
  }

  /** An event of a connect that is not synchronous was answered with an NCCO. */
  unread(path: string): void {
    if (!this.#isDevelopment) return
    write(
      'warn',
      `ncco-jsx: what ${path} rendered is not read: its link stands in a <Connect> without eventType="synchronous". Add it, and the NCCO replaces the current one.`,
    )
  }

  #isKnown(url: string): boolean {
    if (this.#unknownUrls.has(url)) return true
    if (this.#unknownUrls.size < mostUnknownUrls) this.#unknownUrls.add(url)
    return false
  }

  /** Whether a refusal of this code was written before. */
  #isRepeated(error: unknown): boolean {
    if (!(error instanceof ServeError) || error.status === undefined) return false
    const { size } = this.#refusals
    return size === this.#refusals.add(error.code).size
  }
}

// Strangers may ask a server in development too.
const mostUnknownUrls = 100

function writeError(error: unknown): void {
  if (!write('error', ...inDevelopment(error))) {
    write('error', isOwn(error) ? error.message : withoutData(error))
  }
}

/** Returns whether it could be written. */
function write(method: 'warn' | 'error', ...what: readonly unknown[]): boolean {
  try {
    console[method](...what)
    return true
  } catch {
    return false
  }
}

function inDevelopment(error: unknown): unknown[] {
  if (!isOwn(error)) return [error]
  const { message, cause } = error
  // An own error that was given its place says nothing more.
  if (cause === undefined || cause instanceof NccoError) return [message]
  return ['%s\n%O', message, cause]
}

const inProduction = 'ncco-jsx: createVoiceApp({ development: true }) writes its error too.'

/** Tells how to learn more than is written. */
function learnWhy(error: unknown): string {
  return error instanceof ServeError ? '' : '\n  Give the app an onError to learn why.'
}

function learnOfAll(code: ServeError['code']): string {
  return `No other ${code} is written. Give the app an onError to hear of all.`
}

/** The error in words, without anything that a caller may have sent. */
function withoutData(error: unknown): string {
  if (error instanceof ServeError) return error.message
  if (!(error instanceof NccoError)) return 'a flow failed.'
  const { code, issues } = error
  const [first, ...others] = issues.filter(({ severity }) => severity === 'error')
  const lines: string[] = [code]
  // The path of an issue can hold keys of the author's data.
  if (first) lines.push(`  at ${formatPlace({ ...first, path: '' })}`)
  if (others.length > 0) lines.push(`  and ${others.length} more`)
  return [...lines, `  docs/errors.md#${code}`].join('\n')
}

function isOwn(error: unknown): error is NccoError | ServeError {
  return error instanceof NccoError || error instanceof ServeError
}
