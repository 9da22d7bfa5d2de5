import type { Trail } from '../dialog/trail'
import type { Webhook } from './props'
import type { Turn } from './request'
import type { Route } from './routes'
import { toWebhook } from './to-webhook'

/** The content of the sealed link of a question. */
interface SealedTurn {
  readonly fields: Readonly<Record<string, unknown>>
  /** Absent if the fields came as a query. */
  readonly query?: Readonly<Record<string, string>>
  readonly params?: unknown
  readonly trail: Trail
}

/** What the link of a question holds: the webhook that began the flow, and what was answered since. */
export function toTurn({ fields, query, params }: Webhook, trail: Trail): object {
  const turn: SealedTurn = {
    fields,
    ...(query !== fields && { query }),
    ...(params !== undefined && { params }),
    trail,
  }
  return turn
}

/** Reads what the link of a question held. Its seal says that this app wrote it. */
export function openTurn(sealed: unknown, { path, kinds }: Route): Turn {
  const { fields, query, params, trail } = sealed as SealedTurn
  const content = {
    query: query ?? (fields as Readonly<Record<string, string>>),
    parse: () => fields,
  }
  return { root: toWebhook(content, { path, expected: kinds }, params), trail }
}
