import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'

// The rules of the reference that no call can show, and why. Each of the others has a test that begins with its number.
const notShown: Readonly<Record<string, string>> = {
  'R-44': 'Nothing is transcribed or charged: a transcription is a webhook with an address.',
  'R-79': 'Calls are not limited per second, because no time passes while they are made.',
  'R-110': 'The simulator has no REST side.',
  'R-111': 'The simulator has no REST side.',
  'R-113': 'As R-79.',
}

const reference = new URL('../../../shared/reference/rules.md', import.meta.url)
const isThere = existsSync(reference)

/** The rules that names of tests here begin with. */
function rulesShown(): string[] {
  const folder = new URL('.', import.meta.url)
  const texts = readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.test\.tsx?$/.test(name))
    .map((name) => readFileSync(new URL(name, folder), 'utf8'))
  const named = texts.flatMap((text) => [...text.matchAll(/'(R-\d+)[ :]/g)])
  return [...new Set(named.map(([, rule = '']) => rule))]
}

describe('the rules of the reference', () => {
  it.skipIf(!isThere)(
    'are all shown, or known not to be (skipped without ../shared/reference)',
    () => {
      const text = readFileSync(reference, 'utf8')
      const rules = [...text.matchAll(/^\| (R-\d+) \|/gm)].map(([, rule = '']) => rule)
      expect(rules.length).toBeGreaterThan(70)
      expect([...rulesShown(), ...Object.keys(notShown)].sort()).toStrictEqual(rules.sort())
    },
  )
})
