import { describe, expect, it } from 'vitest'
import { callOutFlow } from '../dial-flow'
import { findAppointment } from './calendar'
import { flow } from './flow'

const clinic = 'This is the Example Clinic.'
const reminder =
  'We expect you on 24/12 at half past nine. To confirm, press 1. To move your appointment, press 2. ' +
  'To cancel it, press 3. To hear this again, press star.'
const offers = 'For 28/12 at ten, press 1. For 29/12 at half past three, press 2.'
const reallyCancel = 'To cancel your appointment, press 1. To keep it, press 2.'
const keep = 'We keep your appointment. Goodbye.'
const wrong = 'That is not one of the choices.'

/** Calls a patient, who answers and presses keys. */
async function remind(to: string, ...keys: readonly string[]) {
  const call = await callOutFlow(flow, { to })
  await call.leg.answer()
  for (const key of keys) await call.press(key)
  expect(call.heard.slice(0, 2)).toStrictEqual([clinic, reminder])
  return { call, heard: call.heard.slice(2) }
}

const message = 'This is the Example Clinic. Please call us about your appointment. Goodbye.'

const advancedMachineDetection = { behavior: 'continue', mode: 'default' } as const

describe('appointment reminder', () => {
  it('takes a confirmation', async () => {
    const { call, heard } = await remind('447700900041', '1')
    expect(heard).toStrictEqual(['Thank you. We look forward to seeing you.'])
    expect(call.ended?.reason).toBe('completed')
    expect((await findAppointment('447700900041')).state).toBe('confirmed')
  })

  it('moves the appointment', async () => {
    const { heard } = await remind('447700900042', '2', '7', '2')
    const moved = 'We expect you on 29/12 at half past three. Goodbye.'
    expect(heard).toStrictEqual([offers, wrong, offers, moved])
    expect(await findAppointment('447700900042')).toStrictEqual({
      day: '29/12',
      time: 'half past three',
      state: 'confirmed',
    })
  })

  it('cancels only after a second key', async () => {
    const { heard } = await remind('447700900043', '3', '1')
    expect(heard).toStrictEqual([reallyCancel, 'Your appointment is cancelled. Goodbye.'])
    expect((await findAppointment('447700900043')).state).toBe('cancelled')
  })

  it.each([
    ['cancels nothing', '3', reallyCancel],
    ['moves nothing', '2', offers],
  ])('%s without an answer', async (_, key, question) => {
    const { call } = await remind('447700900044', key)
    for (const __ of [1, 2, 3]) await call.wait(3)
    expect(call.heard.slice(2)).toStrictEqual([question, question, question, keep])
    expect((await findAppointment('447700900044')).state).toBe('open')
  })

  it('says it again at the star key, and gives up after three attempts', async () => {
    const { call } = await remind('447700900045', '*', '7')
    await call.wait(10)
    await call.wait(10)
    expect(call.heard.slice(2)).toStrictEqual([
      clinic,
      reminder,
      wrong,
      reminder,
      reminder,
      'We will call you again. Goodbye.',
    ])
  })

  it.each([
    ['2', offers],
    ['3', reallyCancel],
  ])('says it again at the star key after %s, too', async (key, question) => {
    const { call } = await remind('447700900045', key, '*')
    expect(call.heard.slice(2)).toStrictEqual([question, clinic, reminder])
    await call.press('1')
    expect(call.heard.at(-1)).toBe('Thank you. We look forward to seeing you.')
  })

  it.each([
    ['after an early beep', 4, 4],
    ['after a late beep', 30, 30],
    ['when no beep came in time', false, 45],
  ] as const)('leaves a message on a machine, once, %s', async (_, beep, begin) => {
    const call = await callOutFlow(flow, { to: '447700900046', advancedMachineDetection })
    await call.leg.answer({ as: 'machine', beep })
    expect(call.heard.filter((text) => text === message)).toHaveLength(1)
    expect(call.heard.at(-1)).toBe(message)
    expect(call.ended?.reason).toBe('completed')
    expect(call.ended?.at).toBeGreaterThan(begin)
  })

  it.each([
    ['2', keep],
    ['7', 'We will call you again. Goodbye.'],
    ['*', 'We will call you again. Goodbye.'],
  ])('goes on with a person who pressed %s before the verdict', async (key, end) => {
    let verdicts = 0
    const call = await callOutFlow(flow, {
      to: '447700900048',
      advancedMachineDetection,
      // The first verdict is lost, so the one of the beep comes after the key.
      faults({ status, attempt }) {
        if (status !== 'machine') return undefined
        if (attempt === 1) verdicts++
        return verdicts === 1 ? 'closed' : undefined
      },
    })
    await call.leg.answer({ as: 'machine', beep: 15 })
    await call.press(key)
    while (!call.ended) await call.wait(10)
    expect(verdicts).toBe(2)
    expect(call.heard).not.toContain(message)
    expect(call.heard.at(-1)).toBe(end)
  })

  it('reaches nobody who is busy', async () => {
    const call = await callOutFlow(flow, { to: '447700900047' })
    await call.leg.busy()
    expect(call.ended).toStrictEqual({ at: 0, reason: 'busy' })
  })
})
