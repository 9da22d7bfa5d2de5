import { check, Dtmf, Input, type NccoElement, Speech, Talk } from 'ncco-jsx'
import { describe, expect, it } from 'vitest'
import { type InputOptions, input } from '../../src/vocabulary/input'
import { eventMethodAt, urlInArrayAt } from '../support/cases'
import { error, issuesIn, issuesOf, judge, warning } from '../support/issues'
import { testOptions } from '../support/options'

describe('<Input>', () => {
  testOptions<InputOptions>(
    input,
    '/0',
    {
      tsx: (options) => (
        <Input {...options}>
          <Dtmf />
        </Input>
      ),
      ncco: (written) => [{ action: 'input', type: ['dtmf'], ...written }],
    },
    {
      mode: {
        writes: [
          ['synchronous', { mode: 'synchronous' }],
          ['asynchronous', { mode: 'asynchronous' }],
        ],
        refuses: [
          ['async', { mode: 'async' }, 'not-one-of', '/0/mode'],
          ['', { mode: '' }, 'not-one-of', '/0/mode'],
          [true, { mode: true }, 'wrong-type', '/0/mode'],
        ],
      },
      eventUrl: urlInArrayAt('/0/eventUrl'),
      eventMethod: eventMethodAt('/0/eventMethod'),
    },
  )
})

describe('the type of an <Input>', () => {
  const dtmf = <Dtmf key="dtmf" />
  const speech = <Speech key="speech" />

  it.each<[string, NccoElement[], string[]]>([
    ['<Dtmf>', [dtmf], ['dtmf']],
    ['<Speech>', [speech], ['speech']],
    ['both', [dtmf, speech], ['dtmf', 'speech']],
    ['both, in their order', [speech, dtmf], ['speech', 'dtmf']],
  ])('follows from %s', (_, children, type) => {
    expect(judge(<Input>{children}</Input>)).toStrictEqual({
      ncco: [{ action: 'input', type }],
      issues: [],
    })
  })

  it('follows from children with settings too', () => {
    const flow = (
      <Input>
        <Speech saveAudio={false} />
        <Dtmf timeOut={0} />
      </Input>
    )
    const ncco = [
      {
        action: 'input',
        type: ['speech', 'dtmf'],
        speech: { saveAudio: false },
        dtmf: { timeOut: 0 },
      },
    ]
    expect(judge(flow)).toStrictEqual({ ncco, issues: [] })
  })

  it('is missing without children', () => {
    const flow = <Input>{false}</Input>
    expect(issuesOf(flow)).toStrictEqual([error('input-without-type', '/0/type')])
  })

  it('is not an option', () => {
    const flow = (
      // @ts-expect-error: the type follows from the children.
      <Input type={['dtmf']}>
        <Dtmf />
      </Input>
    )
    expect(issuesOf(flow)).toStrictEqual([error('unknown-option', '/0/type')])
  })

  it.each<[Record<string, unknown>, ReturnType<typeof issuesIn>]>([
    [{}, [error('input-without-type', '/0/type')]],
    [{ type: [] }, [error('input-without-type', '/0/type')]],
    [{ type: 'dtmf' }, [error('wrong-type', '/0/type')]],
    [{ type: ['dtmf', 'voice'] }, [error('not-one-of', '/0/type/1')]],
    [{ type: ['speech'], dtmf: {} }, [error('settings-without-type', '/0/dtmf')]],
    [{ type: ['dtmf'], speech: {} }, [error('settings-without-type', '/0/speech')]],
    [{ type: ['dtmf'], dtmf: [] }, [error('wrong-type', '/0/dtmf')]],
  ])('as JSON is refused in %j', (written, issues) => {
    expect(issuesIn([{ action: 'input', ...written }])).toStrictEqual(issues)
  })

  it.each([
    { type: ['dtmf'] },
    { type: ['speech', 'dtmf'] },
    { type: ['dtmf', 'speech'], dtmf: {}, speech: {} },
  ])('as JSON is fine in %j', (written) => {
    expect(issuesIn([{ action: 'input', ...written }])).toStrictEqual([])
  })
})

describe('an asynchronous <Input>', () => {
  it('takes no settings for keys', () => {
    const flow = (
      <Input mode="asynchronous">
        <Dtmf timeOut={5} maxDigits={1} submitOnHash={false} />
      </Input>
    )
    expect(issuesOf(flow)).toStrictEqual([
      error('async-dtmf-settings', '/0/dtmf/timeOut'),
      error('async-dtmf-settings', '/0/dtmf/maxDigits'),
      error('async-dtmf-settings', '/0/dtmf/submitOnHash'),
    ])
  })

  it('takes keys without settings, even as an empty object', () => {
    const ncco = [{ action: 'input', type: ['dtmf'], mode: 'asynchronous', dtmf: {} }]
    expect(issuesIn(ncco)).toStrictEqual([])
  })

  it('is not documented for speech', () => {
    const flow = (
      <Input mode="asynchronous">
        <Speech />
      </Input>
    )
    expect(judge(flow)).toStrictEqual({
      ncco: [{ action: 'input', type: ['speech'], mode: 'asynchronous' }],
      issues: [warning('async-speech', '/0/mode')],
    })
  })

  it('leaves settings to a synchronous one', () => {
    const flow = (
      <Input mode="synchronous">
        <Dtmf maxDigits={1} />
        <Speech />
      </Input>
    )
    expect(issuesOf(flow)).toStrictEqual([])
  })
})

describe('the keypad settings of before 2021', () => {
  it.each(['timeOut', 'maxDigits', 'submitOnHash'])('are refused: %s', (key) => {
    const ncco = [{ action: 'input', type: ['dtmf'], [key]: 1 }]
    expect(issuesIn(ncco)).toStrictEqual([error('pre-2021-input', `/0/${key}`)])
  })

  it.each(['max_digits', 'timeout'])('are told where they belong, misspelt too: %s', (key) => {
    const [issue] = check([{ action: 'input', type: ['dtmf'], [key]: 1 }])
    const today = key === 'timeout' ? 'timeOut' : 'maxDigits'
    expect(issue?.remedy).toBe(`It belongs to dtmf: write "${today}" of dtmf.`)
  })

  it('are refused in TSX too', () => {
    const flow = (
      // @ts-expect-error: the types only know them on Dtmf.
      <Input maxDigits={1}>
        <Dtmf />
      </Input>
    )
    expect(issuesOf(flow)).toStrictEqual([error('pre-2021-input', '/0/maxDigits')])
  })
})

describe('an action after an <Input>', () => {
  const flow = [
    <Input key="input">
      <Dtmf />
    </Input>,
    <Talk key="talk">You pressed nothing.</Talk>,
  ]

  it('is a safety net', () => {
    expect(issuesOf(flow)).toStrictEqual([])
  })

  it('is worth a warning in strict mode', () => {
    expect(judge(flow, { strict: true }).issues).toStrictEqual([warning('after-input', '/1')])
  })
})
