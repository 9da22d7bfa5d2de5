import { afterEach, beforeEach } from 'vitest'

/** Watches, in each test of the block, for failed promises that nobody handles; gives them once all have settled. */
export function watchUnhandled(): () => Promise<readonly unknown[]> {
  const unhandled: unknown[] = []
  const note = (reason: unknown) => unhandled.push(reason)
  beforeEach(() => {
    unhandled.length = 0
    process.on('unhandledRejection', note)
  })
  afterEach(() => {
    process.off('unhandledRejection', note)
  })
  return async () => {
    await new Promise((resolve) => setTimeout(resolve, 20))
    return unhandled
  }
}
