import { formatIssue, type Issue } from '../issues/issue'
import { NccoError } from '../issues/ncco-error'
import { ServeError } from './errors'
import type { VoiceAppOptions } from './options'

/**
 * What an app writes to the console; never a caller's data, except what a component threw, in development. No method throws: a
 * console can be broken, and so can what it is to write.
 */
export interface AppConsole {
  unsigned(): void
  /** A flow failed, or a webhook was refused. */
  failed(error: unknown, isRefused: boolean): void
  /** What the app was given to hear of failures or warnings failed itself, so that nobody heard. */
  callbackFailed(option: 'onError' | 'onWarning', error: unknown, about?: unknown): void
  warned(issue: Issue): void
  /** A webhook that takes no NCCO was answered with one. */
  unsent(path: string): void
}

export function makeConsole({ development, onError, onWarning }: VoiceAppOptions): AppConsole {
  const isDevelopment = development ?? isDevelopmentByDefault()
  return {
    unsigned() {
      write(
        'warn',
        'ncco-jsx: the app accepts unsigned webhooks, which anybody can send. Give it the signature secret of your account: createVoiceApp({ signature: { secret } }).',
      )
    },
    failed(error, isRefused) {
      if (isDevelopment) writeError(error)
      else if (!onError && !isRefused) write('error', ownMessage(error))
    },
    callbackFailed(option, error, about) {
      const cause = isDevelopment || about === undefined ? '' : `, given ${ownMessage(about)}`
      write('error', `ncco-jsx: ${option} of createVoiceApp failed itself${cause}`)
      if (isDevelopment) writeError(error)
      else write('error', isOwn(error) ? error.message : inProduction)
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
  if (!write('error', ...inDevelopment(error))) write('error', ownMessage(error))
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

function ownMessage(error: unknown): string {
  return isOwn(error)
    ? error.message
    : 'ncco-jsx: a flow failed. Give the app an onError to learn why.'
}

// Only the messages of this package are free of callers' data.
function isOwn(error: unknown): error is NccoError | ServeError {
  return error instanceof NccoError || error instanceof ServeError
}

function isDevelopmentByDefault(): boolean {
  const { process } = globalThis as { process?: { env?: { NODE_ENV?: string } } }
  return process?.env !== undefined && process.env.NODE_ENV !== 'production'
}
