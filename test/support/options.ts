import type { IssueCode, NccoElement } from 'ncco-jsx'
import { describe, expect, it } from 'vitest'
import type { Unchecked } from '../../src/options/component'
import type { Definition, Rule } from '../../src/options/table'
import { error, issuesIn, judge, warning } from './issues'

/** Keys of an object in the NCCO; `undefined` takes one away. */
type Written = Readonly<Record<string, unknown>>

/** A flow around one object, in both notations. */
export interface Frame<O> {
  /** The flow with these options on the object. */
  readonly tsx: (options: Partial<O> & Unchecked) => NccoElement
  /** The NCCO with these keys in the object. */
  readonly ncco: (written: Written) => readonly Written[]
}

/** The results of the values of an option. */
export interface Cases<V> {
  readonly writes: readonly [Writes<V>, ...Writes<V>[]]
  /** Written, with a warning. */
  readonly warns?: readonly Finds[]
  readonly refuses: readonly [Finds, ...Finds[]]
  /** The finding without the option. */
  readonly absent?: readonly [code: IssueCode, path: string]
  /** Values that only an NCCO can hold, because TSX has no way to write them. */
  readonly refusesJson?: readonly (readonly [written: Written, code: IssueCode, path: string])[]
}

type Writes<V> = readonly [value: V, written: Written]
type Finds = readonly [value: unknown, written: Written, code: IssueCode, path: string]

/** Cases for every option of `O`: the compiler refuses a missing and an invented one. */
type OptionCases<O> = {
  readonly [K in keyof Required<O>]: Cases<Exclude<O[K], undefined>> & {
    /** The flow to set it in, if the frame of the other options does not fit. */
    readonly in?: Frame<O>
  } & (undefined extends O[K] ? unknown : Required<Pick<Cases<O[K]>, 'absent'>>)
}

/** Tests every option of an object, in TSX and as JSON. `at` is the JSON pointer to the object in `frame`. */
export function testOptions<O>(
  definition: Definition,
  at: string,
  frame: Frame<O>,
  options: OptionCases<O>,
): void {
  const entries = Object.entries(options) as [string, OptionCases<Written>[string]][]
  for (const [name, cases] of entries) {
    describe(name, () => testOption(name, (cases.in as Frame<O> | undefined) ?? frame, cases))
  }
  it('has a case for every value of a choice, both flags, and both ends of a range', () => {
    const untried = entries.flatMap(([name, { writes }]) => {
      const tried = writes.map(([value]) => value)
      const rule = definition.table.byProp.get(name)?.rule
      return decisive(rule).filter((value) => !tried.includes(value))
    })
    expect(untried).toStrictEqual([])
  })
  it('refuses an option that it does not have', () => {
    const issues = [error('unknown-option', `${at}/newOption`)]
    expect(judge(frame.tsx(set<O>('newOption', 1)))).toStrictEqual({ ncco: undefined, issues })
    expect(issuesIn(frame.ncco({ newOption: 1 }))).toStrictEqual(issues)
  })
  it('takes it through unchecked', () => {
    const flow = frame.tsx(set<O>('unchecked', { newOption: 1 }))
    const ncco = frame.ncco({ newOption: 1 })
    expect(judge(flow)).toStrictEqual({ ncco, issues: [] })
  })
}

function testOption<O>(name: string, { tsx, ncco }: Frame<O>, cases: Cases<unknown>): void {
  const { writes, warns = [], refuses, absent, refusesJson = [] } = cases
  it.each(writes)('writes %j as %j', (value, written) => {
    const issues = issuesIn(ncco(written))
    expect(judge(tsx(set<O>(name, value)))).toStrictEqual({ ncco: ncco(written), issues })
    expect(issues).toStrictEqual([])
  })
  it.each(warns)('writes %j as %j and warns: %s at %s', (value, written, code, path) => {
    const issues = [warning(code, path)]
    expect(judge(tsx(set<O>(name, value)))).toStrictEqual({ ncco: ncco(written), issues })
    expect(issuesIn(ncco(written))).toStrictEqual(issues)
  })
  it.each(refuses)('refuses %j, or %j: %s at %s', (value, written, code, path) => {
    const issues = [error(code, path)]
    expect(judge(tsx(set<O>(name, value)))).toStrictEqual({ ncco: undefined, issues })
    expect(issuesIn(ncco(written))).toStrictEqual(issues)
  })
  it.each(refusesJson)('refuses %j: %s at %s', (written, code, path) => {
    expect(issuesIn(ncco(written))).toStrictEqual([error(code, path)])
  })
  if (absent) {
    it('is needed, and undefined counts as absent', () => {
      const issues = [error(...absent)]
      expect(judge(tsx(set<O>(name, undefined)))).toStrictEqual({ ncco: undefined, issues })
      const [[, written]] = writes
      const without = Object.fromEntries(Object.keys(written).map((key) => [key, undefined]))
      expect(issuesIn(ncco(without))).toStrictEqual(issues)
    })
  } else {
    it('may be undefined, which counts as absent', () => {
      expect(judge(tsx(set<O>(name, undefined)))).toStrictEqual({ ncco: ncco({}), issues: [] })
    })
  }
}

/** One option, of any value: half of the tests give one that the compiler refuses. */
function set<O>(name: string, value: unknown): Partial<O> {
  return { [name]: value } as Partial<O>
}

/** The values that a test of the rule must not leave out. */
function decisive(rule: Rule | undefined): unknown[] {
  if (rule?.kind === 'choice') return [...rule.values]
  if (rule?.kind === 'flag') return [true, false]
  if (rule?.kind === 'number') return [rule.min, rule.max].filter((end) => end !== undefined)
  return []
}
