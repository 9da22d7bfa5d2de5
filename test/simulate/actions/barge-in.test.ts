import { createPlatform, dial } from 'ncco-jsx/simulate'
import { describe, expect, it } from 'vitest'
import { answering, keys, speech, talk } from '../../support/answering'

const menu = talk('For sales, press 1. For support, press 2.', { bargeIn: true })
const chosen = { '/chosen': [talk('Chosen.')] }

describe('barge-in', () => {
  it('R-22 lets an input listen while a prompt plays, and a key break it off', async () => {
    const app = answering({ '/answer': [menu, keys({ maxDigits: 1 })], ...chosen })
    const call = await dial(app, { pace: 'manual' })
    await call.wait(1.5)
    expect(call.heard).toStrictEqual(['For sales, press…'])
    await call.press('1')
    await call.wait(5)
    expect(call.heard).toStrictEqual(['For sales, press…', 'Chosen.'])
    expect(call.ended?.at).toBe(1.967)
  })

  it('R-25 lets speech break off a prompt as a key does', async () => {
    const app = answering({ '/answer': [menu, speech()], ...chosen })
    const call = await dial(app, { pace: 'manual' })
    await call.say('sales')
    await call.wait(10)
    expect(call.heard).toStrictEqual(['…', 'Chosen.'])
  })

  it('R-25 lets a key break off a prompt before an input for only speech, and the reverse', async () => {
    const bySpeech = answering({ '/answer': [menu, speech()], ...chosen })
    const call = await dial(bySpeech, { pace: 'manual' })
    await call.wait(1)
    await call.press('1')
    expect([call.heard, call.state]).toStrictEqual([['For sales,…'], 'listening'])
    const byKey = answering({ '/answer': [menu, keys()], ...chosen })
    const other = await dial(byKey, { pace: 'manual' })
    await other.wait(1)
    await other.say('sales')
    expect([other.heard, other.state]).toStrictEqual([['For sales,…'], 'listening'])
  })

  it('R-24 lets any noise break off a greeting, which is heard out without it', async () => {
    const noise = { isRecognised: false, seconds: 0.3 }
    for (const bargeIn of [true, false]) {
      const greeting = talk('Welcome to the Example Bank.', { bargeIn })
      const app = answering({ '/answer': [greeting, speech()], ...chosen })
      const call = await dial(app, { pace: 'manual' })
      await call.wait(1)
      const act = call.say('', noise)
      if (!bargeIn) await expect(act).rejects.toMatchObject({ code: 'speech-unheard' })
      await act.catch(() => {})
      await call.wait(1)
      expect(call.heard).toStrictEqual([bargeIn ? 'Welcome to…' : greeting.text])
    }
  })

  it('R-21 stays on until an input is reached', async () => {
    const ncco = [menu, talk('Or wait.', { bargeIn: false }), keys({ maxDigits: 1 })]
    const call = await dial(answering({ '/answer': ncco, ...chosen }), { pace: 'manual' })
    await call.wait(4)
    await call.press('1')
    await call.wait(1)
    expect(call.heard).toStrictEqual([menu.text, 'Or…', 'Chosen.'])
  })

  it('R-21 ends with the input', async () => {
    const ncco = [menu, keys({ maxDigits: 1 }), talk('Hear this out.'), keys({ maxDigits: 1 })]
    const call = await dial(answering({ '/answer': ncco, '/chosen': undefined }), {
      pace: 'manual',
    })
    await call.press('1')
    expect(call.state).toBe('playing')
    await expect(call.press('1')).rejects.toMatchObject({ code: 'key-unheard' })
  })

  it('R-20 spans talks and streams', async () => {
    const stream = { action: 'stream', streamUrl: ['https://example.com/a.mp3'] }
    const ncco = [menu, stream, keys({ maxDigits: 1 })]
    const call = await dial(answering({ '/answer': ncco, ...chosen }), { pace: 'manual' })
    expect(call.state).toBe('listening')
  })

  it('R-26 lets a key end a prompt that plays for ever', async () => {
    const ncco = [{ ...menu, loop: 0 }, keys({ maxDigits: 1 })]
    const call = await dial(answering({ '/answer': ncco, ...chosen }))
    await call.wait(100)
    await call.press('1')
    expect(call.heard).toStrictEqual([menu.text, 'Chosen.'])
  })

  it.each([
    [
      'a stream',
      { action: 'stream', streamUrl: ['https://example.com/a.mp3'], bargeIn: true },
      { heard: 'https://example.com/a.mp3', seconds: 4 },
    ],
    ['a talk in its second round', { ...menu, loop: 3 }, { heard: 'For…', seconds: 0.467 }],
  ])('tells in the timeline that %s was broken off', async (_, prompt, interrupted) => {
    const app = answering({ '/answer': [prompt, keys({ maxDigits: 1 })], ...chosen })
    const call = await dial(app, { pace: 'manual' })
    await call.wait(4)
    await call.press('1')
    expect(call.timeline.find(({ type }) => type === 'interrupted')).toStrictEqual({
      at: 4,
      type: 'interrupted',
      leg: '447700900001',
      ...interrupted,
    })
  })

  it('tells how far a round had come, to the millisecond', async () => {
    const streams = { 'https://example.com/a.mp3': 2.7 }
    const stream = { action: 'stream', streamUrl: Object.keys(streams), bargeIn: true, loop: 0 }
    const app = answering({ '/answer': [stream, keys({ maxDigits: 1 })], ...chosen })
    const call = await dial(app, { pace: 'manual', platform: createPlatform({ streams }) })
    await call.wait(8.1)
    await call.press('1')
    // In floating point 8.1 % 2.7 is 2.7.
    expect(call.timeline.find(({ type }) => type === 'interrupted')).toMatchObject({ seconds: 0 })
  })

  it('tells nothing of a prompt that was heard out', async () => {
    const prompt = talk('a'.repeat(15), { bargeIn: true })
    const app = answering({ '/answer': [prompt, keys({ maxDigits: 1 })], ...chosen })
    const call = await dial(app)
    await call.wait(1)
    await call.press('1')
    expect(call.timeline.map(({ type }) => type)).not.toContain('interrupted')
  })

  it('counts the time of an input from the end of its prompt', async () => {
    const ncco = [menu, keys({ timeOut: 3 })]
    const call = await dial(answering({ '/answer': ncco, ...chosen }))
    await call.wait(2.9)
    expect(call.state).toBe('listening')
    await call.wait(0.2)
    expect(call.ended?.reason).toBe('completed')
  })
})
