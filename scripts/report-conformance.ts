import { check, type Issue } from 'ncco-jsx'
import { type Case, hasCorpus, readCases, type Verdict } from '../test/conformance/corpus'
import { readExamples } from '../test/conformance/examples'
import { type RoundTrip, roundTrip } from '../test/conformance/round-trip'
import {
  agrees,
  findMistakes,
  idOf,
  isError,
  isOfItsKind,
  passedOver,
} from '../test/conformance/verdicts'

// Prints how the checks and the way back to TSX fare on the NCCOs of the corpus and of the examples.
type Row = Readonly<Record<string, string | number>>

const asked: Readonly<Record<Verdict, string>> = {
  valid: 'no error',
  legacy: "names today's spelling",
  unsure: 'reported',
  invalid: 'an error',
}

const problems: string[] = []

if (hasCorpus) reportCorpus(readCases())
else console.log('../shared/corpus is not beside the project: only the examples are reported.\n')

const examples = [...(await readExamples()).values()]
print('examples, converted to TSX and back', [
  { of: 'examples', ...countTrips(examples.map(roundTrip)) },
])

for (const problem of problems) console.log(`NOT AS EXPECTED: ${problem}`)
if (problems.length > 0) process.exitCode = 1

function reportCorpus(cases: readonly Case[]): void {
  const verdicts = Object.keys(asked) as Verdict[]
  const of = (verdict: Verdict) => cases.filter((one) => one.verdict === verdict)
  print(
    'check, by verdict',
    verdicts.map((verdict) => ({ verdict, asked: asked[verdict], ...countVerdict(of(verdict)) })),
  )
  print(
    'mistakes that the manifest names',
    verdicts.map((verdict) => ({ verdict, ...countMistakes(of(verdict)) })),
  )
  print(
    'converted to TSX and back',
    verdicts.map((verdict) => {
      const trips = of(verdict).map((one) => ({ id: idOf(one), ...roundTrip(one.ncco) }))
      if (verdict === 'valid') refuseEscapes(trips)
      return { verdict, ...countTrips(trips) }
    }),
  )
}

function countVerdict(cases: readonly Case[]): Row {
  const others = cases.filter((one) => !agrees(one)).map(idOf)
  for (const id of others) problems.push(`case ${id}: another verdict`)
  const issues = cases.map(({ ncco }) => check(ncco))
  return {
    agree: `${cases.length - others.length} of ${cases.length}`,
    'with errors': count(issues, (found) => found.some(isError)),
    'with warnings': count(issues, (found) => found.some(isWarning)),
  }
}

function countMistakes(cases: readonly Case[]): Row {
  const mistakes = cases.flatMap(findMistakes)
  const found = mistakes.filter(({ codes }) => codes.length > 0)
  for (const { id, path, codes } of mistakes) {
    if (codes.length === 0 && !passedOver.includes(`${id} ${path}`)) {
      problems.push(`case ${id}: nothing at ${path}`)
    }
  }
  return {
    named: mistakes.length,
    'found at their place': found.length,
    'and of their kind': count(found, isOfItsKind),
    'passed over, in passed-over.md': mistakes.length - found.length,
  }
}

function refuseEscapes(trips: readonly (RoundTrip & { readonly id: string })[]): void {
  for (const { id, usesRaw, usesUnchecked } of trips) {
    if (usesRaw || usesUnchecked) {
      problems.push(`case ${id}: valid, but it needs Raw or unchecked`)
    }
  }
}

function countTrips(trips: readonly RoundTrip[]): Row {
  const same = count(trips, ({ isSame }) => isSame)
  if (same < trips.length) problems.push(`${trips.length - same} do not come back`)
  return {
    'the same NCCO': `${same} of ${trips.length}`,
    'with unchecked': count(trips, ({ usesUnchecked }) => usesUnchecked),
    'with <Raw>': count(trips, ({ usesRaw }) => usesRaw),
  }
}

function isWarning(issue: Issue): boolean {
  return !isError(issue)
}

function count<T>(values: readonly T[], is: (value: T) => boolean): number {
  return values.filter(is).length
}

function print(title: string, rows: readonly Row[]): void {
  const columns = Object.keys(rows[0] ?? {})
  const lines = [columns, ...rows.map((row) => columns.map((column) => String(row[column] ?? '')))]
  const widths = columns.map((_, index) =>
    Math.max(...lines.map((line) => (line[index] ?? '').length)),
  )
  console.log(`${title}\n`)
  for (const line of lines) {
    console.log(
      `  ${line
        .map((cell, index) => cell.padEnd(widths[index] ?? 0))
        .join('  ')
        .trimEnd()}`,
    )
  }
  console.log()
}
