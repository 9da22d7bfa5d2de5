import { readFile } from 'node:fs/promises'
import { Command, Option } from 'commander'
import { toTsxModule } from 'ncco-jsx/convert'
import { checkFiles } from './check-files'
import { addDev } from './dev-command'
import { addDial } from './dial-command'
import { addMap } from './map-command'
import { addPlatform } from './platform-command'
import { printable } from './printable'
import { type Format, formatReports, hasErrors } from './report'
import { standardInput } from './source'

interface CheckFlags {
  readonly strict?: boolean
  readonly format: Format
}

interface ConvertFlags {
  readonly ssml: 'exact' | 'elements'
  readonly mend?: boolean
  readonly format: Format
}

const files = [
  '[files...]',
  'JSON files, each with one NCCO; - or no file: the standard input',
] as const

function formatOption(): Option {
  const option = new Option('--format <format>', 'the format of the findings')
  return option.choices(['text', 'json']).default('text')
}

/** The command `ncco-jsx`. Errors that it finds set the exit status of the process. */
export function makeProgram(version: string): Command {
  const program = new Command('ncco-jsx')
    .description(
      'Checks NCCOs, converts them to TSX, calls apps and maps them. No call is made on the telephone network.',
    )
    .version(version)
    .configureOutput({
      writeOut: (text) => process.stdout.write(printable(text)),
      writeErr: (text) => process.stderr.write(printable(text)),
    })
    .showHelpAfterError('(ncco-jsx --help lists the commands)')

  program
    .command('check')
    .summary('checks NCCOs by every rule')
    .description(
      'Checks NCCOs by every rule of the reference. The exit status is 1 if there is an error.',
    )
    .argument(...files)
    .option('--strict', 'also warn of actions after an input')
    .addOption(formatOption())
    .action(async (named: string[], { format, ...options }: CheckFlags, command: Command) => {
      const reports = await checkFiles(inputs(named, command), process.stdin, options)
      // First, because the reader of the output may close it before the end.
      if (hasErrors(reports)) process.exitCode = 1
      process.stdout.write(formatReports(reports, format))
    })

  program
    .command('convert')
    .summary('writes NCCOs as TSX')
    .description(
      'Writes NCCOs as one TSX module, with a component for each; a single one is also the default export. Findings go to the standard error; the exit status is 1 if there is an error.',
    )
    .argument(...files)
    .addOption(
      new Option(
        '--ssml <style>',
        'exact: elements only where they reproduce the SSML exactly; elements: always',
      )
        .choices(['exact', 'elements'])
        .default('exact'),
    )
    .option('--mend', 'first write what the findings say, where that is beyond doubt')
    .addOption(formatOption())
    .action(async (named: string[], { format, ssml, mend }: ConvertFlags, command: Command) => {
      const reports = await checkFiles(inputs(named, command), process.stdin, { mend })
      if (hasErrors(reports)) process.exitCode = 1
      const flows = reports.flatMap(({ flow }) => flow ?? [])
      if (flows.length > 0) process.stdout.write(toTsxModule(flows, { ssml, exportDefault: true }))
      if (format === 'json' || mend || reports.some(({ issues }) => issues.length > 0)) {
        process.stderr.write(formatReports(reports, format))
      }
    })

  program
    .command('schema')
    .summary('prints the JSON Schema of NCCOs')
    .description('Prints the JSON Schema of NCCOs (draft 2020-12).')
    .action(async () => {
      process.stdout.write(await readFile(new URL('./ncco.schema.json', import.meta.url), 'utf8'))
    })

  addDial(program)
  addDev(program)
  addMap(program)
  addPlatform(program)
  for (const command of program.commands) {
    command.showHelpAfterError(`(ncco-jsx ${command.name()} --help lists its options)`)
  }
  return program
}

/** The files that were named, or the standard input. */
function inputs(named: readonly string[], command: Command): readonly string[] {
  if (named.length === 0 && process.stdin.isTTY) {
    command.error(`Name a file, or pipe JSON into it: ncco-jsx ${command.name()} flow.json`)
  }
  // The standard input can be read once.
  return named.length > 0 ? [...new Set(named)] : [standardInput]
}
