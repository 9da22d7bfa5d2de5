import { lock } from './lock'
import { cache, makeProject } from './project'
import { printHead, printRow, printSum, type Result } from './report'
import type { Row } from './row'
import { table } from './table'
import { removeTarballs } from './tarballs'

// npm run matrix              everything
// npm run matrix -- --fast    what runs on every change
// npm run matrix -- bun swc   the rows of these names, or of a part, such as runtime

const args = process.argv.slice(2)
const rows = select(args)
lock(cache)
const started = Date.now()
const results: Result[] = []
try {
  printHead(rows)
  // One after another: each tool may have the whole machine.
  for (const row of rows) {
    const result = await run(row)
    printRow(result)
    results.push(result)
  }
} finally {
  removeTarballs()
}
printSum(results, Date.now() - started)
if (results.some(({ failures }) => failures.length > 0)) process.exitCode = 1

function select(args: readonly string[]): readonly Row[] {
  const isOption = (arg: string) => arg.startsWith('-')
  const names = args.filter((arg) => !isOption(arg))
  const known = new Set(table.flatMap(({ name, part }) => [name, part]))
  const unknown = args.filter((arg) => (isOption(arg) ? arg !== '--fast' : !known.has(arg)))
  if (unknown.length > 0) {
    console.error(`Unknown: ${unknown.join(', ')}. There are --fast, ${[...known].join(', ')}.`)
    process.exit(2)
  }
  const rows = table
    .filter(({ isFast }) => isFast || !args.includes('--fast'))
    .filter(({ name, part }) => names.length === 0 || names.includes(name) || names.includes(part))
  if (rows.length === 0) {
    console.error(`Nothing to run: --fast leaves out ${names.join(', ')}. Leave out --fast.`)
    process.exit(2)
  }
  return rows
}

async function run(row: Row): Promise<Result> {
  const started = Date.now()
  const notes: string[] = []
  const failures: string[] = []
  try {
    const project = makeProject(row.packages)
    for (const [name, trial] of Object.entries(row.trials)) {
      try {
        project.clear()
        const note = await trial(project)
        notes.push(note === undefined ? name : `${name} (${note})`)
      } catch (error) {
        failures.push(`${name}: ${(error as Error).message}`)
      }
    }
  } catch (error) {
    failures.push(`The project could not be set up: ${(error as Error).message}`)
  }
  return { row, notes, failures, milliseconds: Date.now() - started }
}
