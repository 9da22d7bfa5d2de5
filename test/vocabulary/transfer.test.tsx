import { Talk, Transfer } from 'ncco-jsx'
import { describe, expect, it } from 'vitest'
import { type TransferOptions, transfer } from '../../src/vocabulary/transfer'
import { flagAt, legsAt } from '../support/cases'
import { error, issuesIn, issuesOf, judge } from '../support/issues'
import { type Frame, testOptions } from '../support/options'

const conversationId = 'CON-f972836a-550f-45fa-956c-12a2ab5b7d22'

const moved: Frame<TransferOptions> = {
  tsx: (options) => <Transfer conversationId={conversationId} {...options} />,
  ncco: (written) => [{ action: 'transfer', conversationId, ...written }],
}

describe('<Transfer>', () => {
  testOptions<TransferOptions>(transfer, '/0', moved, {
    conversationId: {
      writes: [[conversationId, { conversationId }]],
      refuses: [
        ['', { conversationId: '' }, 'empty-value', '/0/conversationId'],
        [7, { conversationId: 7 }, 'wrong-type', '/0/conversationId'],
      ],
      absent: ['missing-option', '/0/conversationId'],
    },
    canHear: legsAt('/0/canHear'),
    canSpeak: legsAt('/0/canSpeak'),
    mute: flagAt('/0/mute'),
  })

  it('does not know the snake case of the reference’s table', () => {
    const ncco = [{ action: 'transfer', conversation_id: conversationId }]
    expect(issuesIn(ncco)).toStrictEqual([
      error('unknown-option', '/0/conversation_id'),
      error('missing-option', '/0/conversationId'),
    ])
  })
})

describe('mute on a <Transfer>', () => {
  it.each([[[]], [['aaaaaaaa-bbbb-cccc-dddd-0123456789ab']]])('excludes canSpeak={%j}', (legs) => {
    const flow = <Transfer conversationId={conversationId} mute canSpeak={legs} />
    expect(issuesOf(flow)).toStrictEqual([error('mute-with-can-speak', '/0/mute')])
  })

  it('goes with canHear', () => {
    expect(issuesOf(moved.tsx({ mute: true, canHear: [] }))).toStrictEqual([])
  })

  it('goes with canSpeak when it is false', () => {
    const ncco = [{ action: 'transfer', conversationId, mute: false, canSpeak: [] }]
    expect(judge(moved.tsx({ mute: false, canSpeak: [] }))).toStrictEqual({ ncco, issues: [] })
  })
})

describe('an action after a <Transfer>', () => {
  it('never runs', () => {
    const flow = [moved.tsx({}), <Talk key="talk">Hello</Talk>]
    expect(issuesOf(flow)).toStrictEqual([error('after-transfer', '/1')])
  })

  it('runs before it', () => {
    const flow = [<Talk key="talk">Hello</Talk>, moved.tsx({})]
    expect(issuesOf(flow)).toStrictEqual([])
  })
})
