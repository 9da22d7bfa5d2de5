import { type Call, createPlatform, dial, withTranscript } from 'ncco-jsx/simulate'
import { describe, expect, it } from 'vitest'
import { starts } from '../../../page/playground/start/starts'
import { runFlow } from './support/run-flow'

/** What a caller does, and what is heard last. */
const calls: Readonly<Record<string, { act: (call: Call) => Promise<unknown>; heard: string }>> = {
  menu: { act: (call) => call.press('2'), heard: 'I will connect you to support.' },
  greeting: {
    act: async () => {},
    heard: 'Thank you for calling. You are calling from 447700900001.',
  },
  voicemail: {
    act: async (call) => {
      await call.say('This is Ada.')
      await call.press('#')
    },
    heard: 'Thank you. We will call you back.',
  },
  forwarding: {
    act: async (call) => {
      await call.legs[0]?.busy()
      await call.legs[1]?.reject()
    },
    heard: 'Sorry, nobody is there. Please call again tomorrow.',
  },
  'find-me': {
    act: async (call) => {
      for (const leg of [0, 1, 2]) await call.legs[leg]?.busy()
    },
    heard: 'I could not find her. Please leave a message after the tone.',
  },
  survey: {
    act: async (call) => {
      for (const key of ['2', '1', '4', '2']) await call.press(key)
    },
    heard: 'Those were all our questions. Thank you, and goodbye.',
  },
  pin: { act: (call) => call.press('246810'), heard: 'Welcome, host. The conference starts now.' },
  reminder: {
    act: (call) => call.press('1'),
    heard: 'Thank you. We look forward to seeing you.',
  },
  languages: {
    act: async (call) => {
      await call.press('2')
      await call.press('1')
    },
    heard: 'Auf Wiederhören.',
  },
  surgery: {
    act: async (call) => {
      await call.press('1')
      await call.press('29022000')
      await call.press('1')
    },
    heard: 'Thank you for calling.',
  },
}

describe('the flows to begin with', () => {
  it('are ten', () => {
    expect(starts.map(({ id }) => id)).toStrictEqual(Object.keys(calls))
    expect(starts).toHaveLength(10)
  })

  it.each(starts)('$id compiles, renders without a finding, and takes a call', async (start) => {
    const { handler, exports, findings } = await runFlow(start.flow.source)
    expect(exports).toBe('app')
    const { startsAt = '2026-11-30T10:00:00Z' } = start.settings ?? {}
    const call = await dial(handler, { platform: createPlatform({ startsAt }) })
    const { act, heard } = calls[start.id] ?? expect.unreachable()
    await act(call)
    withTranscript(call, () => expect(call.heard.at(-1)).toBe(heard))
    expect(findings).toStrictEqual([])
  })

  it.each(starts)('$id is one module, with nothing of another file', ({ flow: { source } }) => {
    const specifiers = [...source.matchAll(/from '([^']+)'/g)].map(([, specifier]) => specifier)
    expect(specifiers.filter((one) => !one?.startsWith('ncco-jsx'))).toStrictEqual([])
    expect(source).toMatch(/^import /)
    expect(source).toContain('export default createVoiceApp({ answer: Answer')
  })
})
