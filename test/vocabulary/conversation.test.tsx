import { Conversation, Transcription } from 'ncco-jsx'
import { describe, expect, it } from 'vitest'
import { type ConversationOptions, conversation } from '../../src/vocabulary/conversation'
import { eventMethodAt, flagAt, legsAt, urlInArrayAt } from '../support/cases'
import { error, issuesIn, issuesOf, judge, warning } from '../support/issues'
import { type Frame, testOptions } from '../support/options'

const standup: Frame<ConversationOptions> = {
  tsx: (options) => <Conversation name="standup" {...options} />,
  ncco: (written) => [{ action: 'conversation', name: 'standup', ...written }],
}

const recorded: Frame<ConversationOptions> = {
  tsx: (options) => standup.tsx({ record: true, ...options }),
  ncco: (written) => standup.ncco({ record: true, ...written }),
}

describe('<Conversation>', () => {
  testOptions<ConversationOptions>(conversation, '/0', standup, {
    name: {
      writes: [
        ['standup', { name: 'standup' }],
        ['Ünï "code" <&>', { name: 'Ünï "code" <&>' }],
      ],
      refuses: [
        ['', { name: '' }, 'empty-value', '/0/name'],
        [7, { name: 7 }, 'wrong-type', '/0/name'],
      ],
      absent: ['missing-option', '/0/name'],
    },
    musicOnHoldUrl: urlInArrayAt('/0/musicOnHoldUrl'),
    startOnEnter: flagAt('/0/startOnEnter'),
    endOnExit: flagAt('/0/endOnExit'),
    record: flagAt('/0/record'),
    eventUrl: { in: recorded, ...urlInArrayAt('/0/eventUrl') },
    eventMethod: { in: recorded, ...eventMethodAt('/0/eventMethod') },
    canSpeak: legsAt('/0/canSpeak'),
    canHear: legsAt('/0/canHear'),
    mute: flagAt('/0/mute'),
  })
})

describe('the transcription of a <Conversation>', () => {
  const transcribed = (record: boolean | undefined) => (
    <Conversation name="standup" record={record}>
      <Transcription />
    </Conversation>
  )

  it.each([undefined, false])('needs a recording, which record={%s} is not', (record) => {
    const issues = [error('transcription-without-record', '/0/transcription')]
    expect(issuesOf(transcribed(record))).toStrictEqual(issues)
  })

  it('is made from its recording', () => {
    const ncco = [{ action: 'conversation', name: 'standup', record: true, transcription: {} }]
    expect(judge(transcribed(true))).toStrictEqual({ ncco, issues: [] })
  })
})

describe('the event URL of a <Conversation>', () => {
  it.each([undefined, false])('has nothing to receive with record={%s}', (record) => {
    const flow = (
      <Conversation
        name="standup"
        record={record}
        eventUrl="https://example.com/recorded"
        eventMethod="GET"
      />
    )
    expect(issuesOf(flow)).toStrictEqual([
      warning('event-url-without-record', '/0/eventUrl'),
      warning('event-url-without-record', '/0/eventMethod'),
    ])
  })

  it('receives the recording', () => {
    const eventUrl = 'https://example.com/recorded'
    expect(issuesOf(recorded.tsx({ eventUrl, eventMethod: 'GET' }))).toStrictEqual([])
  })
})

describe('mute on a <Conversation>', () => {
  it.each([[[]], [['aaaaaaaa-bbbb-cccc-dddd-0123456789ab']]])('excludes canSpeak={%j}', (legs) => {
    const flow = <Conversation name="standup" mute canSpeak={legs} />
    expect(issuesOf(flow)).toStrictEqual([error('mute-with-can-speak', '/0/mute')])
  })

  it('goes with canHear', () => {
    expect(issuesOf(<Conversation name="standup" mute canHear={[]} />)).toStrictEqual([])
  })

  it('goes with canSpeak when it is false', () => {
    const flow = <Conversation name="standup" mute={false} canSpeak={[]} />
    const ncco = [{ action: 'conversation', name: 'standup', mute: false, canSpeak: [] }]
    expect(judge(flow)).toStrictEqual({ ncco, issues: [] })
  })
})

describe('an action after a <Conversation>', () => {
  it('is normally too late', () => {
    const flow = [standup.tsx({}), standup.tsx({})]
    expect(issuesOf(flow)).toStrictEqual([warning('after-conversation', '/1')])
  })
})

describe('conversation as JSON', () => {
  it.each(['muted', 'earmuff', 'eventCallbackUrl'])('has no %s, as old samples do', (key) => {
    const ncco = standup.ncco({ [key]: true })
    expect(issuesIn(ncco)).toStrictEqual([error('unknown-option', `/0/${key}`)])
  })
})
