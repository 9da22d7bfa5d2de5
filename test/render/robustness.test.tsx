import {
  Connect,
  check,
  createElement,
  Fragment,
  type Issue,
  type NccoNode,
  Notify,
  Phone,
  Raw,
  render,
  renderAsync,
  Stream,
  Talk,
  Wait,
} from 'ncco-jsx'
import { describe, expect, it, vi } from 'vitest'
import { anyElement } from '../support/any-element'
import { caught, places, rejected } from '../support/errors'
import { watchUnhandled } from '../support/unhandled'

const untyped = (props: Record<string, unknown>) => props

describe('an entry whose action is not a name', () => {
  it.each([
    ['an object that cannot become a text', { toString: 1, valueOf: 1 }],
    ['an object', { a: 1 }],
    ['a text of two megabytes', 'A\n'.repeat(1_000_000)],
  ])('is named without it: %s', (_, action) => {
    const next = [{ action: 'talk', text: 'Hi', bargeIn: true }, { action }]
    const [issue] = check(next)
    expect(issue?.code).toBe('barge-in-without-input')
    expect(issue?.message).toContain('the entry (/1)')
    const error = caught(() =>
      render(
        <>
          <Talk bargeIn>Hi</Talk>
          <Raw ncco={[{ action }]} />
        </>,
      ),
    )
    expect(error.message).toContain('the entry of <Raw>')
  })
})

describe('what is never dropped', () => {
  it.each<[string, NccoNode, string[]]>([
    ['in unchecked', <Wait key="a" unchecked={{ a: { b: Number.NaN } }} />, ['not-json /0/a/b']],
    [
      'beside the ncco of Raw',
      anyElement(Raw, { ncco: [{ action: 'wait' }], other: 1 }, <Wait key="b" />, 'text'),
      ['unknown-option /0', 'misplaced-element /0', 'misplaced-text /0'],
    ],
    [
      'in an outdated option',
      anyElement(Talk, { voiceName: () => 1 }, 'Hi'),
      ['legacy-option /0/voiceName', 'wrong-type /0/voiceName'],
    ],
    [
      'as a number without a value in a tag',
      <Talk key="c">Hi {anyElement('sub', { alias: Number.NaN }, 'x')}</Talk>,
      ['wrong-type /0/text'],
    ],
  ])('%s', (_, flow, found) => {
    expect(places(caught(() => render(flow)))).toStrictEqual(found)
  })

  it('leaves no object of the author in the NCCO', () => {
    const error = caught(() => render(anyElement(Talk, { voiceName: { a: 1 } }, 'Hi')))
    expect(error.issues.map(({ code }) => code)).toStrictEqual(['legacy-option', 'wrong-type'])
  })
})

describe('objects that throw', () => {
  const { proxy, revoke } = Proxy.revocable([], {})
  revoke()
  const throwing = Object.defineProperty([1], 0, {
    get() {
      throw new Error('x')
    },
  })

  it.each<[string, Record<string, unknown>]>([
    ['a revoked proxy as ncco', { ncco: proxy }],
    ['an array that throws as ncco', { ncco: throwing }],
  ])('%s', (_, props) => {
    expect(caught(() => render(anyElement(Raw, props))).code).toBe('bad-escape')
  })

  it('as unchecked, as a child and as a prop', () => {
    expect(caught(() => render(createElement(Wait, { unchecked: proxy }))).code).toBe('not-json')
    expect(caught(() => render(proxy as NccoNode)).code).toBe('not-json')
    expect(caught(() => render(anyElement(Wait, { timeout: proxy }))).code).toBe('not-json')
  })

  it('are reported at the element whose prop it is', () => {
    const props = {
      get loop() {
        throw new Error('x')
      },
    }
    const Flow = () => ({ ...(<Talk>Hi</Talk>), props })
    const [issue] = caught(() => render(<Flow />)).issues
    expect(issue).toMatchObject({ code: 'not-json', element: 'Talk', components: ['Flow'] })
  })
})

describe('a thrown value that throws when it is looked at', () => {
  const revoked = () => {
    const { proxy, revoke } = Proxy.revocable({}, {})
    revoke()
    return proxy
  }
  const withoutMessage = () =>
    Object.defineProperty(new RangeError(), 'message', {
      get() {
        throw new Error('no message')
      },
    })
  const likeOurs = () => ({ [Symbol.for('ncco-jsx.error')]: true })

  it.each([
    ['a revoked proxy', revoked],
    ['a RangeError whose message throws', withoutMessage],
    ['an object that only looks like an NccoError', likeOurs],
  ])('%s ends in component-threw, at the component', async (_, make) => {
    function Broken(): NccoNode {
      throw make()
    }
    async function BrokenLater(): Promise<NccoNode> {
      throw make()
    }
    const place = ({ issues }: { issues: readonly Issue[] }) =>
      issues.map(({ code, components }) => [code, components])
    expect(place(caught(() => render(<Broken />)))).toStrictEqual([['component-threw', ['Broken']]])
    expect(place(await rejected(renderAsync(<BrokenLater />)))).toStrictEqual([
      ['component-threw', ['BrokenLater']],
    ])
  })
})

