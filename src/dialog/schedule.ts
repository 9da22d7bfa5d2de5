import { dialogError } from './error'
import {
  addDays,
  type CalendarDate,
  dateAt,
  isDate,
  isTimeZone,
  momentOf,
  weekdayOf,
} from './time-zone'

const weekdays = ['sun', 'mon', 'tue', 'wed', 'thu', 'fri', 'sat'] as const

/** A day of the week. */
export type Weekday = (typeof weekdays)[number]

/** Times of day, such as `09:00-17:30`; one that ends before it begins goes past midnight. */
export type TimeRanges = string | readonly string[]

/** When something is open. */
export interface Schedule {
  /** IANA time zone, such as `Europe/London`. */
  zone: string
  /** The ranges of each day of the week; a day that is absent or `undefined` is closed. */
  hours: Readonly<Partial<Record<Weekday, TimeRanges | undefined>>>
  /** Dates, such as `2026-12-25`, that are closed whatever day of the week they are. */
  closed?: readonly CalendarDate[] | undefined
  /** Dates with ranges of their own, such as `{ '2026-12-24': '09:00-12:00' }`. They count more than `hours` and `closed`. */
  extra?: Readonly<Record<CalendarDate, TimeRanges>> | undefined
}

/** Whether it is open, since when and until when. */
export interface Opening {
  readonly isOpen: boolean
  /** When it opened, or closed; `undefined` if that is more than a year ago. */
  readonly since: Date | undefined
  /** When it closes, or opens again; `undefined` if that is more than a year ahead. */
  readonly until: Date | undefined
}

/** Minutes after midnight. A range past midnight ends after 24 hours. */
interface Range {
  readonly from: number
  readonly to: number
}

interface Interval {
  readonly from: number
  readonly to: number
}

/** Whether it is open at a moment, in milliseconds since 1970. */
export function isOpenAt(schedule: Schedule, moment: number): boolean {
  // A range past midnight belongs to the day that it begins on.
  const found = intervals(schedule, dateAt(moment, schedule.zone), -1, 0)
  return found.some((interval) => holds(interval, moment))
}

// In days: most schedules change within a few, some open on one day of the year.
const spans = [4, 30, 370]

/** Whether it is open at a moment, since when and until when. */
export function openingAt(schedule: Schedule, moment: number): Opening {
  const today = dateAt(moment, schedule.zone)
  const isOpen = isOpenAt(schedule, moment)
  let since: Date | undefined
  let until: Date | undefined
  for (const span of spans) {
    const found = merge(intervals(schedule, today, -span, span))
    const edges = found.flatMap(({ from, to }) => [from, to])
    // Those at the ends of the span are only where it was cut.
    const isInside = (edge: number) => Math.abs(edge - moment) < (span - 2) * 86_400_000
    const inside = edges.filter(isInside)
    since ??= toDate(inside.findLast((edge) => edge <= moment))
    until ??= toDate(inside.find((edge) => edge > moment))
    if (since && until) break
  }
  return { isOpen, since, until }
}

function toDate(moment: number | undefined): Date | undefined {
  return moment === undefined ? undefined : new Date(moment)
}

function holds({ from, to }: Interval, moment: number): boolean {
  return from <= moment && moment < to
}

function intervals(
  { zone, hours, closed = [], extra = {} }: Schedule,
  today: CalendarDate,
  from: number,
  to: number,
): Interval[] {
  const found: Interval[] = []
  for (let days = from; days <= to; days++) {
    const date = addDays(today, days)
    const weekday = weekdays[weekdayOf(date)] as Weekday
    const own = extra[date] ?? (closed.includes(date) ? [] : (hours[weekday] ?? []))
    for (const range of rangesOf(own)) {
      found.push({
        from: momentOf(date, range.from, zone, 'first'),
        to: momentOf(date, range.to, zone, 'last'),
      })
    }
  }
  return found
}

/** Intervals in order; those that touch are one. */
function merge(found: readonly Interval[]): Interval[] {
  const merged: Interval[] = []
  for (const interval of [...found].sort((a, b) => a.from - b.from)) {
    const last = merged.at(-1)
    if (!last || interval.from > last.to) merged.push(interval)
    else merged[merged.length - 1] = { from: last.from, to: Math.max(last.to, interval.to) }
  }
  return merged
}

/** Throws for a schedule that cannot be kept. */
export function assertSchedule({ zone, hours, closed = [], extra = {} }: Schedule): void {
  if (!isTimeZone(zone)) {
    refuse('zone', zone, 'an IANA time zone', 'the name of a place, such as Europe/London')
  }
  if (typeof hours !== 'object' || hours === null) {
    refuse('hours', hours, 'an object of days', `{ mon: '09:00-17:00' }`)
  }
  for (const [weekday, ranges] of Object.entries(hours)) {
    if (!(weekdays as readonly string[]).includes(weekday)) {
      refuse('hours', weekday, 'a day of the week', weekdays.join(', '))
    }
    // A day may be absent by a condition.
    if (ranges !== undefined) assertRanges('hours', ranges)
  }
  if (!Array.isArray(closed)) refuse('closed', closed, 'a list of dates', `['2026-12-25']`)
  for (const date of closed) {
    if (!isDate(date)) refuse('closed', date, 'a date', 'year, month and day, such as 2026-12-25')
  }
  for (const [date, ranges] of Object.entries(extra)) {
    if (!isDate(date)) refuse('extra', date, 'a date', 'year, month and day, such as 2026-12-24')
    assertRanges('extra', ranges)
  }
}

const rangeExample =
  'it as 09:00-17:30; 22:00-02:00 goes past midnight, 00:00-24:00 is the whole day'

function assertRanges(prop: string, ranges: TimeRanges): void {
  for (const range of [ranges].flat()) {
    if (!toRange(range)) {
      refuse(prop, range, 'a range of times', rangeExample)
    }
  }
}

function refuse(prop: string, value: unknown, expected: string, example: string): never {
  throw dialogError('bad-opening-hours', { prop, value: String(value), expected, example })
}

function rangesOf(ranges: TimeRanges): Range[] {
  return [ranges].flat().flatMap((range) => toRange(range) ?? [])
}

const rangeForm = /^([01]\d|2[0-3]):([0-5]\d)-(?:([01]\d|2[0-3]):([0-5]\d)|24:00)$/

function toRange(range: string): Range | undefined {
  const found = rangeForm.exec(range)
  if (!found) return undefined
  const [, hour, minute, endHour = '24', endMinute = '0'] = found
  const from = Number(hour) * 60 + Number(minute)
  const to = Number(endHour) * 60 + Number(endMinute)
  // From nine to nine may mean a day or nothing.
  if (from === to) return undefined
  return { from, to: to > from ? to : to + 24 * 60 }
}
