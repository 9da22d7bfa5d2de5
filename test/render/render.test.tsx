import { NccoError, type NccoNode, render, Stream, Talk, Wait } from 'ncco-jsx'
import { describe, expect, it } from 'vitest'
import { caught, places } from '../support/errors'

const hello = { action: 'talk', text: 'Hello' }

describe('render', () => {
  it('writes actions in the order of the elements', () => {
    const Flow = () => (
      <>
        <Talk>Hello</Talk>
        <Wait timeout={1} />
        {[<Talk key="a">Hello</Talk>, [<Wait key="b" />]]}
      </>
    )
    expect(render(<Flow />)).toStrictEqual([
      hello,
      { action: 'wait', timeout: 1 },
      hello,
      { action: 'wait' },
    ])
  })

  it.each<[string, NccoNode]>([
    ['null', null],
    ['undefined', undefined],
    ['true', true],
    ['false', false],
    ['an empty array', []],
    ['an empty string', ''],
  ])('renders nothing for %s', (_, nothing) => {
    expect(render([nothing, <Talk key="talk">Hello</Talk>])).toStrictEqual([hello])
  })

  it('joins texts and numbers as they stand', () => {
    const count = 0
    expect(
      render(
        <Talk>
          You have {count} new messages{['.', ' ', 'Bye']}
        </Talk>,
      ),
    ).toStrictEqual([{ action: 'talk', text: 'You have 0 new messages. Bye' }])
  })

  it('runs each component once', () => {
    let calls = 0
    const Counted = () => {
      calls++
      return <Talk>Hello</Talk>
    }
    render(<Counted />)
    expect(calls).toBe(1)
  })

  it('gives a new NCCO each time, so that changing one changes no other', () => {
    const element = <Talk>Hello</Talk>
    const first = render(element)
    first.push({ action: 'wait' })
    expect(render(element)).toStrictEqual([hello])
  })

  it('collects every issue in document order and throws them as one error', () => {
    const error = caught(() =>
      render(
        <>
          <Talk loop={-1} level={2}>
            Hello
          </Talk>
          <Wait timeout={0} />
          <Talk style={0.5}>Hello</Talk>
        </>,
      ),
    )
    expect(places(error)).toStrictEqual([
      'out-of-range /0/loop',
      'out-of-range /0/level',
      'clamped /1/timeout',
      'not-whole /2/style',
    ])
    expect(error.code).toBe('out-of-range')
  })

  it('orders props as they were written, also those that it cannot write', () => {
    const props: Record<string, unknown> = { timeot: 1, timeout: 'x', other: 2 }
    expect(places(caught(() => render(<Wait {...props} />)))).toStrictEqual([
      'unknown-option /0/timeot',
      'wrong-type /0/timeout',
      'unknown-option /0/other',
    ])
  })

  it('hands warnings to onWarning and still renders', () => {
    const warnings: string[] = []
    const ncco = render(<Wait timeout={0} />, { onWarning: ({ code }) => warnings.push(code) })
    expect(ncco).toStrictEqual([{ action: 'wait', timeout: 0 }])
    expect(warnings).toStrictEqual(['clamped'])
  })

  it('names the element, the components around it, and the place in the source', () => {
    const Inner = () => <Wait unchecked={{}} timeout={Number.NaN} />
    const Outer = () => <Inner />
    const [issue] = caught(() => render(<Outer />)).issues
    expect(issue).toMatchObject({
      code: 'wrong-type',
      severity: 'error',
      path: '/0/timeout',
      element: 'Wait',
      components: ['Inner', 'Outer'],
    })
    expect(issue?.source?.file).toMatch(/render\.test\.tsx$/)
    expect(issue?.source?.line).toBeGreaterThan(1)
    expect(issue?.source?.column).toBeGreaterThan(0)
  })
})

