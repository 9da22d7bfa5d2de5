import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { parseScript } from 'ncco-jsx/simulate'
import { describe, expect, it } from 'vitest'
import { actList } from '../../src/cli/act-list'
import { callWords } from '../../src/simulate/script/call-words'
import { legWords } from '../../src/simulate/script/leg-words'

const read = (path: string) =>
  readFileSync(fileURLToPath(new URL(`../../${path}`, import.meta.url)), 'utf8')

/** The acts in the first column of a table of acts, each whole. */
function actsOf(text: string): string[] {
  const rows = text.split('\n').filter((line) => /^[ *]*\| `/.test(line))
  return rows.flatMap((row) => {
    const cell = row.split('|')[1] ?? ''
    const words = Array.from(cell.matchAll(/`([^`]+)`/g), ([, act = '']) => act)
    // The first of a cell says whose act it is, and the others leave that out.
    const [, whose = ''] = /^((?:leg \d|call \d|fault) )/.exec(words[0] ?? '') ?? []
    return words.map((act) => (/^(?:leg|call|fault) /.test(act) ? act : whose + act))
  })
}

const scripts = read('docs/simulator.md').split('\n## Scripts\n')[1]?.split('\n## ')[0] ?? ''
const comment = read('src/simulate/script/parse-script.ts').split('*/')[0] ?? ''

const examples = [
  ...Object.values(callWords).map(({ example }) => example),
  ...Object.values(legWords)
    .map(({ example }) => example)
    .filter((example) => !/^(?:press|say) /.test(example))
    .map((example) => `leg 1 ${example}`),
]

describe.each([
  ['docs/simulator.md', scripts],
  ['the comment of parseScript', comment],
])('the acts in %s', (_, text) => {
  const acts = actsOf(text)

  it('are acts', () => {
    expect(acts.length).toBeGreaterThan(15)
    for (const act of acts) expect(() => parseScript(act)).not.toThrow()
  })

  it('are all acts', () => {
    expect(examples.filter((example) => !acts.includes(example))).toStrictEqual([])
  })
})

describe('the acts in the help of dial', () => {
  it('are acts', () => {
    for (const { example } of Object.values(callWords)) parseScript(example)
    for (const { example } of Object.values(legWords)) parseScript(`leg 1 ${example}`)
    expect(actList).toContain('\n  leg 1 answer           what the first leg')
  })
})
