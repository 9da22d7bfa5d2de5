import { createVoiceApp } from 'ncco-jsx/serve'
import { dial } from 'ncco-jsx/simulate'
import { describe, expect, it } from 'vitest'
import { flow } from '../../../examples/ivr-menu/flow'

const ivr = () =>
  createVoiceApp({ ...flow, secret: 'only for tests, where it is no secret', signature: false })

/** A caller who hesitates, chooses, and is connected. */
async function converse() {
  const call = await dial(ivr(), { eventUrl: '/event' })
  await call.wait(10)
  await call.press('2')
  const [leg] = call.legs
  await leg?.answer()
  await call.say('Hello, I need help.')
  await leg?.hangUp()
  return call
}

describe('a transcript', () => {
  it('reads as a screenplay', async () => {
    const call = await converse()
    expect(call.transcript()).toMatchInlineSnapshot(`
      "   0.00  447700900001    calls 447700900000
         0.00  → started       POST https://app.example.com/event: 204
         0.00  → ringing       POST https://app.example.com/event: 204
         0.00  → answer        GET https://app.example.com/answer: 200, 2 actions
         0.00  447700900001    is answered
         0.00  447700900001    hears “For sales, press 1, or say sales. For support, press 2, or say support.”
         0.00  input           listens for keys and speech
         0.00  → answered      POST https://app.example.com/event: 204
        10.93  → input         POST https://app.example.com/answer: 200, 3 actions
        10.93  447700900001    hears “Sorry, I did not get that.”
        10.93  input           listens for keys and speech
        12.87  447700900001    hears “For sales, press 1, or say sales. For support, press 2, or say support.”
        18.80  447700900001    presses 2
        18.80  → input         POST https://app.example.com/answer: 200, 2 actions
        18.80  447700900001    hears “I will connect you to support.”
        20.80  connect         calls 447700900003
        20.80  447700900003    is ringing
        20.80  → started       POST https://app.example.com/event: 204
        20.80  → ringing       POST https://app.example.com/event: 204
        20.80  447700900003    is answered
        20.80  → answered      POST https://app.example.com/event: 204
        20.80  447700900001    says “Hello, I need help.”
        20.80  447700900003    hears 447700900001: “Hello, I need help.”
        22.27  447700900003    is completed
        22.27  call            ended: completed
        22.27  → completed     POST https://app.example.com/event: 204
        22.27  → completed     POST https://app.example.com/event: 204"
    `)
  })

  it('is the same for the same script, and so is the timeline', async () => {
    const [one, other] = [await converse(), await converse()]
    expect(one.transcript()).toBe(other.transcript())
    expect(JSON.stringify(one.timeline)).toBe(JSON.stringify(other.timeline))
  })

  it('is made of a timeline of plain data', async () => {
    const { timeline } = await converse()
    expect(JSON.parse(JSON.stringify(timeline))).toStrictEqual(timeline)
  })
})