describe('promises that nobody waits for', () => {
  const unhandled = watchUnhandled()
  const fails = () => Promise.reject(new Error('x'))
  const Throws = (_: { name?: unknown }): NccoNode => {
    throw new Error('now')
  }
  const Later = async () => {
    await new Promise((resolve) => setTimeout(resolve, 5))
    return <Talk>Hello</Talk>
  }

  it.each<[string, () => NccoNode]>([
    ['after a component that throws', () => [<Throws key="t" />, fails() as never]],
    ['in a prop of a component that throws', () => <Throws name={fails()} />],
    ['inside an unknown element', () => anyElement('div', null, fails() as never)],
    ['in a prop of an unknown element', () => anyElement('div', { title: fails() })],
    [
      'in a payload',
      () => <Notify payload={{ a: fails() }} eventUrl="https://example.com/progress" />,
    ],
    ['in an option', () => <Stream streamUrl={fails() as never} />],
    ['in an option that is unknown', () => anyElement(Wait, { other: fails() })],
    ['in an attribute', () => <Talk>{anyElement('sub', { alias: fails() }, 'x')}</Talk>],
    ['in a raw NCCO', () => anyElement(Raw, { ncco: [{ action: 'wait', timeout: fails() }] })],
    [
      'in what another promise gives',
      () => [<Throws key="t" />, Promise.resolve(<Throws name={fails()} />) as never],
    ],
  ])('stay quiet %s', async (_, flow) => {
    await rejected(renderAsync(flow()))
    await rejected(renderAsync([<Later key="l" />, flow()]))
    caught(() => render(flow()))
    expect(await unhandled()).toStrictEqual([])
  })

  it('are not started by that, where they start only when they are asked', () => {
    const start = vi.fn()
    class Query {
      // biome-ignore lint/suspicious/noThenProperty: the queries of some databases are such objects.
      readonly then = start
    }
    caught(() => render([<Throws key="t" name={new Query()} />, new Query() as never]))
    expect(start.mock.calls).toStrictEqual([])
  })

  it('are looked for in nodes that contain themselves, and not without end', () => {
    const endless: NccoNode[] = []
    endless.push(endless, endless)
    expect(caught(() => render(endless)).code).toBe('endless-recursion')
  })

  it('are not waited for without end', async () => {
    const Loop = async (): Promise<NccoNode> => (
      <>
        <Loop />
        <Loop />
      </>
    )
    const error = await rejected(renderAsync(<Loop />))
    expect(error.code).toBe('endless-recursion')
    expect(error.message).toContain('<Loop>')
  })
})

describe('places', () => {
  it('name the tag at fault, not only its talk', () => {
    const Flow = () => (
      <Talk>
        Hello <break time="1s" />
        {anyElement('say-as', { __source: { fileName: 'flow.tsx', lineNumber: 9 } }, '1')}
      </Talk>
    )
    const [issue] = caught(() => render(<Flow />)).issues
    expect(issue).toMatchObject({
      code: 'ssml-missing-attribute',
      element: 'say-as',
      components: ['Flow'],
      source: { file: 'flow.tsx', line: 9 },
    })
  })

  it('are given for each tag with the same mistake', () => {
    const flow = (
      <Talk>
        {createElement('sub', null, 'a')} {createElement('sub', null, 'b')}
      </Talk>
    )
    expect(places(caught(() => render(flow)))).toStrictEqual([
      'ssml-missing-attribute /0/text',
      'ssml-missing-attribute /0/text',
    ])
  })

  it('name the component of a recursion through a tag', () => {
    const Loop = (): NccoNode => (
      <p>
        <Loop />
      </p>
    )
    expect(caught(() => render(<Talk>{<Loop />}</Talk>)).message).toContain('<Loop> is nested')
  })

  it("do not count another copy's fragment as a component", () => {
    const copy = Object.assign(({ children }: { children?: NccoNode }) => children, {
      [Symbol.for('ncco-jsx.fragment')]: true,
    })
    const flow = createElement(copy, null, <Wait timeout={Number.NaN} />)
    expect(caught(() => render(flow)).issues[0]?.components).toStrictEqual([])
    expect(Object.getOwnPropertySymbols(Fragment)).toStrictEqual([Symbol.for('ncco-jsx.fragment')])
  })
})

describe('a key', () => {
  it('is not sent, whichever way the compiler hands it over', () => {
    expect(render({ ...(<Wait />), props: untyped({ key: 'x', timeout: 1 }) })).toStrictEqual([
      { action: 'wait', timeout: 1 },
    ])
  })
})

describe('onWarning', () => {
  it('is called with only the issue', () => {
    const calls: unknown[][] = []
    render(<Wait timeout={0} />, { onWarning: (...args: [Issue]) => calls.push(args) })
    expect(calls.map((args) => args.length)).toStrictEqual([1])
  })
})

describe('statics copied to a wrapper', () => {
  it('do not make it an element of the vocabulary', () => {
    const Prompt = ({ name }: { name: string }) => <Talk>Hello {name}</Talk>
    const Copied = Object.assign(Prompt, Talk)
    expect(render(anyElement(Copied, { name: 'Ada' }))).toStrictEqual([
      { action: 'talk', text: 'Hello Ada' },
    ])
  })
})

describe('several rules at once', () => {
  it('do not report what follows from another finding', () => {
    const flow = (
      <Connect from="447700900000">
        <Phone number={createElement('p') as never} />
      </Connect>
    )
    expect(places(caught(() => render(flow)))).toStrictEqual(['not-json /0/endpoint/0/number'])
  })
})
