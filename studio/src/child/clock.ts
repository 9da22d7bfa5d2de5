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

/** Replaces what tells the time, so that the app sees that of the call that it answers. */
export function installClock(): void {
  installDate()
  installFormat()
  installTemporal()
}

function installDate(): void {
  globalThis.Date = new Proxy(RealDate, {
    construct: (target, args, newTarget) =>
      Reflect.construct(target, args.length === 0 ? [now()] : args, newTarget),
    apply: () => new RealDate(now()).toString(),
    get: (target, key) => (key === 'now' ? now : Reflect.get(target, key)),
  })
}

/** Without a date, a format is that of the present. */
function installFormat(): void {
  const { prototype } = Intl.DateTimeFormat
  const format = Object.getOwnPropertyDescriptor(prototype, 'format')?.get
  const { formatToParts } = prototype
  Object.defineProperty(prototype, 'format', {
    configurable: true,
    get(this: Intl.DateTimeFormat) {
      const bound = format?.call(this)
      return (date?: Date | number) => bound(date === undefined ? now() : date)
    },
  })
  prototype.formatToParts = function (date) {
    return formatToParts.call(this, date === undefined ? now() : date)
  }
}

/** The part of `Temporal` that tells the present, which TypeScript does not know yet. Node has it from version 26 on. */
interface TemporalNow {
  instant(): Instant
  zonedDateTimeISO(zone?: unknown): Zoned
  plainDateTimeISO(zone?: unknown): unknown
  plainDateISO(zone?: unknown): unknown
  plainTimeISO(zone?: unknown): unknown
}

interface Instant {
  toZonedDateTimeISO(zone: unknown): Zoned
}

interface Zoned {
  toPlainDateTime(): unknown
  toPlainDate(): unknown
  toPlainTime(): unknown
}

function installTemporal(): void {
  const { Temporal } = globalThis as {
    Temporal?: {
      readonly Now: TemporalNow
      readonly Instant: { fromEpochMilliseconds(milliseconds: number): Instant }
    }
  }
  if (!Temporal) return
  const { Now, Instant } = Temporal
  const instant = () => Instant.fromEpochMilliseconds(now())
  const ownZone = () => new Intl.DateTimeFormat().resolvedOptions().timeZone
  const zoned = (zone: unknown = ownZone()) => instant().toZonedDateTimeISO(zone)
  Now.instant = instant
  Now.zonedDateTimeISO = zoned
  Now.plainDateTimeISO = (zone) => zoned(zone).toPlainDateTime()
  Now.plainDateISO = (zone) => zoned(zone).toPlainDate()
  Now.plainTimeISO = (zone) => zoned(zone).toPlainTime()
}

/** Runs work in which the clock begins at this time, in milliseconds since 1970, and goes on as real time does. */
export function runAt<T>(time: number, work: () => T): T {
  latest = { time, since: performance.now() }
  return moments.run(latest, work)
}
