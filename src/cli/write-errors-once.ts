import { format } from 'node:util'

/**
 * Has the console of errors leave out what it wrote just before: an app that fails says why at each attempt of a webhook, and the platform
 * makes two.
 */
export function writeErrorsOnce(): void {
  const write = console.error
  let last: string | undefined
  console.error = (...what: unknown[]) => {
    const text = format(...what)
    if (text !== last) write(...what)
    last = text
  }
}
