import assert from 'node:assert/strict'
import { type Issue, type Ncco, NccoError, type NccoNode, render, renderToString } from 'ncco-jsx'
import type { MakeFlow, Reads } from './any-flow'

/** The result of a render: the NCCO or its text, unless there is an error, and every issue. */
interface Outcome<Result> {
  readonly result: Result | undefined
  readonly issues: readonly Issue[]
}

function outcomeOf<Result>(make: (onWarning: (issue: Issue) => void) => Result): Outcome<Result> {
  const issues: Issue[] = []
  try {
    return { result: make((issue) => issues.push(issue)), issues }
  } catch (error) {
    if (!(error instanceof NccoError)) throw error
    return { result: undefined, issues: error.issues }
  }
}

/** Fails unless a flow gives the same whether it is drafted or written plainly, and its props are read once. */
export function expectSameDraft(make: MakeFlow): { isRight: boolean; isClean: boolean } {
  const reads: Reads = { most: 0 }
  const flow = (isPlain: boolean) => make(isPlain, reads) as NccoNode
  const plain = outcomeOf<Ncco>((onWarning) => render(flow(true), { onWarning }))
  const drafted = outcomeOf<Ncco>((onWarning) => render(flow(false), { onWarning }))
  const text = outcomeOf((onWarning) => renderToString(flow(false), { onWarning }))
  assert.deepStrictEqual(drafted, plain)
  const expected = plain.result && JSON.stringify(plain.result)
  assert.deepStrictEqual(text, { result: expected, issues: plain.issues })
  assert.ok(reads.most <= 1, `A getter was asked ${reads.most} times.`)
  return { isRight: plain.result !== undefined, isClean: plain.issues.length === 0 }
}
