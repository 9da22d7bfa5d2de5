/** A moment on the clock of a call, and when it was. */
export interface Moment {
  /** Milliseconds since 1970. */
  readonly time: number
  /** As `performance.now()` tells it. */
  readonly since: number
}

/** Tells the present, in milliseconds since 1970. */
type Now = () => number

const RealDate = Date

/** Replaces what tells the time by a clock that went on as real time does since a moment. */
export function replacePresent(latest: () => Moment): void {
  const now: Now = () => {
    const { time, since } = latest()
    return Math.floor(time + performance.now() - since)
  }
  replaceDate(now)
  replaceFormat(now)
  replaceTemporal(now)
}

function replaceDate(now: Now): void {
  globalThis.Date = new Proxy(RealDate, {
    construct: (target, args, newTarget) =>
      Reflect.construct(target, args.length === 0 ? [now()] : args, newTarget),
    apply: () => new RealDate(now()).toString(),
    get: (target, key) => (key === 'now' ? now : Reflect.get(target, key)),
  })
}

/** Without a date, a format is that of the present. */
function replaceFormat(now: Now): void {
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

function replaceTemporal(now: Now): void {
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
