import { AsyncLocalStorage } from 'node:async_hooks'

/** A moment on the clock of a call, and when it was. */
interface Moment {
  readonly time: number
  readonly since: number
}

const moments = new AsyncLocalStorage<Moment>()
const RealDate = Date
/** Holds outside of requests, such as in timers that were set while the module was imported. */
let latest: Moment = { time: RealDate.now(), since: performance.now() }

function now(): number {
  const { time, since } = moments.getStore() ?? latest
  return Math.floor(time + performance.now() - since)
}

/** Replaces `Date`, so that the app sees the time of the call that it answers. */
export function installClock(): void {
  globalThis.Date = new Proxy(RealDate, {
    construct: (target, args, newTarget) =>
      Reflect.construct(target, args.length === 0 ? [now()] : args, newTarget),
    apply: () => new RealDate(now()).toString(),
    get: (target, key) => (key === 'now' ? now : Reflect.get(target, key)),
  })
}

/** Runs work in which the clock begins at this time, in milliseconds since 1970, and goes on as real time does. */
export function runAt<T>(time: number, work: () => T): T {
  latest = { time, since: performance.now() }
  return moments.run(latest, work)
}
