import { answerFields } from './answer'
import { errorFields } from './error'
import { type CallEvent, eventFields, otherEventFields } from './event'
import { fallbackFields } from './fallback'
import { type FieldTable, readFields } from './fields'
import type { WebhookKind, Webhooks } from './index'
import { inputFields } from './input'
import { notifyFields } from './notify'
import { recordFields } from './record'
import { transcribedFields } from './transcribed'
import { transferFields } from './transfer'

/** The fields of a request: of a query as texts, of a body as its JSON holds them. */
export type Fields = Readonly<Record<string, unknown>>

/** A webhook with the fields that are documented for it, or what keeps it from being one. */
export type Recognised =
  | { [K in WebhookKind]: { readonly kind: K; readonly webhook: Webhooks[K] } }[WebhookKind]
  | { readonly kind: WebhookKind | undefined; readonly wrongFields: readonly string[] }

/** Which webhook it is, told by the fields that only it has. */
export function recognise(fields: Fields): Recognised {
  const kind = kindOf(fields)
  if (kind === undefined) return { kind, wrongFields: [] }
  const result = readFields<object>(fields, tableOf(kind, fields) as FieldTable<object>)
  return { kind, ...result } as Recognised
}

function kindOf(fields: Fields): WebhookKind | undefined {
  const has = (name: string) => Object.hasOwn(fields, name)
  // First, because it also has the fields of the webhook that failed.
  if (has('original_request')) return 'fallback'
  if (has('status')) return fields.status === 'transcribed' ? 'transcribed' : 'event'
  if (has('recording_url')) return 'record'
  if (has('dtmf') || has('speech')) return 'input'
  if (has('payload')) return 'notify'
  if (has('conversation_uuid_from')) return 'transfer'
  if (has('reason')) return 'error'
  if (has('conversation_uuid')) return 'answer'
  return undefined
}

const tables: Readonly<Record<Exclude<WebhookKind, 'event'>, unknown>> = {
  answer: answerFields,
  fallback: fallbackFields,
  input: inputFields,
  notify: notifyFields,
  record: recordFields,
  transcribed: transcribedFields,
  transfer: transferFields,
  error: errorFields,
}

function tableOf(kind: WebhookKind, { status }: Fields): unknown {
  if (kind !== 'event') return tables[kind]
  const isKnown = typeof status === 'string' && Object.hasOwn(eventFields, status)
  return isKnown ? eventFields[status as CallEvent['status']] : otherEventFields
}
