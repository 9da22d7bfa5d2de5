import type { LinkedWebhook, Url } from '../../element/link'
import { parseUrl } from '../parse-url'
import { type OptionPlace, reportValue, wrongType } from '../place'
import type { RuleOf, Takes } from './rule'

/** An absolute URL. */
export interface UrlRule extends RuleOf<'url'> {
  readonly scheme: UrlScheme
  readonly pattern: RegExp
  /** The webhook that arrives there, if one does. */
  readonly webhook?: LinkedWebhook | undefined
}

type UrlScheme = 'http' | 'ws' | 'sip'

interface UrlForm {
  readonly pattern: RegExp
  /** Nearly every URL: the host of plain letters, digits and hyphens has nothing that a parser could refuse, unless it is Punycode. */
  readonly plain: RegExp
  readonly form: string
}

const schemes: Record<UrlScheme, UrlForm> = {
  http: {
    pattern: /^https?:\/\/[^\s/?#]\S*$/i,
    plain: /^https?:\/\/(?:(?!xn--)[a-z\d-]+\.)+[a-z]{2,}(?::\d{1,4})?(?:[/?#]\S*)?$/,
    form: 'https://host/path',
  },
  ws: {
    pattern: /^wss?:\/\/[^\s/?#]\S*$/i,
    plain: /^wss?:\/\/(?:(?!xn--)[a-z\d-]+\.)+[a-z]{2,}(?::\d{1,4})?(?:[/?#]\S*)?$/,
    form: 'wss://host/path',
  },
  sip: {
    pattern: /^sips?:[^\s@]+@[^\s@]+$/i,
    // Without a slash at its start, a parser takes any text for the rest.
    plain: /^sips?:[^\s@/][^\s@]*@[^\s@]+$/i,
    form: 'sip:user@host',
  },
}

/** The URL of a file that the platform fetches. */
/* @__NO_SIDE_EFFECTS__ */
export function url(): UrlRule & Takes<string> {
  return makeUrl('http')
}

/** A URL where this webhook arrives. */
/* @__NO_SIDE_EFFECTS__ */
export function webhookUrl<const W extends LinkedWebhook>(webhook: W): UrlRule & Takes<Url<W>> {
  return makeUrl('http', webhook)
}

/** A URL of another scheme, which no hook of an app has. */
/* @__NO_SIDE_EFFECTS__ */
export function uri(scheme: Exclude<UrlScheme, 'http'>): UrlRule & Takes<string> {
  return makeUrl(scheme)
}

function makeUrl(scheme: UrlScheme, webhook?: LinkedWebhook): UrlRule {
  const { pattern, plain, form } = schemes[scheme]
  const isUrl = (text: string) =>
    plain.test(text) || (pattern.test(text) && parseUrl(text) !== undefined)
  return {
    kind: 'url',
    scheme,
    pattern,
    webhook,
    accepts: (value) => typeof value === 'string' && isUrl(value),
    check(value, place) {
      if (typeof value !== 'string') return checkType(value, webhook, place)
      if (!isUrl(value)) reportValue('bad-url', place, { form })
    },
  }
}

function checkType(value: unknown, webhook: LinkedWebhook | undefined, place: OptionPlace): void {
  if (typeof value === 'function' && webhook !== undefined) {
    return reportValue('hook-not-called', place, {})
  }
  wrongType('a URL', value, place)
}
