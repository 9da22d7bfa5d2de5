import type { Call } from 'ncco-jsx/simulate'
import { describe, expect, it } from 'vitest'
import { dialFlow } from '../dial-flow'
import { flow } from './flow'

const account = 'Please key in your account number, six digits.'
const pin = 'Please key in your PIN, four digits.'
const wrong = 'The account number or the PIN is not right.'
const sorry = 'We cannot go on by telephone keys. I will connect you to a person.'

/** Keys in an account number, then PINs. */
async function enter(number: string, ...pins: readonly string[]): Promise<Call> {
  const call = await dialFlow(flow)
  await call.press(number)
  for (const one of pins) await call.press(one)
  return call
}

describe('PIN entry', () => {
  it('tells the balance after the right PIN', async () => {
    const call = await enter('100200', '4711')
    expect(call.heard).toStrictEqual([
      'Example Bank.',
      account,
      pin,
      'Your balance is 250 pounds.',
      'Goodbye.',
    ])
  })

  it('asks again after silence and a wrong PIN', async () => {
    const call = await enter('100200', '4712')
    await call.wait(3)
    await call.press('4711')
    expect(call.heard.slice(2)).toStrictEqual([
      pin,
      wrong,
      pin,
      'Take your time.',
      pin,
      'Your balance is 250 pounds.',
      'Goodbye.',
    ])
  })

  it('locks the account after three wrong PINs, also for the right one in the next call', async () => {
    const first = await enter('100300', '0816', '0817', '0818')
    expect(first.heard.slice(2)).toStrictEqual([pin, wrong, pin, wrong, pin, sorry])
    expect(first.legs[0]?.endpoint.number).toBe('447700900050')
    const second = await enter('100300', '0815', '0815', '0815')
    expect(second.heard).toStrictEqual(first.heard)
  })

  it('says the same for an account that does not exist, and for a PIN that is too short', async () => {
    const call = await enter('999999', '4711')
    await call.press('47')
    await call.wait(3)
    await call.press('0000')
    expect(call.heard.slice(2)).toStrictEqual([pin, wrong, pin, wrong, pin, sorry])
  })

  it('connects to a person when no account number comes', async () => {
    const call = await dialFlow(flow)
    for (const _ of [1, 2, 3]) await call.wait(3)
    expect(call.heard.at(-1)).toBe(sorry)
    await call.calledLeg(1).busy()
    expect(call.heard.slice(-2)).toStrictEqual([
      'Nobody is free. Please visit your branch.',
      'Goodbye.',
    ])
  })

  it('shows no digit in a URL', async () => {
    const call = await enter('100200', '4711')
    const urls = call.webhooks.map(({ url }) => url)
    expect(urls.filter((url) => /4711|100200/.test(url))).toStrictEqual([])
  })
})
