import { createPlatform, dial } from 'ncco-jsx/simulate'
import { describe, expect, it } from 'vitest'
import { answering, keys, speech, talk } from '../support/answering'

const jingle = 'https://example.com/jingle.mp3'
const stream = (more: object = {}) => ({ action: 'stream', streamUrl: [jingle], ...more })
const chosen = { '/chosen': [talk('Sales.')] }

describe('the talk action', () => {
  it('is heard out before the next action, and the call ends after the last', async () => {
    const call = await dial([talk('Welcome.'), talk('Goodbye.')])
    expect([call.heard, call.ended?.reason]).toStrictEqual([['Welcome.', 'Goodbye.'], 'completed'])
  })

  it('repeats, for ever with a loop of 0', async () => {
    const twice = await dial([talk('Hello.', { loop: 2 })])
    const once = await dial([talk('Hello.')])
    expect(twice.ended?.at).toBeCloseTo(2 * (once.ended?.at ?? 0), 2)
    const endless = await dial([talk('Please hold.', { loop: 0 }), talk('Never heard.')])
    await endless.wait(600)
    expect([endless.state, endless.heard]).toStrictEqual(['playing', ['Please hold.']])
  })

  it('speaks SSML, with its pauses', async () => {
    const plain = await dial([talk('One two.')])
    const paused = await dial([talk("<speak>One <break time='2s'/>two.</speak>")])
    expect(paused.heard).toStrictEqual(['One two.'])
    expect(paused.ended?.at).toBeGreaterThan((plain.ended?.at ?? 0) + 1.9)
  })
})

describe('barge-in', () => {
  it('stops a talk when a key is pressed, which the input that follows takes', async () => {
    const ncco = [
      talk('For sales, press 1. For support, press 2.', { bargeIn: true }),
      keys({ maxDigits: 1 }),
    ]
    const call = await dial(answering({ '/answer': ncco, ...chosen }), { pace: 'manual' })
    await call.wait(1)
    await call.press('1')
    await call.wait(1)
    expect(call.heard).toStrictEqual(['For sales,…', 'Sales.'])
    expect(call.webhooks.at(-1)?.fields).toMatchObject({ dtmf: { digits: '1' } })
  })

  it('stops it when the caller speaks', async () => {
    const ncco = [talk('How can I help you today?', { bargeIn: true }), speech()]
    const call = await dial(answering({ '/answer': ncco, ...chosen }), { pace: 'manual' })
    await call.wait(1)
    await call.say('Sales', { seconds: 1 })
    expect(call.heard[0]).toBe('How can I…')
  })

  it('covers the whole run of prompts before the input, once it is on', async () => {
    const run = [
      talk('Welcome to the shop.', { bargeIn: true }),
      stream({ bargeIn: false }),
      talk('For sales, press 1.'),
      keys({ maxDigits: 1 }),
    ]
    const platform = createPlatform({ streams: { [jingle]: 5 } })
    const call = await dial(answering({ '/answer': run, ...chosen }), { pace: 'manual', platform })
    await call.wait(1)
    await call.press('1')
    await call.wait(2)
    expect(call.heard).toStrictEqual(['Welcome to the…', 'Sales.'])
  })

  it('does not begin before the talk that turns it on', async () => {
    const ncco = [talk('Welcome.'), talk('Press 1.', { bargeIn: true }), keys({ maxDigits: 1 })]
    const call = await dial(answering({ '/answer': ncco, ...chosen }), { pace: 'manual' })
    await expect(call.press('1')).rejects.toMatchObject({ code: 'key-unheard' })
  })
})

describe('the stream action', () => {
  it('plays audio for as long as it is, and repeats it', async () => {
    const platform = createPlatform({ streams: { [jingle]: 4.5 } })
    const call = await dial([stream({ loop: 2 })], { platform })
    expect([call.heard, call.ended?.at]).toStrictEqual([[jingle], 9])
  })

  it('is interrupted with bargeIn, as a talk is', async () => {
    const ncco = [stream({ bargeIn: true, loop: 0 }), keys({ maxDigits: 1 })]
    const call = await dial(answering({ '/answer': ncco, ...chosen }), { pace: 'manual' })
    await call.wait(3)
    await call.press('1')
    await call.wait(1)
    expect(call.heard).toStrictEqual([jingle, 'Sales.'])
  })
})
