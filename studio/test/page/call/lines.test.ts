import { type Call, createPlatform, dial } from 'ncco-jsx/simulate'
import { describe, expect, it } from 'vitest'
import { markChanges } from '../../../page/call/changes'
import { type Line, toLines, toTranscript } from '../../../page/call/lines'
import { Stack } from '../../../page/call/stack'
import { menu } from './support/menu'

const story = ({ timeline }: Call, replacements: Stack['replacements'] = []) => ({
  number: undefined,
  timeline,
  replacements,
})

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
    expect(shown(toLines(story(call, stack.replacements)))).toStrictEqual([
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

  it('show where the language of prompts changes', async () => {
    const talk = (text: string, language?: string) => ({ action: 'talk', text, language })
    const call = await dial([
      talk('Croeso.', 'cy-GB'),
      talk('Dewiswch.', 'cy-GB'),
      talk('Goodbye.'),
      { action: 'stream', streamUrl: ['https://example.com/jingle.mp3'] },
      talk('Bye.', 'en-US'),
    ])
    expect(
      shown(toLines(story(call))).filter((line) => /^(prompt|audio)/.test(line)),
    ).toStrictEqual([
      'prompt: Croeso. (cy-GB)',
      'prompt: Dewiswch.',
      'prompt: Goodbye. (en-US)',
      'audio: https://example.com/jingle.mp3',
      'prompt: Bye.',
    ])
  })

  it('tell of several calls, and of what happened beside them, by the time', async () => {
    const platform = createPlatform()
    const room = [{ action: 'conversation', name: 'standup' }]
    const ada = await dial(room, { platform })
    await platform.wait(1)
    const ben = await dial(room, { platform, from: '447700900032' })
    const aside = (at: number, text: string) => ({ at, kind: 'note', who: 'bot', text }) as const
    const lines = toTranscript(
      [story(ada), { ...story(ben), number: 2 }],
      [aside(0.5, 'one'), aside(1, 'two')],
    )
    expect(shown(lines)).toStrictEqual([
      '447700900001: calls 447700900000',
      '447700900001: is answered',
      '447700900001: entered “standup”',
      '447700900001: started “standup”',
      'bot: one',
      '#2 447700900032: calls 447700900000',
      '#2 447700900032: is answered',
      '#2 447700900032: entered “standup”',
      'bot: two',
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
    const lines = shown(toLines(story(call, stack.replacements)))
    expect(lines).toContain('NCCO: 1 action from /x, which replaces 2 actions')
  })

  it('show the findings of an answer below its line', async () => {
    const call = await dial(() => Response.json([{ action: 'tlak' }]))
    const failed = toLines(story(call)).find(({ kind }) => kind === 'failed')
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
