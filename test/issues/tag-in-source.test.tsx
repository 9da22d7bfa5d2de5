import { createElement, Dtmf, Input, NccoError, render, Wait } from 'ncco-jsx'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { caught } from '../support/errors'

const messageOf = (node: Parameters<typeof render>[0]): string => {
  const error = caught(() => render(node))
  return error instanceof NccoError ? (error.issues[0]?.message ?? '') : ''
}

afterEach(() => vi.unstubAllEnvs())

describe('a number in a message', () => {
  it('is shown if it stands in the tag', () => {
    expect(
      messageOf(
        <Input>
          <Dtmf maxDigits={4} timeOut={30} />
        </Input>,
      ),
    ).toBe('<Dtmf timeOut={30}> is outside its range.')
  })

  it('is not shown if it comes from anywhere else', () => {
    const pressed = 30
    const spread = { timeOut: 30 }
    expect([
      messageOf(
        <Input>
          <Dtmf timeOut={pressed} />
        </Input>,
      ),
      messageOf(
        <Input>
          <Dtmf {...spread} />
        </Input>,
      ),
      messageOf(createElement(Input, null, createElement(Dtmf, { timeOut: 30 }))),
    ]).toStrictEqual(new Array(3).fill('<Dtmf timeOut> is outside its range.'))
  })

  it('is not shown in production', () => {
    vi.stubEnv('NODE_ENV', 'production')
    expect(
      messageOf(
        <Input>
          <Dtmf timeOut={30} />
        </Input>,
      ),
    ).toBe('<Dtmf timeOut> is outside its range.')
  })

  it('is shown by warnings too', () => {
    const warnings: string[] = []
    render(<Wait timeout={9000} />, { onWarning: ({ message }) => warnings.push(message) })
    expect(warnings).toStrictEqual([
      '<Wait timeout={9000}> is outside its range, and the platform changes it to 7200.',
    ])
  })
})

describe('the place of an element', () => {
  it.each([
    ['is not a source file', '/dev/zero'],
    ['does not exist', 'nowhere.tsx'],
  ])('shows no number if its file %s', (_, fileName) => {
    const __source = { fileName, lineNumber: 1, columnNumber: 1 }
    const props: object = { timeOut: 30, __source }
    expect(messageOf(<Input>{createElement(Dtmf, props)}</Input>)).toBe(
      '<Dtmf timeOut> is outside its range.',
    )
  })
})
