import type { AddressInfo } from 'node:net'
import { render, renderAsync } from 'ncco-jsx'
import type { VoiceApp } from 'ncco-jsx/serve'
import { type CallTarget, createPlatform, dial } from 'ncco-jsx/simulate'
import { describe, expect, it, vi } from 'vitest'
import * as components from '../../docs/guide/samples/components/async'
import { Flow as Context } from '../../docs/guide/samples/components/context'
import { Flow as Departments } from '../../docs/guide/samples/components/departments'
import { Flow as List } from '../../docs/guide/samples/components/list'
import { Flow as Raw } from '../../docs/guide/samples/components/raw'
import { server } from '../../docs/guide/samples/first-call/server'
import { app as hooks } from '../../docs/guide/samples/hooks/app'
import { app as speech } from '../../docs/guide/samples/hooks/speech'
import { app as useWebhook } from '../../docs/guide/samples/hooks/use-webhook'
import { Flow as Languages } from '../../docs/guide/samples/languages/flow'
import { waitForHost } from '../../docs/guide/samples/moving/after-builder'
import { app as afterJson } from '../../docs/guide/samples/moving/after-json'
import { waitForHost as withBuilder } from '../../docs/guide/samples/moving/before-builder'
import { answer } from '../../docs/guide/samples/moving/before-json'
import { app as afterTwiml } from '../../docs/guide/samples/moving/twiml'
import { app as recordings } from '../../docs/guide/samples/recordings/app'
import {
  app as meeting,
  recordings as meetings,
} from '../../docs/guide/samples/recordings/conversation'
import { messages } from '../../docs/guide/samples/recordings/messages'
import { app as security } from '../../docs/guide/samples/security/app'
import { Flow as Markup } from '../../docs/guide/samples/text/markup'
import { Flow as Spaces } from '../../docs/guide/samples/text/spaces'
import { Flow as Ssml } from '../../docs/guide/samples/text/ssml'
import { Flow as Voice } from '../../docs/guide/samples/text/voice'
import { applicationId, privateKey, publicKey } from '../support/rest'

const signature = {
  secret: process.env.SIGNATURE_SECRET ?? '',
  applicationId: process.env.VONAGE_APPLICATION_ID,
}
const callTo = (target: CallTarget, options = {}) => dial(target, { signature, ...options })

describe('the guide', () => {
  it('shows components', async () => {
    expect(render(<Departments />)).toMatchObject([
      {
        text: "<speak>For sales, press 1. <break time='300ms'/>For support, press 2. <break time='300ms'/></speak>",
      },
    ])
    expect(render(<List />)).toHaveLength(2)
    expect(render(<List isOpen={false} />)).toMatchObject([{ text: 'We are closed.' }])
    expect(render(<Context />)).toMatchObject([{ text: 'Welcome to the Example Clinic.' }])
    expect(components.ncco).toMatchObject([{ text: 'You have 12 pounds.' }])
    expect(render(<Raw />)).toStrictEqual([
      { action: 'talk', text: 'Please hold the line.' },
      { action: 'stream', streamUrl: ['https://example.com/hold.mp3'] },
    ])
  })

  it('shows texts', () => {
    expect(render(<Spaces />)).toMatchObject([
      { text: 'Hello Ada, welcome.' },
      { text: 'Hello Ada, and welcome to a text that goes on over several lines.' },
    ])
    expect(render(<Ssml />)).toMatchObject([
      {
        text: "<speak><s>Your order is <say-as interpret-as='digits'>4711</say-as>.</s><break time='400ms'/><prosody rate='slow'>Please have it at hand.</prosody></speak>",
      },
    ])
    expect(render(<Markup />)).toMatchObject([
      { text: '<speak><emphasis>Welcome</emphasis> to Salt &amp; &lt;Pepper&gt;.</speak>' },
      { text: "<speak>One <break time='1s'/> two.</speak>" },
    ])
    expect(render(<Voice />)).toMatchObject([
      { language: 'de-DE', style: 1, premium: true },
      { action: 'stream' },
      { language: 'en-GB' },
    ])
  })

  it('shows a server', async () => {
    const { port } = server.address() as AddressInfo
    const call = await callTo(`http://127.0.0.1:${port}/answer`)
    await call.press('2')
    server.close()
    expect(call.heard.at(-1)).toBe('The new season begins on Monday.')
  })

  it('shows hooks', async () => {
    const call = await callTo(hooks)
    for (const key of ['9', '9', '1']) await call.press(key)
    expect(call.heard).toHaveLength(3)
    expect(call.legs).toHaveLength(1)
    const spoken = await callTo(speech)
    await spoken.say('On the terrace, please.')
    expect(spoken.heard.at(-1)).toBe('The terrace, then.')
    const ringing = await callTo(useWebhook)
    for (const index of [0, 1]) await ringing.legs[index]?.busy()
    expect(ringing.heard).toStrictEqual(['Nobody answers.'])
  })

  it('shows a recording and its transcription, which are downloaded', async () => {
    const platform = createPlatform({
      application: { id: applicationId, publicKey, target: recordings, signature },
    })
    vi.stubEnv('VONAGE_APPLICATION_ID', applicationId)
    vi.stubEnv('VONAGE_PRIVATE_KEY', privateKey)
    const fetching = vi
      .spyOn(globalThis, 'fetch')
      .mockImplementation((url, init) => platform.api.fetch(new Request(url, init)))
    const call = await callTo(recordings, { platform })
    await call.say('Please call me back.')
    await call.press('#')
    await platform.wait(60)
    fetching.mockRestore()
    const [message] = messages.values()
    expect(message).toStrictEqual({ bytes: expect.any(Number), text: 'Please call me back.' })
    const room = await callTo(meeting)
    await room.hangUp()
    expect(meetings).toStrictEqual([{ room: 'meeting', url: expect.any(String) }])
  })

  it('shows texts in two languages', async () => {
    expect(render(<Languages />)).toStrictEqual([
      { action: 'talk', text: 'Welcome, Ada.', language: 'en-GB' },
      { action: 'talk', text: 'You have one order.', language: 'en-GB' },
    ])
    expect(await renderAsync(<Languages from="4930901820" count={2} />)).toMatchObject([
      { text: 'Willkommen, Ada.', language: 'de-DE' },
      { text: 'Sie haben 2 Bestellungen.' },
    ])
  })

  it('shows an app that takes only signed POSTs, each once', async () => {
    const call = await callTo(security, { answerMethod: 'POST' })
    await call.press('1234')
    await call.press('2580')
    expect(call.heard).toStrictEqual(['Your PIN?', 'That is not right.', 'Your PIN?', 'Welcome.'])
    expect((await callTo(security)).ended?.reason).toBe('no-ncco')
  })

  it('shows the same flow before and after it was moved', async () => {
    const json = answer(new URL('https://example.com/answer?from=447700900001'))
    expect((await callTo(json)).heard).toStrictEqual(['You call from 447700900001.'])
    const call = await callTo(afterJson, { from: '447700900001' })
    await call.press('4')
    expect(call.heard).toStrictEqual(['You call from 447700900001.', 'You pressed 4.'])
    expect(JSON.parse(JSON.stringify(withBuilder()))[1]).toStrictEqual({
      action: 'conversation',
      name: 'room',
    })
    expect(waitForHost()[1]).toStrictEqual({
      action: 'conversation',
      name: 'room',
      startOnEnter: false,
    })
    const menu: VoiceApp = afterTwiml
    const connected = await callTo(menu)
    await connected.press('1')
    expect(connected.legs[0]?.endpoint.number).toBe('447700900002')
  })
})
