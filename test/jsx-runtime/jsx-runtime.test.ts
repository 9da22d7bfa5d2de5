import { render, Talk, Wait } from 'ncco-jsx'
import * as development from 'ncco-jsx/jsx-dev-runtime'
import * as production from 'ncco-jsx/jsx-runtime'
import { describe, expect, it } from 'vitest'
import { caught } from '../support/errors'
import { watchUnhandled } from '../support/unhandled'

const { Fragment, jsx, jsxAttr, jsxEscape, jsxs, jsxTemplate } = production
const { jsxDEV } = development
const hello = [{ action: 'talk', text: 'Hello' }]
const source = { fileName: 'flow.tsx', lineNumber: 3, columnNumber: 5 }

describe('ncco-jsx/jsx-runtime', () => {
  it('gives what compilers import', () => {
    expect(Object.keys(production).sort()).toStrictEqual([
      'Fragment',
      'jsx',
      'jsxAttr',
      'jsxEscape',
      'jsxTemplate',
      'jsxs',
    ])
  })

  it('makes elements of one child, several children and none', () => {
    expect(render(jsx(Talk, { children: 'Hello' }))).toStrictEqual(hello)
    expect(render(jsxs(Talk, { children: ['Hel', 'lo'] }))).toStrictEqual(hello)
    expect(render(jsx(Wait, {}))).toStrictEqual([{ action: 'wait' }])
    expect(render(jsx(Fragment, { children: jsx(Talk, { children: 'Hello' }) }))).toStrictEqual(
      hello,
    )
  })

  it('does not keep the key', () => {
    expect(jsx(Wait, {}, 'key').props).toStrictEqual({})
  })

  it('does not run components before they are rendered', () => {
    const Flow = () => {
      throw new Error('too early')
    }
    expect(jsx(Flow, {}).type).toBe(Flow)
  })
})

describe('the functions of a precompiling compiler', () => {
  const unhandled = watchUnhandled()

  it('are refused where their markup stands, with the setting to change', () => {
    // What Deno makes of <Talk>Hi <sub alias={name}>{name}</sub></Talk> and of <><Talk>Hi</Talk></>.
    const speech = jsxTemplate(['Hi <sub ', '>', '</sub>'], jsxAttr('alias', 'a'), jsxEscape('a'))
    const Flow = () => jsx(Talk, { children: speech })
    const [issue, ...more] = caught(() => render(jsx(Flow, {}))).issues
    expect([issue?.code, issue?.components, more]).toStrictEqual(['precompiled-jsx', ['Flow'], []])
    expect(issue?.remedy).toContain('"jsx": "react-jsx"')
    expect(() => render(jsxTemplate(['', ''], jsx(Talk, { children: 'Hi' })))).toThrow(
      expect.objectContaining({ code: 'precompiled-jsx' }),
    )
  })

  it('leave no promise behind that fails unheard', async () => {
    const Flow = () => jsxTemplate(['', ''], jsxEscape(Promise.reject(new Error('never heard'))))
    expect(() => render(jsx(Flow, {}))).toThrow(
      expect.objectContaining({ code: 'precompiled-jsx' }),
    )
    expect(await unhandled()).toStrictEqual([])
  })
})

describe('ncco-jsx/jsx-dev-runtime', () => {
  it('gives what compilers import', () => {
    expect(Object.keys(development).sort()).toStrictEqual(['Fragment', 'jsxDEV'])
  })

  it.each([
    ['6 arguments', () => jsxDEV(Wait, { timeout: 'x' }, undefined, false, source, {}), source],
    ['no self', () => jsxDEV(Wait, { timeout: 'x' }, undefined, false, source), source],
    ['4 arguments', () => jsxDEV(Wait, { timeout: 'x' }, undefined, false), undefined],
    [
      'an undefined source',
      () => jsxDEV(Wait, { timeout: 'x' }, undefined, false, undefined, {}),
      undefined,
    ],
  ])('works with %s', (_, make, given) => {
    const [issue] = caught(() => render(make())).issues
    expect(issue?.code).toBe('wrong-type')
    expect(issue?.source).toStrictEqual(given && { file: 'flow.tsx', line: 3, column: 5 })
  })
})
