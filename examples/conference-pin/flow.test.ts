import { createPlatform, type Platform } from 'ncco-jsx/simulate'
import { describe, expect, it } from 'vitest'
import { dialFlow } from '../dial-flow'
import { flow } from './flow'

const question = 'Please key in your PIN, followed by the hash key.'
const waiting = 'The conference starts when the host arrives.'

async function enter(platform: Platform, from: string, pin: string) {
  const call = await dialFlow(flow, { platform, from })
  await call.press(pin)
  return call
}

describe('conference by PIN', () => {
  it('lets guests wait with music until the host is there', async () => {
    const platform = createPlatform()
    const ada = await enter(platform, '447700900031', '2468#')
    const ben = await enter(platform, '447700900032', '2468#')
    expect(ada.heard).toStrictEqual([
      'Welcome to the conference service.',
      question,
      waiting,
      'https://app.example.com/hold.mp3',
    ])
    expect(ada.hears(ben)).toBe(false)
    const host = await enter(platform, '447700900030', '246810')
    expect(host.heard.at(-1)).toBe('Welcome, host. The conference starts now.')
    expect([ada.hears(ben), ben.hears(host), host.hears(ada)]).toStrictEqual([true, true, true])
  })

  it('ends with the host', async () => {
    const platform = createPlatform()
    const guest = await enter(platform, '447700900031', '2468#')
    const host = await enter(platform, '447700900030', '246810')
    await host.hangUp()
    expect(guest.ended?.reason).toBe('completed')
  })

  it('keeps rooms apart', async () => {
    const platform = createPlatform()
    const host = await enter(platform, '447700900030', '246810')
    const other = await enter(platform, '447700900031', '135790')
    expect([host.hears(other), other.hears(host)]).toStrictEqual([false, false])
  })

  it('gives up after silence and two wrong PINs', async () => {
    const call = await dialFlow(flow)
    await call.wait(3)
    await call.press('9999#')
    await call.press('8888#')
    expect(call.heard.slice(1)).toStrictEqual([
      question,
      'I did not hear any keys.',
      question,
      'There is no conference with this PIN.',
      question,
      'Please check your PIN, and call again. Goodbye.',
    ])
    expect(call.ended?.reason).toBe('completed')
  })
})
