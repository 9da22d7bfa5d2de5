import { existsSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'
import { makeErrorsPage } from '../../scripts/errors-page'
import { commandMessages } from '../../src/cli/messages'
import { messages } from '../../src/issues/messages'
import { dialogMessages } from '../../src/issues/messages/dialog'
import { mapMessages } from '../../src/map/messages'
import { serveMessages } from '../../src/serve/messages'
import { simulatorMessages } from '../../src/simulate/messages'

const page = fileURLToPath(new URL('../../docs/errors.md', import.meta.url))
const rules = fileURLToPath(new URL('../../../shared/reference/rules.md', import.meta.url))
const isPresent = existsSync(rules)

describe('docs/errors.md', () => {
  it('is what `npm run docs` makes of the table and the samples', () => {
    expect(readFileSync(page, 'utf8').replaceAll('\r\n', '\n')).toBe(makeErrorsPage())
  })

  it('says of every code which rule it stands for, and why', () => {
    const [ofFlows = '', ofOthers = ''] = makeErrorsPage().split('\n## Findings of the app')
    for (const entry of ofOthers.split('\n### ').slice(1)) {
      expect(entry).toMatch(
        /^[a-z0-9-]+\n\n\*(ServeError|SimulatorError|error|warning)\* · \S.*\n\n[A-Za-z`].+\n\n(On the platform: .+\.\n\n)?(```json\n[^`]+```\n\n)?```text\n/,
      )
    }
    for (const entry of ofFlows.split('\n### ').slice(1)) {
      expect(entry).toMatch(
        /^[a-z0-9-]+\n\n\*(error|warning)\* · \S.*\n\n[A-Za-z`].+\n\n(On the platform: .+\.\n\n)?```(tsx|json)\n/,
      )
      expect(entry).toContain('```text\n')
    }
  })

  it('shows a message of the very code in every entry', () => {
    for (const entry of makeErrorsPage().split('\n### ').slice(1)) {
      const [code = ''] = entry.split('\n', 1)
      const [, message = ''] = entry.split('```text\n')
      expect(message.split('\n', 1)[0]).toMatch(new RegExp(`^(\\S+ (error|warning) )?${code}: `))
    }
  })

  it('says of every code about an NCCO what the platform does, as the table has it', () => {
    const sections = makeErrorsPage().split('\n### ')
    const wrong = Object.entries(messages).filter(([code, message]) => {
      const section = sections.find((text) => text.startsWith(`${code}\n`)) ?? ''
      const [, told = ''] = /^On the platform: (.+)$/m.exec(section) ?? []
      if (!('effect' in message)) return told !== ''
      const { effect } = message
      // A function tells known cases from the others, and the page names both.
      if (typeof effect === 'function') return !/^(refused|tolerated) .+ Unknown for /.test(told)
      return !told.startsWith(effect)
    })
    expect(wrong).toStrictEqual([])
  })

  it('has one section for each code of every part', () => {
    const tables = [
      ...[messages, dialogMessages, serveMessages, simulatorMessages, mapMessages],
      commandMessages,
    ]
    const codes = [...makeErrorsPage().matchAll(/^### (.*)$/gm)].map(([, code]) => code)
    expect(codes).toStrictEqual(tables.flatMap((table) => Object.keys(table)))
    expect(new Set(codes).size).toBe(codes.length)
  })

  it.skipIf(!isPresent)(
    `names every rule of the quick list for a checker${isPresent ? '' : ' (skipped: the reference is not beside the project)'}`,
    () => {
      const [, list = ''] = readFileSync(rules, 'utf8').split(
        /^## (?:10\. Quick list for a checker|11\. .*)$/m,
      )
      const named = makeErrorsPage()
      // About the content type of the answer, which a server sets and no NCCO shows.
      const elsewhere = ['R-83']
      const missing = numbersIn(list).filter(
        (rule) => !elsewhere.includes(rule) && !named.includes(rule),
      )
      expect(numbersIn(list).length).toBeGreaterThan(40)
      expect(missing).toStrictEqual([])
    },
  )
})

/** The rules of a text, with those that `R-71…R-78` stands for. */
function numbersIn(text: string): string[] {
  return [...text.matchAll(/R-(\d+)(?:…R-(\d+))?/g)].flatMap(([, first, last = first]) => {
    const count = Number(last) - Number(first) + 1
    return Array.from(
      { length: count },
      (_, index) => `R-${String(Number(first) + index).padStart(2, '0')}`,
    )
  })
}
