import { isLink, type LinkedWebhook, type Url } from '../element/link'
import type { UrlRule } from '../options/rules/url'
import type { Rule } from '../options/table'

/** Whether a value is a link, or a path such as `/hello.mp3`, which the app that serves the flow writes as a whole URL. */
export function isUnresolved(value: unknown): value is Url {
  return typeof value === 'string' ? /^\/(?!\/)/.test(value) : isLink(value)
}

/**
 * Writes a link or a path at once, for an option at whose URL this webhook arrives; `undefined` if that needs a promise. What it throws is
 * thrown again where the value is written with its place.
 */
export type ToUrlAtOnce = (value: Url, webhook: LinkedWebhook | undefined) => string | undefined

/** The rule of an option that takes a URL over HTTP, which may be a link or a path. */
export function httpRuleOf(rule: Rule): UrlRule | undefined {
  if (rule.kind === 'one') return httpRuleOf(rule.of)
  return rule.kind === 'url' && rule.scheme === 'http' ? rule : undefined
}
