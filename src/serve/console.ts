import { formatIssue, formatPlace, type Issue } from '../issues/issue'
import { NccoError } from '../issues/ncco-error'
import type { Configuration } from './configuration'
import { ServeError } from './errors'

/**
 * What an app writes to the console. In production that is no caller's data: nothing that a component threw, and of what is wrong
 * in an NCCO only the code and the place, because its words can quote the keys that a caller pressed. No method throws: a console can
 * be broken, and so can what it is to write.
 */
export interface AppConsole {
  unsigned(): void
  /** A flow failed, or the app cannot serve. */
  failed(error: unknown): void
  /** A webhook was refused, which anybody can bring about. */
  refused(error: ServeError): void
  /** What the app was given to hear of failures or warnings failed itself, so that nobody heard. */
  callbackFailed(option: 'onError' | 'onWarning', error: unknown, about?: unknown): void
  warned(issue: Issue): void
  /** A webhook that takes no NCCO was answered with one. */
  unsent(path: string): void
}

export function makeConsole({
  isDevelopment,
  onError,
  onWarning,
}: Pick<Configuration, 'isDevelopment' | 'onError' | 'onWarning'>): AppConsole {
  const refusals = new Set<ServeError['code']>()
  /** Whether a refusal of this code was written before. Each is written once, or strangers could fill the log. */
  const isRepeated = (error: unknown) => {
    if (!(error instanceof ServeError) || error.status === undefined) return false
    const { size } = refusals
    return size === refusals.add(error.code).size
  }
  return {
    unsigned() {
      write(
        'warn',
        'ncco-jsx: the app accepts unsigned webhooks, which anybody can send. Give it the signature secret of your account: createVoiceApp({ signature: { secret } }).',
      )
    },
    failed(error) {
      if (isDevelopment) writeError(error)
      else if (!onError) write('error', `ncco-jsx: ${withoutData(error)}${learnWhy(error)}`)
    },
    refused(error) {
      if (isDevelopment) return writeError(error)
      if (onError || isRepeated(error)) return
      write('error', `ncco-jsx: ${withoutData(error)}\n  ${learnOfAll(error.code)}`)
    },
    callbackFailed(option, error, about) {
      if (!isDevelopment && isRepeated(about)) return
      const cause = isDevelopment || about === undefined ? '' : `, given ${withoutData(about)}`
      write('error', `ncco-jsx: ${option} of createVoiceApp failed itself${cause}`)
      if (isDevelopment) writeError(error)
      else write('error', isOwn(error) ? withoutData(error) : inProduction)
    },
    warned(issue) {
      if (isDevelopment && !onWarning) write('warn', formatIssue(issue))
    },
    unsent(path) {
      if (!isDevelopment) return
      write('warn', `ncco-jsx: what ${path} rendered is not sent: Vonage takes no NCCO there.`)
    },
  }
}

function writeError(error: unknown): void {
  if (!write('error', ...inDevelopment(error))) {
    write('error', isOwn(error) ? error.message : withoutData(error))
  }
}

/** Whether it could be written. */
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
  return error.cause === undefined ? [error.message] : [error.message, error.cause]
}

const inProduction = 'ncco-jsx: createVoiceApp({ development: true }) writes its error too.'

/** Where to learn what is left out. */
function learnWhy(error: unknown): string {
  return error instanceof ServeError ? '' : '\n  Give the app an onError to learn why.'
}

function learnOfAll(code: ServeError['code']): string {
  return `No other ${code} is written. Give the app an onError to hear of all.`
}

/** What is wrong, without anything that a caller may have sent. */
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
