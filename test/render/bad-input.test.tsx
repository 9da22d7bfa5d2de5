import fc from 'fast-check'
import {
  Connect,
  Conversation,
  createElement,
  Dtmf,
  Input,
  type NccoNode,
  Notify,
  Phone,
  render,
  renderAsync,
  renderToString,
  Sip,
  Talk,
  Wait,
} from 'ncco-jsx'
import { describe, expect, it } from 'vitest'
import { anyElement } from '../support/any-element'
import { caught, places } from '../support/errors'

const phone = <Phone number="447700900001" />

describe('what cannot be rendered', () => {
  it.each<[string, unknown, string]>([
    ['a function', () => 'text', 'A function'],
    ['a symbol', Symbol('text'), 'A symbol'],
    ['a bigint', 1n, 'A bigint'],
    ['NaN', Number.NaN, 'The number NaN'],
    ['Infinity', Number.POSITIVE_INFINITY, 'The number Infinity'],
    ['a plain object', { name: 'x' }, 'An object that is neither a text nor an element'],
    ['a date', new Date(0), 'An object that is neither a text nor an element'],
  ])('%s is refused', (_, child, named) => {
    const error = caught(() => render(createElement(Talk, null, 'Hi ', child as NccoNode)))
    expect(places(error)).toStrictEqual(['not-renderable /0/text'])
    expect(error.message).toContain(named)
  })

  it('an object that imitates an element is refused, never rendered', () => {
    const forged = { type: Talk, props: { children: 'forged' }, source: undefined }
    for (const imitation of [forged, { ...forged, $$typeof: 'Symbol(ncco-jsx.element)' }]) {
      expect(caught(() => render(imitation as never)).code).toBe('not-renderable')
    }
    expect(caught(() => render(JSON.parse(JSON.stringify(<Talk>x</Talk>)))).code).toBe(
      'not-renderable',
    )
  })
})

describe('what stands in the wrong place', () => {
  it.each<[string, NccoNode, string]>([
    ['an endpoint by itself', phone, 'misplaced-element /0'],
    ['text by itself', 'Hello', 'misplaced-text /0'],
    ['an SSML tag by itself', <break key="b" />, 'misplaced-element /0'],
    [
      'text in an input',
      createElement(Input, null, 'Press 1', <Dtmf key="d" />),
      'misplaced-text /0',
    ],
    [
      'two endpoints',
      <Connect key="c" from="447700900000">
        {phone}
        {phone}
      </Connect>,
      'too-many-children /0/endpoint',
    ],
    ['an action in a talk', <Talk key="t">Hi {<Wait />}</Talk>, 'misplaced-element /0/text'],
    [
      'keys in a connect',
      <Connect key="c" from="447700900000">
        {phone}
        <Dtmf />
      </Connect>,
      'misplaced-element /0',
    ],
    [
      'text in a break',
      <Talk key="t">Hi {createElement('break', null, 'there')}</Talk>,
      'misplaced-text /0/text',
    ],
  ])('%s is refused', (_, flow, place) => {
    expect(places(caught(() => render(flow)))).toStrictEqual([place])
  })

  it('text by itself names the component it stands in', () => {
    const Flow = () => 'Hello'
    expect(caught(() => render(<Flow />)).issues[0]?.components).toStrictEqual(['Flow'])
  })
})

describe('a space between elements on one line', () => {
  it('is nothing where no text can stand', () => {
    const Several = () => [' ', <Wait key="w" />, '\n']
    const flow = (
      <>
        <Wait /> <Several /> {createElement(Input, null, ' ', <Dtmf key="d" />, ' ')}
        {createElement(Connect, { from: '447700900000' }, phone, ' ')}
      </>
    )
    expect(render(flow)).toStrictEqual([
      { action: 'wait' },
      { action: 'wait' },
      { action: 'input', type: ['dtmf'] },
      {
        action: 'connect',
        from: '447700900000',
        endpoint: [{ type: 'phone', number: '447700900001' }],
      },
    ])
  })

  it('is spoken where text can stand', () => {
    expect(render(<Talk>{['a', ' ', <s key="s">b</s>]}</Talk>)).toStrictEqual([
      { action: 'talk', text: '<speak>a <s>b</s></speak>' },
    ])
  })

  it('is not a flow by itself', () => {
    expect(places(caught(() => render(' ')))).toStrictEqual(['empty-flow '])
  })
})

