import type { SentWebhook } from 'ncco-jsx/simulate'
import { type Exchange, pathOf } from './exchange'

/** A webhook, with the request that brought it. */
export interface Pair {
  readonly at: number
  /** The status of an event, else its kind. */
  readonly name: string
  readonly method: string
  readonly url: string
  readonly attempt: number
  readonly fields: object
  /** Absent where a fault kept it from the app. */
  readonly exchange: Exchange | undefined
  /** The status of the answer, in short. */
  readonly status: string
  readonly isGood: boolean
}

/** Webhooks and requests have the same order, but a webhook that meets a fault on its way has no request. */
export function pairWebhooks(
  webhooks: readonly SentWebhook[],
  exchanges: readonly Exchange[],
): Pair[] {
  const left = [...exchanges]
  const pairs = webhooks.map((webhook) => {
    const place = left.findIndex((exchange) => isOf(exchange, webhook))
    const [exchange] = place < 0 ? [] : left.splice(place, 1)
    return toPair(webhook, exchange)
  })
  // A call that is being made has requests, but its webhooks are not known yet.
  return [...pairs, ...left.map(bare)]
}

function isOf({ method, url, at, answer }: Exchange, webhook: SentWebhook): boolean {
  const isThere =
    method === webhook.method && at === webhook.at && pathOf(url) === pathOf(webhook.url)
  // What answered in front of the app has an answer of its own.
  const isOther = answer && webhook.answer && answer.body !== webhook.answer.body
  return isThere && !isOther
}

function toPair(
  { at, kind, status, method, url, attempt, fields, answer }: SentWebhook,
  exchange: Exchange | undefined,
): Pair {
  const code = answer?.status ?? exchange?.answer?.status
  return {
    at,
    name: status ?? kind,
    method,
    url,
    attempt,
    fields,
    exchange,
    status: code === undefined ? (exchange?.failure?.code ?? '…') : String(code),
    isGood: code !== undefined && code < 300,
  }
}

function bare(exchange: Exchange): Pair {
  const { at, method, url, answer, failure, body } = exchange
  return {
    at,
    name: 'webhook',
    method,
    url,
    attempt: 1,
    fields: fieldsOf(url, body),
    exchange,
    status: failure?.code ?? String(answer?.status ?? '…'),
    isGood: answer !== undefined && answer.status < 300,
  }
}

function fieldsOf(url: string, body: string | null): object {
  if (body === null) return Object.fromEntries(new URL(url).searchParams)
  try {
    return Object(JSON.parse(body))
  } catch {
    return { body }
  }
}
