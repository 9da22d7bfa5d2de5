import { type ServeError, serveError } from './errors'
import type { Webhook } from './props'
import type { Content } from './request'
import { SipHeaders, textOf } from './sip-headers'
import type { WebhookKind } from './webhooks'
import { recognise } from './webhooks/recognise'

/** The path at which a webhook arrived. */
interface Destination {
  readonly path: string
  /** The kinds that the path takes. Absent: all. */
  readonly expected: readonly WebhookKind[] | undefined
}

/**
 * The webhook of a request, as the props of its component.
 *
 * @throws ServeError `body-not-json`, `unexpected-webhook`
 */
export function toWebhook(
  { query, parse }: Pick<Content, 'query' | 'parse'>,
  destination: Destination,
  params?: unknown,
): Webhook {
  const { expected } = destination
  const fields = parse()
  const recognised = recognise(fields, expected?.length === 1 ? expected[0] : undefined)
  const { kind } = recognised
  if (kind === undefined || (expected && !expected.includes(kind))) {
    throw unexpected(destination, kind, [])
  }
  if ('wrongFields' in recognised) throw unexpected(destination, kind, recognised.wrongFields)
  // The object is the recogniser's own copy.
  const props: Record<string, unknown> = recognised.webhook as object as Record<string, unknown>
  for (const name in fields) {
    if (name.startsWith('SipHeader_')) props[name] = textOf(fields[name])
  }
  props.kind = kind
  props.fields = fields
  props.query = query
  props.sipHeaders = new SipHeaders(fields)
  props.params = params
  // The recogniser read the fields of this very kind, which the compiler cannot follow through a table of kinds.
  return props as unknown as Webhook
}

function unexpected(
  { path, expected }: Destination,
  found: WebhookKind | undefined,
  fields: readonly string[],
): ServeError {
  const only = expected?.length === 1 ? `the ${expected[0]} webhook` : 'a webhook of a call'
  return serveError('unexpected-webhook', { path, expected: only, found, fields })
}
