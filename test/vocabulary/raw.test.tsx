import { Raw, type RawProps, render, Talk } from 'ncco-jsx'
import { describe, expect, it } from 'vitest'
import { caught } from '../support/errors'
import { error, type Found, issuesIn, issuesOf, judge, warning } from '../support/issues'

type Props = { readonly [K in keyof Required<RawProps>]: readonly RawProps[K][] }

const accepted: Props = {
  ncco: [
    [{ action: 'talk', text: 'Hello', loop: 0, bargeIn: false, level: 0 }],
    [{ action: 'conversation', name: 'standup', canHear: [], mute: false }],
    [
      { action: 'wait', timeout: 0.1 },
      { action: 'stream', streamUrl: ['https://example.com/a.mp3'] },
    ],
  ],
}

describe('<Raw>', () => {
  it.for(accepted.ncco)('embeds %j as it is', (ncco) => {
    expect(judge(<Raw ncco={ncco} />)).toStrictEqual({ ncco, issues: [] })
  })

  it('copies what it embeds', () => {
    const ncco = [{ action: 'talk', text: 'Hello' }]
    const [written] = render(<Raw ncco={ncco} />)
    expect(written).not.toBe(ncco[0])
  })

  it('stands among other actions', () => {
    const flow = [
      <Talk key="1">One</Talk>,
      <Raw key="2" ncco={[{ action: 'talk', text: 'two' }, { action: 'wait' }]} />,
      <Raw key="3" ncco={[]} />,
      <Talk key="4">three</Talk>,
    ]
    expect(judge(flow)).toStrictEqual({
      ncco: [
        { action: 'talk', text: 'One' },
        { action: 'talk', text: 'two' },
        { action: 'wait' },
        { action: 'talk', text: 'three' },
      ],
      issues: [],
    })
  })

  it('renders nothing from no actions', () => {
    expect(judge(<Raw ncco={[]} />)).toStrictEqual({
      ncco: [],
      issues: [warning('empty-ncco', '')],
    })
  })

  it.each<[Record<string, unknown>, Found]>([
    [{ action: 'talk' }, warning('missing-content', '/1/text')],
    [{ action: 'talk', text: 'Hi', newOption: 1 }, warning('unknown-option', '/1/newOption')],
    [{ action: 'wait', timeout: '1' }, warning('wrong-type', '/1/timeout')],
    [{ action: 'fly' }, warning('unknown-action', '/1/action')],
    [{ action: 'pay', amount: 1 }, warning('retired-action', '/1/action')],
    [{ text: 'Hi' }, warning('not-an-action', '/1')],
  ])('embeds %j and warns of what is an error elsewhere', (entry, found) => {
    const flow = [<Talk key="talk">Hi</Talk>, <Raw key="raw" ncco={[entry]} />]
    const ncco = [{ action: 'talk', text: 'Hi' }, entry]
    expect(judge(flow)).toStrictEqual({ ncco, issues: [found] })
    expect(issuesIn(ncco)).toStrictEqual([{ ...found, severity: 'error' }])
  })

  it('takes part in the rules between actions', () => {
    const flow = [
      <Raw key="raw" ncco={[{ action: 'transfer', conversationId: 'CON-1' }]} />,
      <Talk key="talk">Hello</Talk>,
    ]
    expect(issuesOf(flow)).toStrictEqual([error('after-transfer', '/1')])
  })

  it('says which entry JSON cannot hold', () => {
    const ncco = [{ action: 'wait' }, { action: 'notify', payload: { at: new Date(0) } }]
    expect(issuesOf([<Talk key="talk">Hi</Talk>, <Raw key="raw" ncco={ncco} />])).toContainEqual(
      error('not-json', '/2/payload/at'),
    )
  })

  it.each([undefined, null, 'talk', 0, { action: 'talk', text: 'Hi' }])(
    'refuses %j, which is not an array of actions',
    (ncco) => {
      // @ts-expect-error: the test needs a value that is not an array.
      const flow = <Raw ncco={ncco} />
      expect(issuesOf(flow)).toStrictEqual([error('bad-escape', '/0')])
    },
  )

  it('is named as the place of what it embeds', () => {
    const ncco = [{ action: 'talk', text: 'Hi', bargeIn: true }, { action: 'transfer' }]
    const flow = [<Raw key="raw" ncco={ncco} />, <Talk key="talk">Hello</Talk>]
    const { issues } = caught(() => render(flow))
    expect(issues.map(({ code, element }) => [code, element])).toStrictEqual([
      ['barge-in-without-input', 'Raw'],
      ['missing-option', 'Raw'],
      ['after-transfer', 'Talk'],
    ])
  })
})