describe('an element outside the vocabulary', () => {
  it.each<[string, unknown, string]>([
    ['an HTML tag', 'div', '<div>'],
    ['a component that is undefined', undefined, 'An element whose component is undefined'],
    ['a component that is an object', {}, 'An element whose component is an object'],
  ])('%s is refused', (_, type, named) => {
    const error = caught(() => render(<Talk>{anyElement(type)}</Talk>))
    expect(places(error)).toStrictEqual(['unknown-element /0/text'])
    expect(error.message).toContain(named)
  })

  it('a misspelt tag is told the nearest one', () => {
    expect(caught(() => render(<Talk>{anyElement('brake')}</Talk>)).issues[0]?.remedy).toContain(
      '<break>',
    )
  })
})

describe('deep nesting', () => {
  const nest = (depth: number, inside: NccoNode): NccoNode =>
    depth === 0 ? inside : nest(depth - 1, [inside])

  it('of arrays, SSML tags and async components does not fill the stack', async () => {
    expect(render(<Talk>{nest(4000, 'Hello')}</Talk>)).toStrictEqual([
      { action: 'talk', text: 'Hello' },
    ])
    let tags: NccoNode = 'Hello'
    for (let depth = 0; depth < 4000; depth++) tags = <p>{tags}</p>
    expect(render(<Talk>{tags}</Talk>)).toStrictEqual([
      { action: 'talk', text: `<speak>${'<p>'.repeat(4000)}Hello${'</p>'.repeat(4000)}</speak>` },
    ])
    const Later = async ({ depth }: { depth: number }): Promise<NccoNode> =>
      depth === 0 ? <Talk>Hello</Talk> : <Later depth={depth - 1} />
    expect(await renderAsync(<Later depth={2000} />)).toStrictEqual([
      { action: 'talk', text: 'Hello' },
    ])
  })
})

describe('a hole in an array of children', () => {
  it.each<[string, NccoNode[]]>([
    ['of nothing else', Array(3)],
    // biome-ignore lint/suspicious/noSparseArray: it is what is tested.
    ['between texts', ['a', , 'b']],
  ])('%s renders nothing', async (_, children) => {
    const text = children.filter((child) => child !== undefined).join('')
    const flow = (
      <>
        <Talk>.{children}</Talk>
        <Talk>
          <p>{children}</p>
        </Talk>
        {createElement(Input, { children: [Array(1), <Dtmf key="d" />, Array(1)] })}
        {createElement(Talk, { children: ['.', ...children] })}
      </>
    )
    const ncco = [
      { action: 'talk', text: `.${text}` },
      { action: 'talk', text: `<speak><p>${text}</p></speak>` },
      { action: 'input', type: ['dtmf'] },
      { action: 'talk', text: `.${text}` },
    ]
    expect(render(flow)).toStrictEqual(ncco)
    expect(await renderAsync(flow)).toStrictEqual(ncco)
  })
})

describe('text that XML cannot hold', () => {
  it('does not hide markup from being escaped', () => {
    const [talk] = render(<Talk>{'<spe\u0000ak>Hello</speak>'}</Talk>)
    expect(talk?.text).toBe('<speak>&lt;speak&gt;Hello&lt;/speak&gt;</speak>')
  })
})

describe('line breaks in headers', () => {
  it('are refused, because they start another header', () => {
    const sip = (headers: Record<string, string>) => (
      <Connect>
        <Sip uri="sip:a@example.com" headers={headers} />
      </Connect>
    )
    expect(places(caught(() => render(sip({ a: 'b\r\nc: d' }))))).toStrictEqual([
      'bad-format /0/endpoint/0/headers/a',
    ])
    expect(caught(() => render(sip({ 'a\n': 'b' }))).code).toBe('bad-format')
  })
})

describe('an empty flow', () => {
  it.each<[string, NccoNode]>([
    ['null', null],
    ['false', false],
    ['an empty fragment', []],
  ])('of %s is refused', (_, flow) => {
    expect(places(caught(() => render(flow)))).toStrictEqual(['empty-flow '])
  })
})

