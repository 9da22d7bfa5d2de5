import { check, type Issue } from 'ncco-jsx'
import { describe, expect, it } from 'vitest'
import { objects } from '../../scripts/objects'
import { collectFindings, toIssues } from '../../src/check/findings'
import { root } from '../../src/issues/report'

/** What `check` says of an option of an action. */
function remedyOf(action: object, path: string): Issue['remedy'] | undefined {
  return check([action]).find((issue) => issue.path === path)?.remedy
}

describe('a value that is not in the list of an option', () => {
  it.each<[object, string, string]>([
    [
      { action: 'record', endOnKey: 'x' },
      '/0/endOnKey',
      'Write "0", "1", "2", "3", "4", "5", "6", "7", "8", "9", "*" or "#".',
    ],
    [
      { action: 'record', endOnKey: '12' },
      '/0/endOnKey',
      'Write "0", "1", "2", "3", "4", "5", "6", "7", "8", "9", "*" or "#".',
    ],
    [{ action: 'record', endOnKey: 1 }, '/0/endOnKey', 'Write it in quotes: "endOnKey": "…".'],
    [
      { action: 'record', endOnKey: 12 },
      '/0/endOnKey',
      'Write "0", "1", "2", "3", "4", "5", "6", "7", "8", "9", "*" or "#".',
    ],
    [{ action: 'record', format: 'mp4' }, '/0/format', 'Write "mp3".'],
    [{ action: 'record', format: 'flac' }, '/0/format', 'Write "mp3", "wav" or "ogg".'],
    [{ action: 'record', format: true }, '/0/format', 'Write "mp3", "wav" or "ogg".'],
    [{ action: 'input', type: 'dtmf' }, '/0/type', 'Write it in brackets: "type": […].'],
    [{ action: 'input', type: 'video' }, '/0/type', 'Write an array.'],
    [{ action: 'input', type: ['video'] }, '/0/type/0', 'Write "dtmf" or "speech".'],
    [{ action: 'input', type: [1] }, '/0/type/0', 'Write "dtmf" or "speech".'],
    [
      { action: 'connect', endpoint: [{ type: 'rtc' }] },
      '/0/endpoint/0/type',
      'Write "phone", "app", "websocket", "sip" or "vbc".',
    ],
  ])('is told what to write: %j', (action, path, remedy) => {
    expect(remedyOf(action, path)).toBe(remedy)
  })

  it('is told each value in quotes, whatever the table', () => {
    const words = new Intl.ListFormat('en-GB', { type: 'disjunction' })
    const choices = objects.flatMap((object) =>
      object.table.rows.flatMap(({ key, rule }) =>
        rule.kind === 'choice' ? [{ object, key, values: rule.values }] : [],
      ),
    )
    expect(choices.length).toBeGreaterThan(15)
    for (const { object, key, values } of choices) {
      const { report, all } = collectFindings()
      object.check({ [key]: 'none' }, root, report)
      const [issue] = toIssues(
        all.filter(({ code }) => code === 'not-one-of'),
        { json: undefined, path: root },
      )
      const quoted = words.format(values.map((value) => `"${value}"`))
      expect(issue?.remedy).toBe(`Write ${quoted}.`)
    }
  })
})
