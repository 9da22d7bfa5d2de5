import { createVoiceApp } from 'ncco-jsx/serve'
import { type Call, dial } from 'ncco-jsx/simulate'
import { describe, expect, it } from 'vitest'
import { flow } from '../../../examples/ivr-menu/flow'
import { connect, talk } from '../../support/answering'
import { ask, restPlatform } from '../../support/rest'

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

/** The lines of what is heard. */
const spokenIn = (call: Call) =>
  call
    .transcript()
    .split('\n')
    .map((line) => line.slice(25))
    .filter((what) => what.startsWith('hears'))

const languagesIn = ({ timeline }: Call) =>
  timeline.flatMap((entry) => (entry.type === 'heard' ? [entry.language] : []))

describe('a transcript', () => {
  it('reads as a screenplay', async () => {
    const call = await converse()
    expect(call.transcript()).toMatchInlineSnapshot(`
      "   0.00  447700900001    calls 447700900000
         0.00  → started       POST https://app.example.com/event: 204
         0.00  → ringing       POST https://app.example.com/event: 204
         0.00  → answer        GET https://app.example.com/answer: 200, 2 actions
         0.00  447700900001    is answered
         0.00  447700900001    hears “For sales, press 1, or say sales. For support, press 2, or say support.” in en-GB
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

  it('shows where the language of what is heard changes, so that a forgotten one stands out', async () => {
    const welsh = { language: 'cy-GB' }
    const call = await dial([
      talk('Croeso.', welsh),
      talk('Dewiswch un.', { ...welsh, loop: 2 }),
      talk('Goodbye.'),
      talk('Hwyl.', welsh),
    ])
    expect(spokenIn(call)).toStrictEqual([
      'hears “Croeso.” in cy-GB',
      'hears “Dewiswch un.”, 2 times',
      'hears “Goodbye.” in en-US',
      'hears “Hwyl.” in cy-GB',
    ])
    expect(languagesIn(call)).toStrictEqual(['cy-GB', 'cy-GB', undefined, 'cy-GB'])
  })

  it('says nothing of en-US, the default, nor of what no voice of the platform says', async () => {
    const call = await dial([
      talk('Hello.'),
      talk('Bonjour.', { language: 'fr-FR' }),
      { action: 'stream', streamUrl: ['https://example.com/jingle.mp3'] },
      talk('Encore.', { language: 'fr-FR' }),
      talk('Bye.', { language: 'en-US' }),
    ])
    expect(spokenIn(call)).toStrictEqual([
      'hears “Hello.”',
      'hears “Bonjour.” in fr-FR',
      'hears “https://example.com/jingle.mp3”',
      'hears “Encore.”',
      'hears “Bye.” in en-US',
    ])
    expect(languagesIn(call)).toStrictEqual([undefined, 'fr-FR', undefined, 'fr-FR', undefined])
  })

  it('tells the languages of each leg apart, also of what the application says by REST', async () => {
    const platform = restPlatform()
    const call = await dial([talk('Croeso.', { language: 'cy-GB' }), connect()], { platform })
    const [leg] = call.legs
    await leg?.answer()
    await ask(platform, 'PUT', `/v1/calls/${leg?.uuid}/talk`, {
      text: 'A call.',
      language: 'en-GB',
    })
    await ask(platform, 'PUT', `/v1/calls/${call.leg.uuid}/talk`, {
      text: 'Arhoswch.',
      language: 'cy-GB',
    })
    await platform.wait(5)
    expect(spokenIn(call)).toStrictEqual([
      'hears “Croeso.” in cy-GB',
      'hears “A call.” in en-GB',
      'hears “Arhoswch.”',
    ])
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
