import { readFile } from 'node:fs/promises'
import { Command, Option } from 'commander'
import { toTsxModule } from 'ncco-jsx/convert'
import { actList } from './act-list'
import { checkFiles } from './check-files'
import { type DevFlags, runDev } from './dev'
import { type DialFlags, dialFromTerminal } from './dial'
import { addMap } from './map-command'
import { nowOption } from './now-option'
import { addPlatform } from './platform-command'
import { printable } from './printable'
import { type Format, formatReports, hasErrors } from './report'
import { standardInput } from './source'
import { exportDescription, targetDescription } from './target'

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

  program
    .command('dial')
    .summary('calls an app, with the terminal as the phone')
    .description(
      'Calls an app, with the terminal as the phone of the caller. No call is made on the telephone network. The exit status is 1 if there is no NCCO, or if an act of a script cannot be done.',
    )
    .argument('[target]', targetDescription, 'http://localhost:3000/answer')
    .option('--from <number>', 'the calling number')
    .option('--to <number>', 'the number that is called')
    .addOption(nowOption('the time at which the call begins, which the app sees'))
    .option('--export <name>', exportDescription)
    .option('--event-url <url>', 'the event URL of the application, or its path')
    .addOption(
      new Option('--method <method>', 'the method of the answer webhook').choices(['GET', 'POST']),
    )
    .option('--sign', 'sign the webhooks with SIGNATURE_SECRET (default: if it is set)')
    .option('--no-sign', 'do not sign the webhooks')
    .option(
      '--script <acts>',
      'do these acts, such as "press 1; say sales; leg 1 answer", then hang up',
    )
    .option(
      '--json',
      'print a line of JSON after each act; without --script, acts are read line by line',
    )
    .addHelpText('after', `\n${actList}`)
    .action(async (target: string, flags: DialFlags) => {
      const problem = await dialFromTerminal(target, flags)
      if (problem !== undefined) process.exitCode = 1
      // The module may keep the process alive, for example with a server.
      process.stderr.write(problem ? `${printable(problem)}\n` : '', () => process.exit())
    })

  program
    .command('dev')
    .summary('runs the studio: a phone in the browser')
    .description(
      'Runs the studio beside an app: a phone in the browser, the transcript, the NCCO and the webhooks of the call. It is the package ncco-jsx-studio.',
    )
    .argument('<target>', targetDescription)
    .option('--port <port>', 'the port of the page (default: 4400, or the next one that is free)')
    .option('--host <address>', 'also let other machines connect, with a token in the URL')
    .option('--from <number>', 'the calling number; none: it is withheld')
    .option('--to <number>', 'the number that is called')
    .addOption(
      new Option('--method <method>', 'the method of the answer webhook').choices(['GET', 'POST']),
    )
    .option(
      '--answer-path <path>',
      'the path of the answer URL of a module (default: that of the app, or /answer)',
    )
    .option('--event-url <url>', 'the event URL of the application, or its path')
    .option('--fallback-url <url>', 'the fallback URL of the application, or its path')
    .option('--base-url <url>', 'the public address that the app writes into its links')
    .option('--header <header>', 'a header of every webhook, such as "X-Tenant: 7"', collect)
    .option('--sip-header <header>', 'a header of a SIP call, such as "X-Account: 7"', collect)
    .option('--custom-data <json>', 'the custom data of a call from the Client SDK')
    .option(
      '--sign [variable]',
      'sign the webhooks with the secret in this variable (default: SIGNATURE_SECRET, if it is set)',
    )
    .option('--no-sign', 'do not sign the webhooks')
    .option('--env-file <file>', 'the file with the variables of the project (default: .env)')
    .option('--application-id <id>', 'the application that may use the REST side')
    .option('--public-key <file>', 'its public key in PEM, or its private.key')
    .option(
      '--now, --at <time>',
      'the time that a call begins at, which the app sees: 18:30, or ISO 8601',
    )
    .option(
      '--watch <path>',
      'for a server: load the call anew when this file or folder changes',
      collect,
    )
    .action(async (target: string, flags: DevFlags) => {
      const problem = await runDev(target, flags)
      if (problem === undefined) return
      process.exitCode = 1
      process.stderr.write(`${printable(problem)}\n`)
    })

  addMap(program)
  addPlatform(program)
  for (const command of program.commands) {
    command.showHelpAfterError(`(ncco-jsx ${command.name()} --help lists its options)`)
  }
  return program
}

/** The values of an option that may stand several times. */
function collect(value: string, before: readonly string[] = []): readonly string[] {
  return [...before, value]
}

/** The files that were named, or the standard input. */
function inputs(named: readonly string[], command: Command): readonly string[] {
  if (named.length === 0 && process.stdin.isTTY) {
    command.error(`Name a file, or pipe JSON into it: ncco-jsx ${command.name()} flow.json`)
  }
  // The standard input can be read once.
  return named.length > 0 ? [...new Set(named)] : [standardInput]
}
