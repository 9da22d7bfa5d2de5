import { createPlatform, dial } from 'ncco-jsx/simulate'
import { describe, expect, it } from 'vitest'
import { answering, talk } from '../support/answering'

const notify = {
  action: 'notify',
  payload: { step: 'greeted' },
  eventUrl: ['https://app.example.com/step'],
}

describe('the notify action', () => {
  it('sends its payload, and goes on if the answer is empty', async () => {
    const ncco = [talk('Welcome.'), notify, talk('Goodbye.')]
    const call = await dial(answering({ '/answer': ncco, '/step': undefined }))
    expect(call.webhooks.at(-1)?.fields).toMatchObject({ payload: { step: 'greeted' } })
    expect(call.heard).toStrictEqual(['Welcome.', 'Goodbye.'])
  })

  it('replaces the rest of the NCCO by the one in the answer', async () => {
    const ncco = [talk('Welcome.'), notify, talk('Goodbye.')]
    const call = await dial(answering({ '/answer': ncco, '/step': [talk('Instead.')] }))
    expect(call.heard).toStrictEqual(['Welcome.', 'Instead.'])
  })
})

describe('the wait action', () => {
  it('pauses between actions, and sends no event', async () => {
    const ncco = [talk('One moment.'), { action: 'wait', timeout: 5.5 }, talk('Thank you.')]
    const call = await dial(answering({ '/answer': ncco }))
    const [first, second] = call.timeline.filter(({ type }) => type === 'heard')
    expect((second?.at ?? 0) - (first?.at ?? 0)).toBeGreaterThan(5.5)
    expect(call.webhooks.map(({ kind }) => kind)).toStrictEqual(['answer'])
  })

  it.each([
    [undefined, 10],
    [0.01, 0.1],
    [9000, 7200],
  ])('of %s lasts %d s', async (timeout, seconds) => {
    const wait = { action: 'wait', ...(timeout !== undefined && { timeout }) }
    const call = await dial([wait], { platform: createPlatform({ maxSeconds: 8000 }) })
    expect(call.ended?.at).toBe(seconds)
  })
})

describe('the transfer action', () => {
  it('moves all legs into another conversation, whose NCCO goes on, and drops its own', async () => {
    const platform = createPlatform()
    const other = await dial(
      [talk('Please hold.'), { action: 'wait', timeout: 60 }, talk('Still here.')],
      {
        platform,
        pace: 'manual',
      },
    )
    const transfer = { action: 'transfer', conversationId: other.conversationUuid }
    const call = await dial(
      answering({ '/answer': [transfer, talk('Never heard.')], '/event': undefined }),
      {
        platform,
        from: '447700900032',
        eventUrl: '/event',
      },
    )
    expect([call.hears(other), other.hears(call)]).toStrictEqual([true, true])
    expect(call.webhooks.find(({ kind }) => kind === 'transfer')?.fields).toMatchObject({
      conversation_uuid_from: call.conversationUuid,
      conversation_uuid_to: other.conversationUuid,
      uuid: call.leg.uuid,
    })
    await other.wait(62)
    expect(other.heard).toContain('Still here.')
    expect(call.heard).not.toContain('Never heard.')
  })
})

describe('webhooks', () => {
  it('asks the fallback URL with the reason and the original request', async () => {
    const call = await dial(
      answering({
        '/answer': new Response(null, { status: 500 }),
        '/fallback': [talk('We have a problem.')],
      }),
      { fallbackUrl: '/fallback' },
    )
    expect(call.heard).toStrictEqual(['We have a problem.'])
    expect(call.webhooks.at(-1)?.fields).toMatchObject({
      reason: 'HTTP status 500.',
      original_request: { url: 'https://app.example.com/answer', type: 'answer' },
    })
  })

  it.each([429, 503, 504])('retries status %i once', async (status) => {
    const call = await dial(answering({ '/answer': new Response(null, { status }) }))
    expect(call.webhooks).toHaveLength(2)
  })

  it.each([401, 404, 500])('does not retry status %i', async (status) => {
    const call = await dial(answering({ '/answer': new Response(null, { status }) }))
    expect(call.webhooks).toHaveLength(1)
  })

  it('disconnects the call after an invalid NCCO, with an error event', async () => {
    const call = await dial(answering({ '/answer': [{ action: 'say' }], '/event': undefined }), {
      eventUrl: '/event',
    })
    expect(call.ended?.reason).toBe('invalid-ncco')
    expect(call.webhooks.find(({ kind }) => kind === 'error')?.fields).toMatchObject({
      reason: 'Syntax error in NCCO. Invalid value type or action.',
    })
  })
})
