import { dial } from 'ncco-jsx/simulate'
import { describe, expect, it } from 'vitest'
import { markChanges } from '../../../page/call/changes'
import { type Line, toLines } from '../../../page/call/lines'
import { Stack } from '../../../page/call/stack'
import { menu } from './support/menu'

const shown = (lines: readonly Line[]) => lines.map(({ who, text }) => `${who}: ${text}`)

describe('the lines of a transcript', () => {
  it('say what happens, and which NCCO replaces which', async () => {
    const stack = new Stack()
    const call = await dial(menu)
    stack.observe(call)
    await call.press('1')
    stack.observe(call)
    await call.legs[0]?.answer()
    await call.legs[0]?.say('Hello.')
    expect(shown(toLines(call.timeline, stack.replacements))).toStrictEqual([
      '447700900001: calls 447700900000',
      '→ answer: GET /answer: 200, 3 actions',
      'NCCO: 3 actions from /answer',
      '447700900001: is answered',
      'prompt: Welcome.',
      'input: listens for keys',
      'prompt: For sales, press 1.',
      '447700900001: presses 1',
      '→ input: POST /chosen: 200, 2 actions',
      'NCCO: 2 actions from /chosen',
      'prompt: Sales.',
      'connect: calls 447700900002',
      '447700900002: is ringing',
      '447700900002: is answered',
      '447700900002: says “Hello.”',
      '447700900001: hears 447700900002',
    ])
  })

  it('tell what happened beside the call where it happened', async () => {
    const call = await dial([{ action: 'talk', text: 'Hello.' }])
    const aside = (entry: number, text: string) =>
      ({ entry, at: 1, kind: 'note', who: 'bot', text }) as const
    const asides = [aside(2, 'one'), aside(2, 'two'), aside(99, 'three')]
    const lines = toLines(call.timeline, [], asides)
    expect(shown(lines)).toStrictEqual([
      '447700900001: calls 447700900000',
      '447700900001: is answered',
      'bot: one',
      'bot: two',
      'prompt: Hello.',
      'call: ended: completed',
      'bot: three',
    ])
    expect(new Set(lines.map(({ key }) => key)).size).toBe(lines.length)
  })

  it('say how many actions an NCCO replaces', async () => {
    const stack = new Stack()
    const eventUrl = ['https://app.example.com/x']
    const input = { action: 'input', type: ['dtmf'], dtmf: { maxDigits: 1 }, eventUrl }
    const talk = { action: 'talk', text: 'Goodbye.' }
    const flow = ({ url }: Request) =>
      Response.json(url.includes('/x') ? [talk] : [input, talk, talk])
    const call = await dial(flow, { pace: 'manual' })
    stack.observe(call)
    await call.press('1')
    stack.observe(call)
    expect(stack.replacements.map(({ dropped }) => dropped)).toStrictEqual([0, 2])
    const lines = shown(toLines(call.timeline, stack.replacements))
    expect(lines).toContain('NCCO: 1 action from /x, which replaces 2 actions')
  })

  it('show the findings of an answer below its line', async () => {
    const call = await dial(() => Response.json([{ action: 'tlak' }]))
    const failed = toLines(call.timeline, []).find(({ kind }) => kind === 'failed')
    expect(failed?.text).toBe('GET /answer: 200, an NCCO that is refused')
    expect(failed?.detail).toMatch(/^unknown-action: /)
  })
})

describe('what changed in a transcript', () => {
  const line = (text: string): Line => ({ key: text, at: 0, kind: 'prompt', who: 'prompt', text })
  const marked = (before: string[], now: string[]) =>
    markChanges(before.map(line), now.map(line)).map(
      ({ text, change = 'same' }) => `${change} ${text}`,
    )

  it('is marked where it stands', () => {
    expect(marked(['a', 'b', 'c'], ['a', 'x', 'c'])).toStrictEqual([
      'same a',
      'removed b',
      'added x',
      'same c',
    ])
  })

  it('is nothing at the end, which may still come', () => {
    expect(marked(['a', 'b', 'c'], ['a', 'b'])).toStrictEqual(['same a', 'same b'])
  })

  it('is no line that comes at another time', () => {
    const [later] = markChanges([line('a')], [{ ...line('a'), at: 3 }])
    expect(later?.change).toBeUndefined()
  })
})
