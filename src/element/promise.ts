import { isElement } from './element'
import { isPlain } from './plain'

export function isThenable(value: object): value is PromiseLike<unknown> {
  return typeof (value as Partial<PromiseLike<unknown>>).then === 'function'
}

// A proxy can make new objects without end.
const mostObjects = 100_000

/**
 * Silences the rejections of promises that nobody will await: the value itself, any nested in elements, arrays or plain objects, and
 * any inside what those resolve to.
 */
export function ignoreRejections(value: unknown, seen: Set<object> = new Set()): void {
  const values = [value]
  while (values.length > 0 && seen.size < mostObjects) {
    const next = values.pop()
    if (typeof next !== 'object' || next === null || seen.has(next)) continue
    seen.add(next)
    try {
      if (isPromise(next)) next.then((found) => ignoreRejections(found, seen)).catch(() => {})
      else if (isElement(next)) values.push(next.props)
      else if (Array.isArray(next) || isPlain(next)) addValues(next, values)
    } catch {
      // An object that throws when it is read holds nothing that could be waited for.
    }
  }
}

/** Whether it is a promise. Other thenables, such as the queries of some databases, start only when they are asked. */
function isPromise(value: object): value is Promise<unknown> {
  return Object.prototype.toString.call(value) === '[object Promise]'
}

/** Adds what an object holds. A getter is not asked: what it would give has not begun, and others read it only once. */
function addValues(object: object, values: unknown[]): void {
  for (const name of Object.keys(object)) {
    values.push(Object.getOwnPropertyDescriptor(object, name)?.value)
  }
}
