import fc from 'fast-check'
import { anyFlow } from '../test/support/any-flow'
import { expectSameDraft } from '../test/support/drafted'

/** Tries drafts against plain writing on as many random trees as the command line says: `npm run try:drafts -- 1000000`. */
const numRuns = Number(process.argv[2] ?? 1_000_000)
fc.assert(
  fc.property(anyFlow, (make) => {
    expectSameDraft(make)
  }),
  { numRuns },
)
console.log(`${numRuns} trees: drafts and plain writing give the same.`)
