import { connect } from 'node:net'
import { setTimeout as pause } from 'node:timers/promises'
import { Problem } from './problem'

/** Milliseconds between two looks, and for one look. */
const interval = 200
const longestLook = 2000

/**
 * Returns when a server listens at a URL. Nothing is sent to it.
 *
 * @param seconds how long it may take
 * @param onAbsent called once, if it does not listen yet
 * @throws Problem if it does not listen in time
 */
export async function untilItListens(
  url: string,
  seconds: number,
  onAbsent: () => void,
): Promise<void> {
  const end = performance.now() + seconds * 1000
  for (let look = 1; ; look++) {
    const why = await lookAt(new URL(url))
    if (why === undefined) return
    if (performance.now() + interval > end) {
      throw new Problem(
        `Nothing answers at ${new URL(url).origin} (${why}). Start the app first, or correct --answer-url; --wait gives the app more time to start.`,
      )
    }
    if (look === 1) onAbsent()
    await pause(interval)
  }
}

/** Why nothing listens there; `undefined` if something does. */
function lookAt({ hostname, protocol, port }: URL): Promise<string | undefined> {
  // An IPv6 address stands in brackets.
  const host = hostname.replace(/^\[|\]$/g, '')
  const target = { host, port: Number(port || (protocol === 'https:' ? 443 : 80)) }
  return new Promise((resolve) => {
    const socket = connect(target)
    const end = (why?: string) => {
      socket.destroy()
      resolve(why)
    }
    socket.setTimeout(longestLook, () => end('ETIMEDOUT'))
    socket.once('connect', () => end())
    socket.once('error', ({ code = 'unknown reason' }: NodeJS.ErrnoException) => end(code))
  })
}
