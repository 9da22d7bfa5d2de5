import { vi } from 'vitest'

/** Waits until an expectation holds, and returns what it gives: for long, because the machine may be busy. */
export function eventually<T>(expectation: () => T): Promise<T> {
  return vi.waitFor(expectation, 15_000)
}
