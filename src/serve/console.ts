import { formatIssue, type Issue } from '../issues/issue'
import { NccoError } from '../issues/ncco-error'
import { ServeError } from './errors'
import type { VoiceAppOptions } from './options'

/** What an app writes to the console; never a caller's data, except what a component threw, in development. */
export interface AppConsole {
  unsigned(): void
  /** A flow failed, or a webhook was refused. */
  failed(error: unknown, isRefused: boolean): void
  warned(issue: Issue): void
  /** A webhook that takes no NCCO was answered with one. */
  unsent(path: string): void
}

export function makeConsole({ development, onError, onWarning }: VoiceAppOptions): AppConsole {
  const isDevelopment = development ?? isDevelopmentByDefault()
  return {
    unsigned() {
      console.warn(
        'ncco-jsx: the app accepts unsigned webhooks, which anybody can send. Give it the signature secret of your account: createVoiceApp({ signature: { secret } }).',
      )
    },
    failed(error, isRefused) {
      if (isDevelopment) console.error(...inDevelopment(error))
      else if (!onError && !isRefused) console.error(ownMessage(error))
    },
    warned(issue) {
      if (isDevelopment && !onWarning) console.warn(formatIssue(issue))
    },
    unsent(path) {
      if (!isDevelopment) return
      console.warn(`ncco-jsx: what ${path} rendered is not sent: Vonage takes no NCCO there.`)
    },
  }
}

function inDevelopment(error: unknown): unknown[] {
  if (!(error instanceof NccoError || error instanceof ServeError)) return [error]
  return error.cause === undefined ? [error.message] : [error.message, error.cause]
}

// Only the messages of this package are free of callers' data.
function ownMessage(error: unknown): string {
  const isOwn = error instanceof NccoError || error instanceof ServeError
  return isOwn ? error.message : 'ncco-jsx: a flow failed. Give the app an onError to learn why.'
}

function isDevelopmentByDefault(): boolean {
  const { process } = globalThis as { process?: { env?: { NODE_ENV?: string } } }
  return process?.env !== undefined && process.env.NODE_ENV !== 'production'
}
