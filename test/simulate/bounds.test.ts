import { createPlatform, dial, type WebhookHandler, withTranscript } from 'ncco-jsx/simulate'
import { describe, expect, it } from 'vitest'
import { answering, keys, talk } from '../support/answering'
import { failure } from '../support/failure'

const json = (body: string) => () =>
  new Response(body, { headers: { 'content-type': 'application/json' } })

/** An object in an object in an object. */
const nested = (depth: number) => `${'{"in":'.repeat(depth)}1${'}'.repeat(depth)}`

const revoked = () => {
  const { proxy, revoke } = Proxy.revocable({}, {})
  revoke()
  return proxy
}
const throwing = (thrown: unknown): WebhookHandler => {
  return () => {
    throw thrown
  }
}
const thrower = {
  toString() {
    throw undefined
  },
}

describe('a handler that goes wrong in any way ends the call, not the test', () => {
  it.each<[string, WebhookHandler, string]>([
    ['throws nothing', throwing(undefined), '500, undefined'],
    ['throws what has no text', throwing(Object.create(null)), '500, an error that cannot be read'],
    ['throws what throws when it is read', throwing(thrower), '500, an error that cannot be read'],
    ['throws a revoked proxy', throwing(revoked()), '500, an error that cannot be read'],
    ['returns nothing', (() => undefined) as never, '500, The handler returned no Response.'],
    ['returns an error', () => Response.error(), ': 0'],
    [
      'breaks its body off',
      () => new Response(new ReadableStream({ pull: throwing(thrower) as never })),
      'Connection closed. (an error that cannot be read)',
    ],
    [
      'writes no bytes',
      () => new Response(new ReadableStream({ pull: (body) => body.enqueue('[]' as never) })),
      'Connection closed. (ERR_INVALID_ARG_TYPE)',
    ],
  ])('where it %s', async (_, handler, answer) => {
    const call = await dial(handler)
    expect(call.ended).toStrictEqual({ at: 0, reason: 'no-ncco' })
    expect(call.transcript()).toContain(answer)
  })

  it.each([
    ['a payload', `[{"action":"notify","payload":${nested(100_000)}}]`],
    ['an option', `[{"action":"talk","text":"Hi","more":${nested(100_000)}}]`],
    ['an array', '['.repeat(100_000) + ']'.repeat(100_000)],
  ])('where %s is nested 100,000 times', async (_, body) => {
    const call = await dial(json(body))
    expect(call.ended).toStrictEqual({ at: 0, reason: 'invalid-ncco' })
  })
})

describe('a transcript', () => {
  it('lists 20 findings of an answer', async () => {
    const call = await dial(json(JSON.stringify(Array(1000).fill({ action: 'tallk' }))))
    expect(call.transcript().match(/unknown-action: /g)).toHaveLength(20)
    expect(call.transcript()).toContain('… and 980 more')
  })

  it('cuts a line after 1,000 characters', async () => {
    const words = 'word '.repeat(1000).trim()
    const call = await dial([talk(words)])
    const lines = call.transcript().split('\n')
    expect(lines.map(({ length }) => length).filter((length) => length > 1000)).toStrictEqual([
      1001,
    ])
    expect(call.heard).toStrictEqual([words])
  })

  it('is in an error message without the middle of a long one', async () => {
    const circle = [{ action: 'notify', payload: {}, eventUrl: ['https://app.example.com/answer'] }]
    const error = await failure(dial(answering({ '/answer': circle })))
    const [words, shown = ''] = error.message.split('\n\n')
    expect(words).toContain('loop-without-pause')
    const all = error.transcript.split('\n')
    const left = all.length - 80
    expect(shown.split('\n')).toStrictEqual([
      ...all.slice(0, 20),
      `         … ${left} lines are left out; error.transcript has them …`,
      ...all.slice(-60),
    ])
  })

  it('is in such a message once, whatever explains it', async () => {
    const call = await dial([...Array(100).fill(talk('Hi')), keys()])
    const error = await failure(withTranscript(call, () => call.say('Hello?')))
    expect(error.message.match(/calls 447700900000/g)).toHaveLength(1)
    expect(error.message).toContain('error.transcript has them')
    const other = await failure(withTranscript(call, () => Promise.reject(new Error('Other.'))))
    expect(other.message).toMatch(/^Other\.\n\n {3}0\.00/)
    expect(other.message).toContain('call.transcript() has them')
  })
})

describe('time', () => {
  it.each([
    ['wait()', () => createPlatform().wait(1e10)],
    ['maxSeconds', async () => createPlatform({ maxSeconds: 1e10 })],
    ['seconds of say()', async () => (await dial([keys()])).say('Hi', { seconds: 1e10 })],
  ])('that %s takes has an end', async (option, act) => {
    expect((await failure(act())).message).toContain(
      `simulator-option: ${option} must be a number of seconds from 0 to 1000000000.`,
    )
  })

  it.each(['10000-01-01', '+275760-09-12T23:59:59Z'])('does not start at %s', async (startsAt) => {
    const error = await failure(Promise.resolve().then(() => createPlatform({ startsAt })))
    expect(error.message).toContain('startsAt must be a time in ISO 8601, up to the year 9999.')
  })

  it('that the longest waits let pass is still a date', async () => {
    const platform = createPlatform({ startsAt: '9999-12-31T23:59:59Z' })
    await platform.wait(1e9)
    const call = await dial([talk('Hi')], { platform })
    expect(call.ended).toStrictEqual({ at: 1e9 + 0.2, reason: 'completed' })
  })

  it('ends a prompt that takes for ever', async () => {
    const text = '<speak><break time="9999999999999999999999s"/></speak>'
    expect((await failure(dial([talk(text)]))).code).toBe('endless-call')
  })
})
