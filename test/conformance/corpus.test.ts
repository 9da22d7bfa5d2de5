import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { check, type Issue } from 'ncco-jsx'
import { describe, expect, it } from 'vitest'
import { type Case, corpusNotice, hasCorpus, readCases, type Verdict } from './corpus'

const disputed = readFileSync(fileURLToPath(new URL('disputed.md', import.meta.url)), 'utf8')
const disputedCases = [...disputed.matchAll(/^\| (\d+) \| (valid|invalid)/gm)].map(([, id]) => id)
const passedOver = [...disputed.matchAll(/^\| (\d+) \| (\/\S+)/gm)].map(
  ([, id, at]) => `${id} ${at}`,
)

const cases = readCases()

const isError = ({ severity }: Issue) => severity === 'error'
const idOf = ({ file }: Case) => file.slice('cases/'.length, 'cases/000'.length)

/** The cases of a verdict that `check` does not agree with. */
function disagreeing(verdict: Verdict, agrees: (issues: readonly Issue[]) => boolean): string[] {
  return cases
    .filter((one) => one.verdict === verdict && !agrees(check(one.ncco)))
    .map(idOf)
    .filter((id) => !disputedCases.includes(id))
}

describe.skipIf(!hasCorpus)(`the corpus${corpusNotice}`, () => {
  it('has its 399 cases', () => {
    expect(cases).toHaveLength(399)
  })

  it('valid: no error', () => {
    expect(disagreeing('valid', (issues) => !issues.some(isError))).toStrictEqual([])
  })

  it('invalid: an error', () => {
    expect(disagreeing('invalid', (issues) => issues.some(isError))).toStrictEqual([])
  })

  it("legacy: an issue that names today's spelling", () => {
    const codes = ['legacy-option', 'pre-2021-input', 'input-without-type', 'not-an-array']
    const names = (issues: readonly Issue[]) => issues.some(({ code }) => codes.includes(code))
    expect(disagreeing('legacy', names)).toStrictEqual([])
  })

  it('finds every mistake at the place that the manifest names', () => {
    const missed = cases.flatMap((one) => {
      const paths = check(one.ncco).map(({ path }) => path)
      return one.mistakes
        .filter(({ path }) => !paths.some((found) => `${found}/`.startsWith(`${path}/`)))
        .map(({ path }) => `${idOf(one)} ${path}`)
    })
    expect(missed.sort()).toStrictEqual([...passedOver].sort())
  })
})
