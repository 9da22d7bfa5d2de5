import { AsyncLocalStorage } from 'node:async_hooks'
import { type Moment, replacePresent } from './present'

const moments = new AsyncLocalStorage<Moment>()
/** Holds outside of requests, such as in timers that were set while the module was imported. */
let latest: Moment = { time: Date.now(), since: performance.now() }

/** Replaces what tells the time, so that the app sees that of the call that it answers. */
export function installClock(): void {
  replacePresent(() => moments.getStore() ?? latest)
}

/** Runs work in which the clock begins at this time, in milliseconds since 1970, and goes on as real time does. */
export function runAt<T>(time: number, work: () => T): T {
  latest = { time, since: performance.now() }
  return moments.run(latest, work)
}