describe('props', () => {
  it('that are misspelt are told the nearest option', () => {
    const props: Record<string, unknown> = { timeot: 5 }
    const [issue] = caught(() => render(<Wait {...props} />)).issues
    expect([issue?.code, issue?.path, issue?.remedy]).toStrictEqual([
      'unknown-option',
      '/0/timeot',
      'Write timeout instead.',
    ])
  })

  it('spelt as the NCCO spells them are told the spelling of TSX', () => {
    const props = { beep_timeout: 45 }
    const element = anyElement(Wait, props)
    expect(caught(() => render(element)).issues[0]?.code).toBe('unknown-option')
  })

  it('under a symbol or on a prototype never reach the JSON', () => {
    const props = Object.assign(Object.create({ loop: 2 }), {
      children: 'Hello',
      [Symbol('level')]: 1,
    })
    expect(render({ ...(<Talk>x</Talk>), props })).toStrictEqual([
      { action: 'talk', text: 'Hello' },
    ])
  })

  it('that every object inherits never reach the JSON', () => {
    Object.assign(Object.prototype, { loop: 2 })
    try {
      const flow = [<Talk>Hello</Talk>, <Notify payload={{ a: 1 }} eventUrl="https://a.example" />]
      expect(JSON.parse(renderToString(flow))).toStrictEqual([
        { action: 'talk', text: 'Hello' },
        { action: 'notify', payload: { a: 1 }, eventUrl: ['https://a.example'] },
      ])
    } finally {
      delete (Object.prototype as { loop?: number }).loop
    }
  })

  it('are read once, so that a getter cannot answer the check and the JSON differently', () => {
    let reads = 0
    const payload = {
      get step() {
        reads++
        return reads === 1 ? 'menu' : () => 'smuggled'
      },
    }
    expect(
      render(<Notify payload={payload} eventUrl="https://example.com/progress" />),
    ).toStrictEqual([
      { action: 'notify', payload: { step: 'menu' }, eventUrl: ['https://example.com/progress'] },
    ])
    expect(reads).toBe(1)
  })

  it('that throw when they are read are refused', () => {
    const props = {
      get timeout() {
        throw new Error('x')
      },
    }
    const element = { ...(<Wait />), props }
    expect(caught(() => render(element)).code).toBe('not-json')
    const children = {
      get children() {
        throw new Error('x')
      },
    }
    expect(caught(() => render({ ...(<Talk>x</Talk>), props: children })).code).toBe('not-json')
  })

  it.each<[string, unknown]>([
    ['a function', () => 1],
    ['a symbol', Symbol('x')],
    ['a bigint', 1n],
    ['NaN', Number.NaN],
    ['null', null],
    ['an element', <Wait key="w" />],
    ['an object', {}],
    ['a string', '5'],
  ])('of the wrong type are refused: %s', (_, timeout) => {
    const error = caught(() => render(anyElement(Wait, { timeout })))
    expect(error.issues.every(({ path }) => path === '/0/timeout')).toBe(true)
    expect(['wrong-type', 'not-json']).toContain(error.code)
  })

  it.each<[string, unknown]>([
    ['a function', () => 1],
    ['a date', new Date(0)],
    ['a bigint', 1n],
    ['NaN', Number.NaN],
    ['a promise', Promise.resolve(1)],
    ['a map', new Map()],
  ])('that are free JSON refuse what JSON cannot hold: %s', (_, value) => {
    const error = caught(() =>
      render(<Notify payload={{ deep: [value] }} eventUrl="https://example.com/progress" />),
    )
    expect(places(error)).toStrictEqual(['not-json /0/payload/deep/0'])
  })

  it('with a key __proto__ in free JSON are sent as they are', () => {
    const payload = JSON.parse('{"__proto__": {"polluted": true}}')
    const [notify] = render(<Notify payload={payload} eventUrl="https://example.com/progress" />)
    expect(JSON.stringify(notify?.payload)).toBe('{"__proto__":{"polluted":true}}')
    expect(({} as { polluted?: boolean }).polluted).toBeUndefined()
  })

  it('never make anything but an NCCO or an NccoError', async () => {
    await fc.assert(
      fc.asyncProperty(fc.dictionary(fc.string(), fc.anything()), async (props) => {
        for (const type of [Talk, Connect, Conversation, Input, Phone, 'say-as', 'break']) {
          const flow = anyElement(type, props)
          try {
            expect(render(flow)).toStrictEqual(await renderAsync(flow))
          } catch (error) {
            expect(error).toMatchObject({ name: 'NccoError' })
          }
        }
      }),
    )
  })
})
