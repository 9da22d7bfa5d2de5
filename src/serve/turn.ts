import type { Trail } from '../dialog/trail'
import { type Link, makeLink } from '../element/link'
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

/** The link of a question, which leads back to the route that the root webhook came to. */
export function toTurnLink(
  path: string,
  handler: (props: never) => unknown,
  { fields, query, params }: Webhook,
  trail: Trail,
): Link<'input'> {
  const turn: SealedTurn = {
    fields,
    ...(query !== fields && { query }),
    ...(params !== undefined && { params }),
    trail,
  }
  return makeLink({ path, kind: 'input', handler, params: undefined, turn })
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
