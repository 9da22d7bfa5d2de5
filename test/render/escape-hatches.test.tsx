import {
  Connect,
  Conversation,
  Dtmf,
  Input,
  type Issue,
  Notify,
  Phone,
  Raw,
  render,
  Sip,
  Talk,
  Wait,
} from 'ncco-jsx'
import { describe, expect, it } from 'vitest'
import { caught, places } from '../support/errors'

describe('unchecked', () => {
  it('adds keys as they are, at any depth', () => {
    expect(
      render(
        <>
          <Talk unchecked={{ newOption: { deep: [1, null] } }}>Hello</Talk>
          <Connect from="447700900000" unchecked={{ priority: 'high' }}>
            <Phone number="447700900001" unchecked={{ region: 'eu' }} />
          </Connect>
          <Input>
            <Dtmf unchecked={{ interDigit: 1 }} />
          </Input>
        </>,
      ),
    ).toStrictEqual([
      { action: 'talk', text: 'Hello', newOption: { deep: [1, null] } },
      {
        action: 'connect',
        from: '447700900000',
        endpoint: [{ type: 'phone', number: '447700900001', region: 'eu' }],
        priority: 'high',
      },
      { action: 'input', type: ['dtmf'], dtmf: { interDigit: 1 } },
    ])
  })

  it('is not checked, not even where it names an option', () => {
    const warnings: Issue[] = []
    expect(
      render(<Talk unchecked={{ loop: '2' }}>Hello</Talk>, {
        onWarning: (issue) => warnings.push(issue),
      }),
    ).toStrictEqual([{ action: 'talk', text: 'Hello', loop: '2' }])
    expect(warnings).toStrictEqual([])
  })

  it('hides nothing of an option whose value has a key of the same name', () => {
    const sip = (
      <Connect>
        <Sip
          uri="sip:a@example.com"
          headers={{ codec: 'a\r\nVia: b' }}
          unchecked={{ codec: 'opus' }}
        />
      </Connect>
    )
    const listener: unknown = 5
    const room = (
      <Conversation name="support" canHear={[listener as string]} unchecked={{ 0: true }} />
    )
    const phone = (
      <Connect from="447700900000">
        <Phone number="447700900001" dtmfAnswer="z" unchecked={{ 0: true }} />
      </Connect>
    )
    expect(places(caught(() => render(sip)))).toStrictEqual([
      'bad-format /0/endpoint/0/headers/codec',
    ])
    expect(places(caught(() => render(room)))).toStrictEqual(['wrong-type /0/canHear/0'])
    expect(places(caught(() => render(phone)))).toStrictEqual([
      'bad-format /0/endpoint/0/dtmfAnswer',
    ])
  })

  it('counts for the rules between options', () => {
    const warnings: Issue[] = []
    render(
      <Connect unchecked={{ from: 'Example Ltd' }}>
        <Phone number="447700900001" />
      </Connect>,
      { onWarning: (issue) => warnings.push(issue) },
    )
    expect(warnings).toStrictEqual([])
  })

  it.each([
    ['an option', <Talk key="a" loop={1} unchecked={{ loop: 2 }} children="Hello" />, '/0/loop'],
    ['the text', <Talk key="b" unchecked={{ text: 'Bye' }} children="Hello" />, '/0/text'],
    ['the action', <Wait key="c" unchecked={{ action: 'talk' }} />, '/0/action'],
  ])('cannot set %s again', (_, flow, path) => {
    expect(places(caught(() => render(flow)))).toStrictEqual([`set-twice ${path}`])
  })

  it('takes only plain JSON', () => {
    const list: unknown = ['loop']
    const error = caught(() => render(<Wait unchecked={list as Record<string, unknown>} />))
    expect(places(error)).toStrictEqual(['bad-escape /0'])
    expect(places(caught(() => render(<Wait unchecked={{ at: new Date(0) }} />)))).toStrictEqual([
      'not-json /0/at',
    ])
  })
})

describe('<Raw>', () => {
  const raw = [{ action: 'talk', text: 'Hello', newOption: 1 }, { action: 'wait' }]

  it('embeds actions as they are, and warns of what it finds', () => {
    const warnings: Issue[] = []
    const Flow = () => <Raw ncco={raw} />
    expect(
      render(
        <>
          <Talk>Hi</Talk>
          <Flow />
        </>,
        { onWarning: (issue) => warnings.push(issue) },
      ),
    ).toStrictEqual([{ action: 'talk', text: 'Hi' }, ...raw])
    expect(warnings).toMatchObject([
      {
        code: 'unknown-option',
        severity: 'warning',
        path: '/1/newOption',
        element: 'Raw',
        components: ['Flow'],
        message: 'talk has no option "newOption".',
      },
    ])
  })

  it('embeds a copy', () => {
    const ncco = render(<Raw ncco={raw} />)
    expect(ncco[0]).not.toBe(raw[0])
  })

  it('takes part in the rules between actions', () => {
    const flow = (next: string) => (
      <>
        <Talk bargeIn>Hi</Talk>
        <Raw ncco={[{ action: next, type: ['dtmf'] }]} />
      </>
    )
    expect(render(flow('input'))).toHaveLength(2)
    const error = caught(() => render(flow('gather')))
    expect(error.issues.map(({ code, severity, path }) => [code, severity, path])).toStrictEqual([
      ['barge-in-without-input', 'error', '/0/bargeIn'],
      ['unknown-action', 'warning', '/1/action'],
    ])
    expect(error.message).toContain('the gather of <Raw>')
  })

  it('takes only an array of plain JSON', () => {
    const text: unknown = '[]'
    const notAnArray = caught(() => render(<Raw ncco={text as []} />))
    expect(places(notAnArray)).toStrictEqual(['bad-escape /0'])
    const flow = (
      <>
        <Notify payload={{}} eventUrl="https://example.com/progress" />
        <Raw ncco={[{ action: 'wait' }, { action: 'wait', timeout: () => 1 }]} />
      </>
    )
    expect(places(caught(() => render(flow)))).toStrictEqual(['not-json /2/timeout'])
  })
})
