import { isElement } from './element'

export function isThenable(value: object): value is PromiseLike<unknown> {
  return typeof (value as Partial<PromiseLike<unknown>>).then === 'function'
}

// A getter can make new children without end.
const mostNodes = 100_000

/** Takes it upon itself that a promise may fail, where nobody will wait for it: as a node, or deep inside one. */
export function abandon(node: unknown): void {
  const nodes = [node]
  const seen = new Set<object>()
  while (nodes.length > 0 && seen.size < mostNodes) {
    const next = nodes.pop()
    if (typeof next !== 'object' || next === null || seen.has(next)) continue
    seen.add(next)
    try {
      if (Array.isArray(next)) for (const child of next) nodes.push(child)
      else if (isElement(next)) nodes.push(next.props.children)
      else if (isThenable(next)) Promise.resolve(next).catch(() => {})
    } catch {
      // An object that throws when it is read holds nothing that could be waited for.
    }
  }
}
