import type { AssertOption } from '../../issues/given-options'
import {
  type AssertionsOf,
  assertOptions,
  isText,
  may,
  oneOf,
  refuseOption,
  text,
} from '../assert-options'
import type { WebhookHandler } from '../delivery/app-in-memory'
import { type Application, toApplication } from '../delivery/application'
import {
  type ApplicationOptions,
  applicationAssertions,
  isHttp,
} from '../delivery/application-options'
import { publicKeyExpected } from './token'

/**
 * The application whose calls the REST side of a platform makes and changes: its id and key, and where its webhooks go.
 *
 * @example
 * ```ts
 * const platform = createPlatform({ application: { id, publicKey, target: app, eventUrl: '/event' } })
 * ```
 */
export interface RestApplicationOptions extends ApplicationOptions {
  /** Its id, as the claim `application_id` of its tokens has it. */
  id: string
  /**
   * Its public key in PEM. Tokens of requests must be signed with the private key that belongs to it. `false`: tokens are not looked at, so
   * whoever reaches the REST side may use it.
   */
  publicKey: string | false
  /** Answers its webhooks: an app in memory, or the answer URL of a server. Absent: the server at `answerUrl`, else at `eventUrl`. */
  target?: WebhookHandler | string | URL | undefined
  /**
   * Controls the time of the calls that it makes, as `pace` of `dial` does.
   * @defaultValue 'natural'
   */
  pace?: 'natural' | 'manual' | undefined
}

/** An app with a `fetch`, such a function, or a URL. */
function isTarget(value: unknown): boolean {
  if (typeof value === 'string' || value instanceof URL) return isHttp(String(value))
  const app = value as { fetch?: unknown } | null
  return typeof value === 'function' || typeof app?.fetch === 'function'
}

const aTarget = may(
  'an app with a fetch, a function from Request to Response, or an answer URL',
  isTarget,
)

function assertPublicKey(value: unknown, option: string): void {
  if (value === false) return
  const isPem = typeof value === 'string' && value.includes('-----BEGIN PUBLIC KEY-----')
  if (!isPem) refuseOption(option, publicKeyExpected)
}

const restApplicationAssertions: AssertionsOf<RestApplicationOptions> = {
  ...applicationAssertions,
  id: text,
  publicKey: assertPublicKey,
  target: aTarget,
  pace: oneOf('natural', 'manual'),
}

export const assertRestApplication: AssertOption = (value, option) => {
  if (value === undefined) return
  const named = Object.entries(restApplicationAssertions).map(
    ([name, assert]) => [name, (given: unknown) => assert(given, `${option}.${name}`)] as const,
  )
  assertOptions(option, value, Object.fromEntries(named))
  const { id, publicKey, target, answerUrl, eventUrl } = value as Partial<RestApplicationOptions>
  if (!isText(id)) refuseOption(`${option}.id`, 'a text that is not empty')
  assertPublicKey(publicKey, `${option}.publicKey`)
  if (target === undefined && !isHttp(answerUrl) && !isHttp(eventUrl)) {
    refuseOption(`${option}.target`, 'given, unless answerUrl or eventUrl is an http or https URL')
  }
}

/** The application, as webhooks need it. */
export function toRestApplication(
  { id, publicKey, target, pace, ...options }: RestApplicationOptions,
  now: () => number,
): Promise<Application> {
  const { answerUrl, eventUrl = '' } = options
  return toApplication(target ?? (isHttp(answerUrl) ? String(answerUrl) : eventUrl), options, now)
}
