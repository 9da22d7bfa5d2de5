import { isThenable } from './promise'

/** A value that may be there at once. Work that waits for nothing is done when its function returns. */
export type MaybePromise<T> = T | Promise<T>

/** Goes on with a value: at once if it is there, or else when it settles. */
export function andThen<T, R>(
  value: MaybePromise<T>,
  next: (value: T) => MaybePromise<R>,
): MaybePromise<R> {
  return isPending(value) ? Promise.resolve(value).then(next) : next(value)
}

/** Does work, and goes on with what it throws or rejects with. */
export function attempt<T, R>(
  work: () => MaybePromise<T>,
  fail: (error: unknown) => MaybePromise<R>,
): MaybePromise<T | R> {
  try {
    const value = work()
    return isPending(value) ? Promise.resolve(value).catch(fail) : value
  } catch (error) {
    return fail(error)
  }
}

export function isPending<T>(value: MaybePromise<T>): value is Promise<T> {
  return typeof value === 'object' && value !== null && isThenable(value)
}
