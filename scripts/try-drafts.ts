import fc from 'fast-check'
import { anyFlow } from '../test/support/any-flow'
import { expectSameDraft } from '../test/support/drafted'

/**
 * Tries drafts against plain writing on random trees: `npm run try:drafts -- 1000000 30` tries a million, but for at most 30 minutes, and
 * says how many it tried. A tree that differs ends it, with the seed that gives it again.
 */
const [trees = '1000000', minutes = '30'] = process.argv.slice(2)
const every = 100_000

// Most trees are wrong somewhere, and nobody reads the traces of their errors.
Error.stackTraceLimit = 0

const tried = { trees: 0, right: 0, clean: 0 }
fc.assert(
  fc.property(anyFlow, (make) => {
    const { isRight, isClean } = expectSameDraft(make)
    tried.trees++
    if (isRight) tried.right++
    if (isClean) tried.clean++
    if (tried.trees % every === 0) console.log(`${tried.trees} trees so far`)
  }),
  { numRuns: Number(trees), interruptAfterTimeLimit: Number(minutes) * 60_000 },
)
console.log(
  `${tried.trees} trees, ${tried.right} of them right and ${tried.clean} without a finding: drafts and plain writing give the same.`,
)
