import { check, createElement, formatIssue, formatPlace, Notify, render } from 'ncco-jsx'
import { describe, expect, it } from 'vitest'
import { caught } from '../support/errors'

// Characters that move a cursor, colour, hide or reorder: C0, DEL, C1, a direction, a line separator, half a pair.
const controls = '\u001b[31m\n\u007f\u009b\u202e\u2028\ud800'
const escapes = '\\u{1b}[31m\\u{a}\\u{7f}\\u{9b}\\u{202e}\\u{2028}\\u{d800}'

describe('a key with control characters', () => {
  const [issue] = check([{ action: 'wait', [controls]: 1 }])

  it('is exact in the path of its issue', () => {
    expect(issue?.path).toBe(`/0/${controls}`)
  })

  it('is escaped where the issue is written for a reader', () => {
    expect(issue && formatIssue(issue)).toBe(
      [
        'unknown-option: wait has no option "\\u001b[31m\\n\\u{7f}\\u{9b}\\u{202e}\\u{2028}\\ud800".',
        '  Remove it; the NCCO reference lists the options of each object.',
        `  at /0/${escapes}`,
        '  docs/errors.md#unknown-option',
      ].join('\n'),
    )
  })

  it('is escaped in a message that names the place', () => {
    const payload = { [controls]: () => {} }
    const flow = createElement(Notify, { payload, eventUrl: 'https://example.com/progress' })
    expect(caught(() => render(flow)).issues.map(({ message }) => message)).toStrictEqual([
      `JSON cannot hold a function, which stands at /0/payload/${escapes}.`,
    ])
  })
})

describe('formatPlace', () => {
  it('names the whole NCCO', () => {
    expect(formatPlace({ path: '' })).toBe('the NCCO')
  })

  it('shortens a long pointer', () => {
    expect(formatPlace({ path: `/0/${'x'.repeat(200)}` })).toBe(`/0/${'x'.repeat(117)}…`)
  })

  it('escapes the names of components', () => {
    const components = ['A\u001b[31m', 'B\u009b']
    expect(formatPlace({ path: '', components })).toBe('<A\\u{1b}[31m> in <B\\u{9b}>')
  })
})
