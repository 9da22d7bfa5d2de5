import type { LinkedWebhook, Url } from '../element/link'
import type { MaybePromise } from '../element/maybe-promise'
import type { Origin } from '../issues/origin'
import { ElementOrigin } from './element-origin'
import { type Rendered, settled } from './node'
import { httpRuleOf, isUnresolved } from './unresolved'

/** Writes the value of an option that takes a URL, if it is a link or a path such as `/hello.mp3`, as a whole URL. */
export type ToUrl = (value: Url, place: UrlPlace) => MaybePromise<string>

/** An option that takes a URL. */
export interface UrlPlace {
  readonly option: string
  /** The webhook that arrives at the URL, if one does. */
  readonly webhook: LinkedWebhook | undefined
  readonly origin: Origin
  /** The props of its element. */
  readonly props: Readonly<Record<string, unknown>>
}

/** Replaces the links and paths in a tree whose components have run by whole URLs. */
export function resolveUrls(rendered: readonly Rendered[], toUrl: ToUrl): MaybePromise<unknown> {
  const pending: Promise<void>[] = []
  const lists = [rendered]
  for (let list = lists.pop(); list; list = lists.pop()) {
    for (const node of settled(list)) {
      if (typeof node === 'string' || node.kind !== 'object') continue
      lists.push(node.children)
      if (node.definition.kind === 'raw') continue
      // The node's own copy of the props, which nobody else holds.
      const props = node.props as Record<string, unknown>
      for (const prop of Object.keys(props)) {
        const value = props[prop]
        if (!isUnresolved(value)) continue
        const row = node.definition.table.byProp.get(prop)
        const rule = row && httpRuleOf(row.rule)
        if (!rule) continue
        const url = toUrl(value, {
          option: prop,
          webhook: rule.webhook,
          origin: new ElementOrigin(node),
          props,
        })
        if (typeof url === 'string') props[prop] = url
        else {
          const written = url.then((text) => {
            props[prop] = text
          })
          // Another one may fail first; this failure is then nobody's.
          written.catch(() => {})
          pending.push(written)
        }
      }
    }
  }
  return pending.length > 0 ? Promise.all(pending) : undefined
}
