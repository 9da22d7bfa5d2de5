import { Record, Talk } from 'ncco-jsx'
import { createVoiceApp } from 'ncco-jsx/serve'
import { dial } from 'ncco-jsx/simulate'
import { describe, expect, it, vi } from 'vitest'
import { answering, keys } from '../../support/answering'

/** The answers that the transcript shows for webhooks to a URL. */
const answersOf = (transcript: string, url: string) =>
  transcript
    .split('\n')
    .filter((line) => line.includes(`${url}: `))
    .map((line) => line.slice(line.indexOf(`${url}: `) + url.length + 2))

const elsewhere =
  'It is a URL of another server: a simulated call brings its webhooks to your app, which does not have this path.'

describe('a webhook to the URL of another server', () => {
  it('is explained once for each URL, in the transcript and on the console', async () => {
    const app = createVoiceApp({
      signature: false,
      answer: () => (
        <>
          <Record eventUrl="https://example.com/recorded" endOnSilence={3} />
          <Record eventUrl="https://example.com/recorded" endOnSilence={3} />
          <Talk>Thank you.</Talk>
          <Record eventUrl="https://example.org/recorded" endOnSilence={3} />
        </>
      ),
    })
    const write = vi.spyOn(console, 'error').mockImplementation(() => {})
    const call = await dial(app)
    await call.wait(20)
    const written = write.mock.calls.map(([message]) => String(message).split(':')[0])
    write.mockRestore()
    const transcript = call.transcript()
    expect(answersOf(transcript, 'https://example.com/recorded')).toStrictEqual([
      `404 (unknown-path). ${elsewhere}`,
      '404 (unknown-path), as before',
    ])
    expect(answersOf(transcript, 'https://example.org/recorded')).toStrictEqual([
      `404 (unknown-path). ${elsewhere}`,
    ])
    expect(written).toStrictEqual(['unknown-path', 'unknown-path'])
  })

  it('is explained for any app in memory, and not if the app has the path', async () => {
    const question = (url: string) => [{ ...keys({ maxDigits: 1 }), eventUrl: [url] }]
    const pressed = async (url: string) => {
      const call = await dial(answering({ '/answer': question(url), '/known': [] }))
      await call.press('1')
      return answersOf(call.transcript(), url)
    }
    expect(await pressed('https://example.com/keys')).toStrictEqual([`404. ${elsewhere}`])
    expect(await pressed('https://example.com/known')).toStrictEqual(['200, 0 actions'])
    expect(await pressed('https://app.example.com/keys')).toStrictEqual(['404'])
  })
})
