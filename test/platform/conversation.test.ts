import { type Call, createPlatform, dial } from 'ncco-jsx/simulate'
import { describe, expect, it } from 'vitest'
import { answering, talk } from '../support/answering'

const hold = 'https://example.com/hold.mp3'

/** Lets callers join with these NCCOs, one after another, on one platform. */
async function join(...nccos: (readonly object[])[]): Promise<Call[]> {
  const platform = createPlatform()
  const calls: Call[] = []
  for (const [index, ncco] of nccos.entries()) {
    const app = answering({ '/answer': ncco, '/event': undefined })
    calls.push(await dial(app, { platform, eventUrl: '/event', from: `44770090003${index}` }))
  }
  return calls
}

const room = (more: object = {}) => ({ action: 'conversation', name: 'standup', ...more })

describe('the conversation action', () => {
  it('joins all who name it', async () => {
    const [ada, ben, cleo] = await join([room()], [room()], [room()])
    await ada?.say('Good morning.')
    expect([ada?.heard, ben?.heard, cleo?.heard]).toStrictEqual([
      [],
      ['Good morning.'],
      ['Good morning.'],
    ])
  })

  it('lets attendees wait with music until the moderator enters, and ends when the moderator leaves', async () => {
    const attendee = [
      talk('We connect you when the moderator is here.'),
      room({ startOnEnter: false, musicOnHoldUrl: [hold] }),
    ]
    const [ada, ben, moderator] = await join(attendee, attendee, [
      room({ record: true, endOnExit: true }),
    ])
    expect(ada?.heard).toStrictEqual(['We connect you when the moderator is here.', hold])
    await moderator?.say('Welcome.')
    expect(ben?.heard.at(-1)).toBe('Welcome.')
    await moderator?.hangUp()
    expect([ada?.ended?.reason, ben?.ended?.reason]).toStrictEqual(['completed', 'completed'])
    expect(moderator?.recordings[0]?.said).toStrictEqual(['Welcome.'])
  })

  it('is recorded from the moment at which the moderator enters', async () => {
    const [waiting, moderator] = await join(
      [room({ startOnEnter: false })],
      [talk('One moment.'), room({ record: true })],
    )
    expect(moderator?.recordings[0]?.startedAt).toBeGreaterThan(0)
    expect(waiting?.hears(moderator as Call)).toBe(true)
  })

  it('controls the audio of each: a supervisor hears both, and speaks only to the agent', async () => {
    const platform = createPlatform()
    const enter = (from: string, lists: object) => dial([room(lists)], { platform, from })
    const customer = await enter('447700900031', {})
    const agent = await enter('447700900032', {
      canHear: [customer.leg.uuid],
      canSpeak: [customer.leg.uuid],
    })
    const supervisor = await enter('447700900033', {
      canHear: [customer.leg.uuid, agent.leg.uuid],
      canSpeak: [agent.leg.uuid],
    })
    await supervisor.say('Offer a refund.')
    await agent.say('We will refund you.')
    await customer.say('Thank you.')
    expect(customer.heard).toStrictEqual(['We will refund you.'])
    expect(agent.heard).toStrictEqual(['Offer a refund.', 'Thank you.'])
    expect(supervisor.heard).toStrictEqual(['We will refund you.', 'Thank you.'])
  })

  it('hears nobody with an empty canHear, and is heard by nobody with an empty canSpeak', async () => {
    const [deaf, dumb] = await join([room({ canHear: [] })], [room({ canSpeak: [] })])
    expect([deaf?.hears(dumb as Call), dumb?.hears(deaf as Call)]).toStrictEqual([false, true])
  })

  it('blocks the actions after it, and raises a transfer event on entering', async () => {
    const [ada] = await join([room(), talk('Never heard.')])
    await ada?.wait(5)
    expect([ada?.state, ada?.heard]).toStrictEqual(['conversation', []])
    expect(ada?.webhooks.find(({ kind }) => kind === 'transfer')?.fields).toMatchObject({
      conversation_uuid_from: ada?.conversationUuid,
    })
  })
})
