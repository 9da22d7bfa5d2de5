import { answerFields } from './answer'
import { errorFields } from './error'
import { type CallEvent, eventFields, otherEventFields } from './event'
import { fallbackFields } from './fallback'
import { type FieldTable, isObject, parsedText, readFields } from './fields'
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

/**
 * Recognises a webhook by the fields that only its kind has.
 *
 * @param expected the only kind this path accepts, if there is one; parameters in the configured URL then cannot make it look like
 * another kind
 */
export function recognise(fields: Fields, expected?: WebhookKind): Recognised {
  const kind = kindOf(fields, expected)
  if (kind === undefined) return { kind, wrongFields: [] }
  const result = readFields<object>(
    withLeg(kind, fields),
    tableOf(kind, fields) as FieldTable<object>,
  )
  return { kind, ...result } as Recognised
}

function kindOf(fields: Fields, expected: WebhookKind | undefined): WebhookKind | undefined {
  // Instead of leaving a field out, the platform may send null or an empty text.
  const has = (name: string) => Object.hasOwn(fields, name) && !isEmpty(fields[name])
  // The fallback answers every failure, even one for which Vonage gives no reason.
  if (expected === 'fallback' && has('conversation_uuid')) return 'fallback'
  const kind = kindByName(has, fields)
  return expected === 'answer' && kind && !isComplete(kind, has, fields) ? 'answer' : kind
}

function isEmpty(value: unknown): boolean {
  return value === null || value === ''
}

function kindByName(has: (name: string) => boolean, fields: Fields): WebhookKind | undefined {
  // First, because it also has the fields of the webhook that failed.
  if (has('original_request')) return 'fallback'
  if (has('status')) return fields.status === 'transcribed' ? 'transcribed' : 'event'
  // The URL of a recording that failed is empty.
  if (has('recording_url') || has('recording_uuid')) return 'record'
  if (has('dtmf') || has('speech')) return 'input'
  if (has('payload')) return 'notify'
  if (has('conversation_uuid_from')) return 'transfer'
  if (has('reason')) return 'error'
  // An input that ended without keys and speech.
  if (Object.hasOwn(fields, 'dtmf') || Object.hasOwn(fields, 'speech')) return 'input'
  if (has('conversation_uuid')) return 'answer'
  return undefined
}

/** Whether this really is that kind, not an answer webhook whose configured URL has a parameter of the same name. */
function isComplete(kind: WebhookKind, has: (name: string) => boolean, fields: Fields): boolean {
  switch (kind) {
    case 'event':
      return isDocumented(fields.status)
    case 'fallback':
      return isObject(parsedText(fields.original_request))
    case 'input':
      return isObject(parsedText(fields.dtmf)) || isObject(parsedText(fields.speech))
    case 'notify':
      return isObject(parsedText(fields.payload))
    case 'record':
      return has('recording_uuid')
    case 'transfer':
      return has('conversation_uuid_to')
    case 'error':
      return !(has('to') && has('uuid'))
    default:
      return true
  }
}

function isDocumented(status: unknown): status is CallEvent['status'] {
  return typeof status === 'string' && Object.hasOwn(eventFields, status)
}

/** Events of machine detection name their leg `call_uuid`, unlike all other events. Flows find it by both names. */
function withLeg(kind: WebhookKind, fields: Fields): Fields {
  const { status, call_uuid, uuid } = fields
  if (kind !== 'event' || (status !== 'human' && status !== 'machine')) return fields
  return { ...fields, uuid: uuid || call_uuid, call_uuid: call_uuid || uuid }
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
  return isDocumented(status) ? eventFields[status] : otherEventFields
}