describe('a component that throws', () => {
  it('becomes the cause of an NccoError that names it', () => {
    const cause = new Error('no database')
    const Broken = (): NccoNode => {
      throw cause
    }
    const error = caught(() => render(<Broken />))
    expect(error.cause).toBe(cause)
    expect(error.issues[0]).toMatchObject({ code: 'component-threw', components: ['Broken'] })
  })

  it('keeps what it threw out of the message', () => {
    const Broken = (): NccoNode => {
      throw new Error('secret 447700900001')
    }
    expect(caught(() => render(<Broken />)).message).not.toContain('447700900001')
  })

  it('may throw anything', () => {
    const Broken = (): NccoNode => {
      throw null
    }
    expect(caught(() => render(<Broken />)).code).toBe('component-threw')
  })

  it.each(['React is not defined', "Can't find variable: React"])(
    'says what to set where JSX was compiled for React: %s',
    (message) => {
      const Answer = (): never => {
        throw new ReferenceError(message)
      }
      const error = caught(() => render(<Answer />))
      expect(error.issues[0]).toMatchObject({
        code: 'component-threw',
        message: expect.stringContaining('its JSX was compiled for React'),
        remedy: expect.stringContaining('"jsxImportSource": "ncco-jsx"'),
        components: ['Answer'],
      })
    },
  )

  it('passes the error of a flow rendered inside on as it is', () => {
    const Inside = () => <Talk>{JSON.stringify(render(<Wait timeout={Number.NaN} />))}</Talk>
    expect(places(caught(() => render(<Inside />)))).toStrictEqual(['wrong-type /0/timeout'])
  })
})

describe('endless recursion', () => {
  it('ends in an error that names the component', () => {
    const Loop = (): NccoNode => <Loop />
    const error = caught(() => render(<Loop />))
    expect(error.code).toBe('endless-recursion')
    expect(error.message).toMatch(/<Loop> is nested \d+ levels deep/)
  })

  it('is found where components call each other through children', () => {
    const Box = ({ children }: { children: NccoNode }): NccoNode => <Box>{[children]}</Box>
    expect(caught(() => render(<Box>text</Box>)).message).toContain('<Box>')
  })

  it('is found inside a plain function', () => {
    const Deep = (): NccoNode => Deep()
    expect(caught(() => render(<Deep />)).message).toContain('<Deep> filled the call stack')
  })

  it('is found in an array that contains itself', () => {
    const endless: NccoNode[] = []
    endless.push(endless)
    expect(caught(() => render(endless)).code).toBe('endless-recursion')
  })

  it('does not hinder 1,000 components inside each other', () => {
    const Nest = ({ depth }: { depth: number }): NccoNode =>
      depth === 0 ? <Talk>Hello</Talk> : <Nest depth={depth - 1} />
    expect(render(<Nest depth={1000} />)).toStrictEqual([hello])
  })
})

describe('NccoError', () => {
  it('is an NccoError to another copy of the package', () => {
    const foreign = Object.assign(new Error('x'), { [Symbol.for('ncco-jsx.error')]: true })
    expect(foreign instanceof NccoError).toBe(true)
    expect(new Error('x') instanceof NccoError).toBe(false)
  })

  it('is not an instance of a class that extends it', () => {
    class FlowError extends NccoError {}
    const issue = caught(() => render(<Wait timeout={Number.NaN} />)).issues[0]
    if (!issue) throw new Error('There is no issue.')
    expect(new NccoError([issue]) instanceof FlowError).toBe(false)
    expect(new FlowError([issue]) instanceof FlowError).toBe(true)
    expect(new FlowError([issue]) instanceof NccoError).toBe(true)
  })
})

describe('what cannot be written', () => {
  it('is reported once, and not as missing on top of it', () => {
    const url: unknown = new URL('https://example.com/hold.mp3')
    const error = caught(() => render(<Stream streamUrl={url as string} />))
    expect(places(error)).toStrictEqual(['not-json /0/streamUrl'])
  })
})
