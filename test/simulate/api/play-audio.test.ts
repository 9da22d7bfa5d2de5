import { dial } from 'ncco-jsx/simulate'
import { describe, expect, it } from 'vitest'
import { colleague, connect, keys, talk } from '../../support/answering'
import { ask, restPlatform } from '../../support/rest'

const hold = [talk('Please hold.', { loop: 0 })]
const room = [{ action: 'conversation', name: 'support' }]
const music = 'https://example.com/music.mp3'

async function caller(ncco: readonly object[] = room, streams = { [music]: 4 }) {
  const platform = restPlatform({}, { streams })
  const call = await dial(ncco, { platform })
  const at = (path: string, uuid = call.leg.uuid) => `/v1/calls/${uuid}/${path}`
  const put = (path: string, body: object) => ask(platform, 'PUT', at(path), body)
  const stop = (path: string) => ask(platform, 'DELETE', at(path))
  return { platform, call, put, stop, at }
}

describe('talk', () => {
  it('is heard by the addressed leg only, and heard out', async () => {
    const { platform, call, put } = await caller()
    const other = await dial(room, { platform })
    const { status, body } = await put('talk', { text: 'You are number 3.' })
    expect(status).toBe(200)
    expect(body).toStrictEqual({ message: 'Talk started', uuid: call.leg.uuid })
    await call.wait()
    expect([call.heard, other.heard]).toStrictEqual([['You are number 3.'], []])
    expect(call.timeline).toContainEqual({
      at: 0,
      type: 'heard',
      leg: '447700900001',
      text: 'You are number 3.',
      seconds: 1.133,
    })
    expect(platform.now).toBe(1.133)
  })

  it('repeats, stops, and says no more than was heard', async () => {
    const { call, put, stop } = await caller()
    await put('talk', {
      text: 'You are number 3.',
      loop: '0',
      level: -1,
      language: 'en-GB',
      style: 2,
    })
    await call.wait(1.5)
    const { status, body } = await stop('talk')
    expect([status, body]).toStrictEqual([200, { message: 'Talk stopped', uuid: call.leg.uuid }])
    expect(call.heard).toStrictEqual(['You are number 3.'])
    await call.wait(5)
    expect(call.transcript()).toContain('← stop talk     DELETE /v1/calls/')
  })

  it('is replaced by another one, and stands beside a prompt and a stream', async () => {
    const { call, put } = await caller(hold)
    await put('stream', { stream_url: [music], loop: 0 })
    await put('talk', { text: 'You are number 3.' })
    await put('talk', { text: 'You are number 2.' })
    await call.wait()
    expect(call.heard).toStrictEqual(['…', 'You are number 2.', 'Please hold.', music])
  })

  it('reads SSML', async () => {
    const { call, put } = await caller()
    await put('talk', { text: '<speak>One <break time="2s"/> two</speak>' })
    await put('talk', { text: '<speak>One' })
    await call.wait()
    expect(call.transcript()).toContain('Nothing is heard: the SSML of a talk is malformed.')
  })

  it('is heard by a callee', async () => {
    const { platform, call, at } = await caller([connect()])
    const [leg] = call.legs
    await leg?.answer()
    await ask(platform, 'PUT', at('talk', leg?.uuid), { text: 'For you.' })
    await call.wait()
    expect([leg?.heard, call.heard]).toStrictEqual([['For you.'], []])
    expect(call.transcript()).toContain(`${colleague}    hears “For you.”`)
  })

  it('does not run the timeout of an input over', async () => {
    const { call, put } = await caller([keys({ timeOut: 10 })])
    await put('talk', { text: 'Hurry.' })
    await call.wait()
    expect(call.state).toBe('listening')
  })

  it('ends with the call, and with a transfer', async () => {
    const { platform, call, put } = await caller()
    await put('talk', { text: 'A long story. '.repeat(20) })
    await platform.wait(2)
    const destination = { type: 'ncco', ncco: [...hold] }
    await ask(platform, 'PUT', `/v1/calls/${call.leg.uuid}`, { action: 'transfer', destination })
    await call.wait()
    expect(call.heard[0]).toMatch(/^A long story\..*…$/)
    await put('talk', { text: 'A long story. '.repeat(20) })
    await call.hangUp()
    expect(call.heard.at(-1)).toBe('…')
    expect(platform.next).toBeUndefined()
  })
})

describe('stream', () => {
  it('plays for the length of its audio, as often as it is told to', async () => {
    const { platform, call, put } = await caller()
    const { status, body } = await put('stream', { stream_url: [music], loop: 2, level: '-0.6' })
    expect([status, body]).toStrictEqual([200, { message: 'Stream started', uuid: call.leg.uuid }])
    await call.wait()
    expect([call.heard, platform.now]).toStrictEqual([[music], 8])
  })

  it('stops', async () => {
    const { call, put, stop } = await caller()
    await put('stream', { stream_url: [music], loop: 0 })
    await call.wait(6)
    const { status, body } = await stop('stream')
    expect([status, body]).toStrictEqual([200, { message: 'Stream stopped', uuid: call.leg.uuid }])
    expect(call.heard).toStrictEqual([music])
  })

  it('that does not play is stopped without harm', async () => {
    const { stop } = await caller()
    expect([(await stop('stream')).status, (await stop('talk')).status]).toStrictEqual([200, 200])
  })
})

describe('a body', () => {
  it.each([
    ['talk', {}, 'text: Missing parameter'],
    ['talk', { text: ['Hello.'] }, 'text: Invalid type parameter provided'],
    ['talk', { text: 'Hello.', loop: -1 }, 'loop: Must be from 0 to 9007199254740991'],
    ['talk', { text: 'Hello.', level: 2 }, 'level: Must be from -1 to 1'],
    ['talk', { text: 'Hello.', premium: 'yes' }, 'premium: Invalid type parameter provided'],
    ['stream', {}, 'stream_url: Missing parameter'],
    ['stream', { stream_url: music }, 'stream_url: Invalid type parameter provided'],
    [
      'stream',
      { stream_url: ['music.mp3'] },
      'stream_url: Must be an array of one http or https URL',
    ],
    ['stream', { stream_url: [music], level: 'loud' }, 'level: Invalid type parameter provided'],
  ])('of a %s like %j is refused', async (path, body, problem) => {
    const { put, call } = await caller()
    const { status, body: refusal } = await put(path, body)
    const [name, reason] = problem.split(': ')
    expect([status, refusal.invalid_parameters]).toStrictEqual([400, [{ reason, name }]])
    await call.wait(1)
    expect(call.heard).toStrictEqual([])
  })
})
