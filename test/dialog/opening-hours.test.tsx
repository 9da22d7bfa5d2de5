import fc from 'fast-check'
import { render, Talk } from 'ncco-jsx'
import { Ask, OpeningHours, type OpeningHoursProps, useOpening } from 'ncco-jsx/dialog'
import { createVoiceApp } from 'ncco-jsx/serve'
import { createPlatform, dial } from 'ncco-jsx/simulate'
import { describe, expect, it } from 'vitest'
import { secret } from '../support/requests'

function Told() {
  const { isOpen, since, until } = useOpening() ?? {}
  const time = (moment: Date | undefined) => moment?.toISOString().slice(0, 16) ?? 'never'
  return (
    <Talk>
      {isOpen ? 'open' : 'closed'} since {time(since)} until {time(until)}
    </Talk>
  )
}

const office: OpeningHoursProps = {
  zone: 'Europe/London',
  hours: { mon: ['09:00-12:30', '13:30-17:00'], tue: '09:00-17:00', fri: '22:00-02:00' },
  closed: ['2026-12-25'],
  extra: { '2026-12-24': '10:00-12:00' },
}

/** What a caller is told at a moment. */
function told(now: string, props: OpeningHoursProps = office): unknown {
  const [talk] = render(
    <OpeningHours {...props} now={new Date(now)} otherwise={<Told />}>
      <Told />
    </OpeningHours>,
  )
  return talk?.text
}

