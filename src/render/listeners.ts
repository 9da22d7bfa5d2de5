type Listener<Told> = (told: Told) => void

// By a symbol that has a name, so that a listener of one copy of the package hears of another. A set is absent until a tool listens.
const shared = globalThis as { [key: symbol]: Set<Listener<never>> | undefined }

/**
 * Adds a listener to those of a key.
 *
 * @returns a function that ends it
 */
export function listen<Told>(key: symbol, listener: Listener<Told>): () => void {
  // A function of its own, so that one that is given twice is called twice, until each is ended.
  const own: Listener<Told> = (told) => listener(told)
  shared[key] ??= new Set()
  const listeners = shared[key].add(own)
  return () => void listeners.delete(own)
}

/** Whether anybody wants to be told. */
export function isHeard(key: symbol): boolean {
  const listeners = shared[key]
  return listeners !== undefined && listeners.size > 0
}

/** Tells the listeners of a key. */
export function tell(key: symbol, told: unknown): void {
  for (const listener of shared[key] ?? []) {
    try {
      listener(told as never)
    } catch {
      // A listener is no part of the flow.
    }
  }
}
