/** A date of the calendar, as `2026-12-24`. */
export type CalendarDate = string

const day = 86_400_000
const formats = new Map<string, Intl.DateTimeFormat>()

/** Whether this is an IANA time zone that the platform knows. */
export function isTimeZone(zone: unknown): zone is string {
  if (typeof zone !== 'string') return false
  try {
    formatOf(zone)
    return true
  } catch {
    return false
  }
}

/** The date in a zone at a moment. */
export function dateAt(moment: number, zone: string): CalendarDate {
  return new Date(wallAt(moment, zone)).toISOString().slice(0, 10)
}

/** The date so many days later. */
export function addDays(date: CalendarDate, days: number): CalendarDate {
  return new Date(Date.parse(`${date}T00:00:00Z`) + days * day).toISOString().slice(0, 10)
}

/** The day of the week, 0 for Sunday. */
export function weekdayOf(date: CalendarDate): number {
  return new Date(`${date}T00:00:00Z`).getUTCDay()
}

/** Whether this is a date of the calendar. */
export function isDate(date: unknown): date is CalendarDate {
  if (typeof date !== 'string' || !/^\d{4}-\d\d-\d\d$/.test(date)) return false
  const moment = Date.parse(`${date}T00:00:00Z`)
  return !Number.isNaN(moment) && new Date(moment).toISOString().startsWith(date)
}

/**
 * The moment when clocks in a zone show so many minutes after midnight. Where they are put back and show it twice, `which` says which one;
 * where they are put forward and never show it, it is as long after midnight as if they had not been.
 */
export function momentOf(
  date: CalendarDate,
  minutes: number,
  zone: string,
  which: 'first' | 'last',
): number {
  const wall = Date.parse(`${date}T00:00:00Z`) + minutes * 60_000
  const before = wall - offsetAt(wall - day, zone)
  const after = wall - offsetAt(wall + day, zone)
  const shown = [before, after].filter((moment) => wallAt(moment, zone) === wall)
  if (shown.length === 0) return before
  return which === 'first' ? Math.min(...shown) : Math.max(...shown)
}

function offsetAt(moment: number, zone: string): number {
  return wallAt(moment, zone) - moment
}

/** The time that clocks in a zone show, read as if it were UTC, in whole seconds. */
function wallAt(moment: number, zone: string): number {
  const parts: Record<string, number> = {}
  for (const { type, value } of formatOf(zone).formatToParts(moment)) parts[type] = Number(value)
  const { year = 0, month = 1, day: date, hour, minute, second } = parts
  return Date.UTC(year, month - 1, date, hour, minute, second)
}

function formatOf(zone: string): Intl.DateTimeFormat {
  let format = formats.get(zone)
  if (!format) {
    format = new Intl.DateTimeFormat('en-US', {
      timeZone: zone,
      hourCycle: 'h23',
      year: 'numeric',
      month: 'numeric',
      day: 'numeric',
      hour: 'numeric',
      minute: 'numeric',
      second: 'numeric',
    })
    formats.set(zone, format)
  }
  return format
}