describe('<OpeningHours>', () => {
  it.each([
    [
      'before it opens',
      '2026-11-30T08:59:59Z',
      'closed since 2026-11-28T02:00 until 2026-11-30T09:00',
    ],
    ['when it opens', '2026-11-30T09:00:00Z', 'open since 2026-11-30T09:00 until 2026-11-30T12:30'],
    ['at noon', '2026-11-30T12:30:00Z', 'closed since 2026-11-30T12:30 until 2026-11-30T13:30'],
    [
      'in the afternoon',
      '2026-11-30T16:59:59Z',
      'open since 2026-11-30T13:30 until 2026-11-30T17:00',
    ],
    [
      'when it closes',
      '2026-11-30T17:00:00Z',
      'closed since 2026-11-30T17:00 until 2026-12-01T09:00',
    ],
    [
      'before midnight',
      '2026-11-27T23:00:00Z',
      'open since 2026-11-27T22:00 until 2026-11-28T02:00',
    ],
    [
      'after midnight',
      '2026-11-28T01:59:59Z',
      'open since 2026-11-27T22:00 until 2026-11-28T02:00',
    ],
    [
      'on a closed day',
      '2026-12-25T23:00:00Z',
      'closed since 2026-12-24T12:00 until 2026-12-28T09:00',
    ],
    [
      'on an extra day',
      '2026-12-24T11:00:00Z',
      'open since 2026-12-24T10:00 until 2026-12-24T12:00',
    ],
    [
      'in summer time',
      '2026-06-29T08:00:00Z',
      'open since 2026-06-29T08:00 until 2026-06-29T11:30',
    ],
  ])('tells a caller %s', (_, now, expected) => {
    expect(told(now)).toBe(expected)
  })

  const nights = (sun: string): OpeningHoursProps => ({ zone: 'Europe/London', hours: { sun } })

  it.each([
    // Clocks go from 1:00 to 2:00 on 29 March 2026.
    [
      'opens at an hour that is skipped',
      '01:30-04:00',
      '2026-03-29T01:30:00Z',
      'open since 2026-03-29T01:30 until 2026-03-29T03:00',
    ],
    [
      'closes at an hour that is skipped',
      '00:00-01:30',
      '2026-03-29T01:29:00Z',
      'open since 2026-03-29T00:00 until 2026-03-29T01:30',
    ],
    // Clocks go from 2:00 back to 1:00 on 25 October 2026.
    [
      'opens at the first of an hour that comes twice',
      '01:30-03:00',
      '2026-10-25T00:30:00Z',
      'open since 2026-10-25T00:30 until 2026-10-25T03:00',
    ],
    [
      'closes at the second of an hour that comes twice',
      '00:00-01:30',
      '2026-10-25T01:29:00Z',
      'open since 2026-10-24T23:00 until 2026-10-25T01:30',
    ],
  ])('%s', (_, range, now, expected) => {
    expect(told(now, nights(range))).toBe(expected)
  })

  it('has neither beginning nor end where it is always open, or never', () => {
    const days = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'] as const
    const always = Object.fromEntries(days.map((day) => [day, '00:00-24:00']))
    expect(told('2026-11-27T12:00:00Z', { zone: 'UTC', hours: always })).toBe(
      'open since never until never',
    )
    expect(told('2026-11-27T12:00:00Z', { zone: 'UTC', hours: {} })).toBe(
      'closed since never until never',
    )
  })

  it('knows a day half a year away', () => {
    const once = { zone: 'UTC', hours: {}, extra: { '2026-05-01': '10:00-11:00' } }
    expect(told('2026-11-27T12:00:00Z', once)).toBe('closed since 2026-05-01T11:00 until never')
    expect(told('2026-01-27T12:00:00Z', once)).toBe('closed since never until 2026-05-01T10:00')
  })

  it('is open at a moment if clocks show a time within a range, where they are not changed', () => {
    const minute = fc.integer({ min: 0, max: 24 * 60 - 1 })
    const shown = (minutes: number) =>
      `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`
    fc.assert(
      fc.property(minute, minute, minute, (from, to, at) => {
        fc.pre(from !== to)
        const now = `2026-11-25T${shown(at)}:00Z`
        // In India it is five and a half hours later.
        const wall = new Date(Date.parse(now) + 330 * 60_000)
        const clock = wall.getUTCHours() * 60 + wall.getUTCMinutes()
        const isOpen = from < to ? from <= clock && clock < to : clock >= from || clock < to
        const range = `${shown(from)}-${shown(to)}`
        const hours = { tue: range, wed: range, thu: range }
        expect(String(told(now, { zone: 'Asia/Kolkata', hours })).startsWith('open')).toBe(isOpen)
      }),
    )
  })

  it('goes by the clock of the platform in the simulator, for an element and for an app', async () => {
    const Flow = () => (
      <OpeningHours {...office} otherwise={<Talk>Closed.</Talk>}>
        <Talk>Open.</Talk>
      </OpeningHours>
    )
    const app = createVoiceApp({ answer: Flow, signature: false, secret, development: false })
    for (const target of [app, <Flow />]) {
      const open = createPlatform({ startsAt: '2026-11-30T10:00:00Z' })
      expect((await dial(target, { platform: open })).heard).toStrictEqual(['Open.'])
      const closed = createPlatform({ startsAt: '2026-11-30T13:00:00Z' })
      expect((await dial(target, { platform: closed })).heard).toStrictEqual(['Closed.'])
    }
  })

  it('keeps a caller who came in time', async () => {
    const platform = createPlatform({ startsAt: '2026-11-30T16:59:50Z' })
    const call = await dial(
      <OpeningHours {...office} otherwise={<Talk>Closed.</Talk>}>
        <Ask name="a" digits={1} prompt="A?" timeOut={10} attempts={9} />
        <Told />
      </OpeningHours>,
      { platform },
    )
    await call.wait(10)
    await call.wait(10)
    await call.press('1')
    expect(call.heard).toStrictEqual([
      'A?',
      'A?',
      'A?',
      'open since 2026-11-30T13:30 until 2026-11-30T17:00',
    ])
  })

  it('decides when a caller comes to it', async () => {
    const platform = createPlatform({ startsAt: '2026-11-30T16:59:58Z' })
    const call = await dial(
      <>
        <Ask name="a" digits={1} prompt="A?" />
        <OpeningHours {...office} otherwise={<Talk>Closed.</Talk>}>
          <Talk>Open.</Talk>
        </OpeningHours>
      </>,
      { platform },
    )
    await call.wait(2)
    await call.press('1')
    expect(call.heard.at(-1)).toBe('Closed.')
  })

  it('is closed on a day whose hours are undefined', () => {
    const hours = { mon: undefined, tue: '09:00-17:00' }
    expect(told('2026-11-30T10:00:00Z', { ...office, hours })).toContain('until 2026-12-01T09:00')
  })

  it('gives nothing to useOpening elsewhere', () => {
    expect(render(<Told />)[0]?.text).toBe('closed since never until never')
  })

  it.each<[string, Partial<OpeningHoursProps>]>([
    ['a zone', { zone: 'Europe/Atlantis' }],
    ['hours', { hours: undefined as never }],
    ['a single closed date', { closed: '2026-12-25' as never }],
    ['a range without minutes', { hours: { mon: '9-17' } }],
    ['a range of nothing', { hours: { mon: '09:00-09:00' } }],
    ['a time beyond the day', { hours: { mon: '09:00-25:00' } }],
    ['a day of another language', { hours: { lun: '09:00-17:00' } as object }],
    ['a date that no calendar has', { closed: ['2026-02-30'] }],
    ['an extra date in words', { extra: { 'Christmas Eve': '09:00-12:00' } }],
    ['a range on an extra date', { extra: { '2026-12-24': ['9 to 12'] } }],
  ])('refuses %s that cannot be', (_, props) => {
    expect(() => told('2026-11-30T09:00:00Z', { ...office, ...props })).toThrow(
      expect.objectContaining({
        code: 'bad-opening-hours',
        issues: [expect.objectContaining({ components: ['OpeningHours'] })],
      }),
    )
  })
})
