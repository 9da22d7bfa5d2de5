import { isElement } from './element'

export function isThenable(value: object): value is PromiseLike<unknown> {
  return typeof (value as Partial<PromiseLike<unknown>>).then === 'function'
}

/** Takes it upon itself that a promise may fail, where nobody will wait for it: as a node, or deep inside one. */
export function abandon(node: unknown): void {
  const nodes = [node]
  while (nodes.length > 0) {
    const next = nodes.pop()
    if (typeof next !== 'object' || next === null) continue
    try {
      if (Array.isArray(next)) nodes.push(...next)
      else if (isElement(next)) nodes.push(next.props.children)
      else if (isThenable(next)) Promise.resolve(next).catch(() => {})
    } catch {
      // An object that throws when it is read holds nothing that could be waited for.
    }
  }
}
