import {
  createElement,
  Dtmf,
  Fragment,
  Input,
  type Issue,
  type NccoNode,
  render,
  Talk,
} from 'ncco-jsx'
import { describe, expect, it } from 'vitest'
import type { NccoElement } from '../../src/element/element'
import { caught } from '../support/errors'

/** Code, message and place of what is wrong with a flow. */
function found(
  flow: NccoNode,
): Pick<Issue, 'code' | 'message' | 'element' | 'source' | 'components'>[] {
  return caught(() => render(flow)).issues.map(
    ({ code, message, element, source, components }) => ({
      code,
      message,
      ...(element === undefined ? {} : { element }),
      ...(source === undefined ? {} : { source }),
      ...(components === undefined ? {} : { components }),
    }),
  )
}

describe('what cannot stand in a fragment', () => {
  const inFragment = ({ source }: NccoElement) => ({
    element: 'Fragment',
    source,
    components: ['Flow'],
  })

  it('is reported where the fragment was written', () => {
    const flow = <>{0}</>
    const Flow = () => flow
    expect(found(<Flow />)).toStrictEqual([
      { code: 'misplaced-text', message: 'A number cannot stand by itself.', ...inFragment(flow) },
    ])
  })

  it('is reported so in lists, in other fragments and inside an element', () => {
    const list = <>{[['Hello']]}</>
    const inner = <>{{ name: 'Ann' } as never}</>
    const flow = (
      <>
        {list}
        <Talk>Hello {inner}</Talk>
      </>
    )
    const Flow = () => flow
    expect(found(<Flow />)).toStrictEqual([
      { code: 'misplaced-text', message: 'Text cannot stand by itself.', ...inFragment(list) },
      {
        code: 'not-renderable',
        message: 'An object that is neither a text nor an element cannot be rendered.',
        ...inFragment(inner),
      },
    ])
  })

  it('is reported at the fragment of a component, not at the element around that', () => {
    const keys = (
      <>
        {0}
        <Dtmf />
      </>
    )
    const Flow = () => keys
    expect(found(<Input>{createElement(Flow)}</Input>)).toStrictEqual([
      {
        code: 'misplaced-text',
        message: 'A number cannot stand inside <Input>.',
        ...inFragment(keys),
      },
    ])
  })

  it('is reported at an element or a component that is nearer', () => {
    const keys = <Input>{['Hello' as never, <Dtmf key="dtmf" />]}</Input>
    const Inner = () => 0
    const inner = <Inner />
    const flow = (
      <>
        {keys}
        {inner}
      </>
    )
    const Flow = () => flow
    expect(found(<Flow />)).toStrictEqual([
      {
        code: 'misplaced-text',
        message: 'Text cannot stand inside <Input>.',
        element: 'Input',
        source: keys.source,
        components: ['Flow'],
      },
      {
        code: 'misplaced-text',
        message: 'A number cannot stand by itself.',
        source: inner.source,
        components: ['Inner', 'Flow'],
      },
    ])
  })

  it('is reported at its component in production, where no place is known', () => {
    const Flow = () => createElement(Fragment, null, 0)
    expect(found(createElement(Flow))).toStrictEqual([
      { code: 'misplaced-text', message: 'A number cannot stand by itself.', components: ['Flow'] },
    ])
  })
})

describe('a number that a condition left', () => {
  it('is told how the condition is written', () => {
    const [issue] = caught(() => render(createElement(Fragment, null, 0))).issues
    expect(issue?.remedy).toBe(
      'Put it inside <Talk>, or remove it; instead of {count && …}, write {count > 0 && …}.',
    )
  })
})
