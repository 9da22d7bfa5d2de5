import { createPlatform } from 'ncco-jsx/simulate'
import { describe, expect, it } from 'vitest'
import { dialFlow } from '../dial-flow'
import { flow } from './flow'

/** Calls on Monday, 30 November 2026, at this time in London. */
function dialAt(time: string, options: Parameters<typeof dialFlow>[1] = {}) {
  const platform = createPlatform({ startsAt: `2026-11-30T${time}Z` })
  return dialFlow(flow, { platform, ...options })
}

const menu = 'For appointments, press 1. For a nurse, press 2.'
const question =
  'Please key in your date of birth: two digits for the day, two for the month, and four for the year.'
const readBack = 'You keyed in 29022000. If that is right, press 1. If not, press 2.'
const booked = /^Your appointment is on (Tuesday|Thursday) at .+\.$/

describe('surgery', () => {
  it('books an appointment', async () => {
    const call = await dialAt('10:00:00')
    await call.press('1')
    await call.press('29022000')
    await call.press('1')
    expect(call.heard).toStrictEqual([
      'Welcome to the surgery.',
      menu,
      question,
      readBack,
      expect.stringMatching(booked),
      'Thank you for calling.',
    ])
    expect(call.ended?.reason).toBe('completed')
  })

  it('books once, though each webhook comes twice', async () => {
    const call = await dialAt('10:01:00', { faults: () => 'duplicate' })
    await call.say('An appointment, please.')
    await call.press('29022000')
    await call.press('1')
    const answers = call.webhooks
      .filter(({ kind }) => kind === 'input')
      .map(({ answer }) => JSON.parse(answer?.body ?? '[]'))
      .flatMap(([action]) => (booked.test(action?.text) ? [action.text] : []))
    expect(new Set(answers).size).toBe(1)
  })

  it('asks again for what is not a date, and for a date that was not confirmed', async () => {
    const call = await dialAt('10:02:00')
    await call.press('1')
    await call.press('29022001')
    await call.press('28022001')
    await call.press('2')
    await call.press('29022000')
    await call.press('1')
    expect(call.heard.slice(2)).toStrictEqual([
      question,
      'That is not a date.',
      question,
      readBack.replace('29022000', '28022001'),
      question,
      readBack,
      expect.stringMatching(booked),
      'Thank you for calling.',
    ])
  })

  it.each([
    ['the key', 'press', '2'],
    ['the word', 'say', 'I need a nurse.'],
  ] as const)('connects to the nurse by %s', async (_, act, what) => {
    const call = await dialAt('10:00:00')
    await call[act](what)
    expect(call.legs[0]?.endpoint.number).toBe('447700900003')
  })

  it('says so after silence and a wrong key, then connects to the reception', async () => {
    const call = await dialAt('10:00:00')
    await call.wait(10)
    await call.press('7')
    await call.press('8')
    expect(call.heard.slice(1)).toStrictEqual([
      menu,
      'I did not hear anything.',
      menu,
      'That is not one of the choices.',
      menu,
    ])
    expect(call.legs[0]?.endpoint.number).toBe('447700900002')
    await call.calledLeg(1).busy()
    expect(call.heard.at(-1)).toBe('Thank you for calling.')
  })

  it.each(['08:59:59', '12:30:00', '17:00:00'])('is closed at %s', async (time) => {
    const call = await dialAt(time)
    expect(call.heard).toStrictEqual(['The surgery is closed. In an emergency, please call 999.'])
  })

  it('keeps a caller who called in time', async () => {
    const call = await dialAt('12:29:50')
    await call.wait(14)
    await call.press('2')
    expect(call.legs).toHaveLength(1)
  })
})
