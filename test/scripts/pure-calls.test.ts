import { describe, expect, it } from 'vitest'
import { markCalls } from '../../scripts/pure-calls'

const mark = (text: string) => markCalls(text, new Set(['number']))

describe('the mark of a pure call', () => {
  it('stands before the call', () => {
    expect(mark('export const a = [number(1), other(number(2))]')).toBe(
      'export const a = [/* @__PURE__ */ number(1), other(/* @__PURE__ */ number(2))]',
    )
  })

  it('is not set where another call follows, which has effects', () => {
    const text = 'number(1).check(value, place)'
    expect(mark(text)).toBe(text)
  })
})
