import { createElement, Fragment, render, Talk, Wait } from 'ncco-jsx'
import { describe, expect, it } from 'vitest'
import { anyElement } from '../support/any-element'
import { caught } from '../support/errors'

const hello = [{ action: 'talk', text: 'Hello' }]

describe('createElement', () => {
  it('makes what TSX makes', () => {
    expect(render(createElement(Talk, { loop: 2 }, 'Hello'))).toStrictEqual(
      render(<Talk loop={2}>Hello</Talk>),
    )
  })

  it('takes out key, __source and __self', () => {
    const config = { key: 'x', __self: {}, __source: { fileName: 'flow.tsx', lineNumber: 3 } }
    expect(createElement(Wait, config).props).toStrictEqual({})
  })

  it('keeps the position of __source', () => {
    const __source = { fileName: 'flow.tsx', lineNumber: 3, columnNumber: 5 }
    const [issue] = caught(() => render(anyElement(Wait, { timeout: 'x', __source }))).issues
    expect(issue?.source).toStrictEqual({ file: 'flow.tsx', line: 3, column: 5 })
  })

  it('takes no child, one child or several', () => {
    expect(render(createElement(Talk, { children: 'Hello' }))).toStrictEqual(hello)
    expect(render(createElement(Talk, null, 'Hello'))).toStrictEqual(hello)
    expect(render(createElement(Talk, undefined, 'Hel', 'lo'))).toStrictEqual(hello)
    expect(render(createElement(Talk, { children: 'Bye' }, 'Hello'))).toStrictEqual(hello)
  })

  it('makes fragments', () => {
    const flow = createElement(Fragment, null, createElement(Talk, null, 'Hello'))
    expect(render(flow)).toStrictEqual(hello)
  })

  it('leaves the props it is given as they were', () => {
    const config = Object.freeze({ key: 'x', loop: 2 })
    createElement(Talk, config, 'Hello')
    expect(config).toStrictEqual({ key: 'x', loop: 2 })
  })
})

describe('a component of the vocabulary', () => {
  it('makes an element when it is called', () => {
    expect(render(Talk({ children: 'Hello' }))).toStrictEqual(hello)
  })

  it('serves another copy of the package, which knows elements and definitions by name', () => {
    const element = <Talk>Hello</Talk>
    expect(element.$$typeof).toBe(Symbol.for('ncco-jsx.element'))
    expect(Object.getOwnPropertySymbols(Talk)).toStrictEqual([Symbol.for('ncco-jsx.definition')])
  })
})
