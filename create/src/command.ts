import { Command, CommanderError, InvalidArgumentError } from 'commander'
import { nearest } from '../../src/issues/nearest'
import manifest from '../package.json'
import { askFor } from './ask'
import { type Choices, defaultChoices, flows, managers, servers } from './choices'
import { prepareFolder } from './folder'
import { nextCommands } from './manager-words'
import { olderNode } from './node-version'
import { Problem } from './problem'
import { makeProject } from './project'
import { writeProject } from './write'

interface Flags {
  readonly server?: Choices['server']
  readonly flow?: Choices['flow']
  readonly pm?: Choices['manager']
  readonly yes?: boolean
}

/** Runs the command, and sets the exit status: 1 if nothing was made. */
export async function runCommand(args: readonly string[] = process.argv.slice(2)): Promise<void> {
  try {
    const command = makeCommand().parse(args, { from: 'user' })
    refuseSwallowedFlags(process.env)
    const choices = await choose(command.args[0], command.opts<Flags>())
    if (!choices) {
      console.log('Nothing was made.')
      process.exitCode = 1
      return
    }
    const { path, name } = prepareFolder(choices.folder)
    writeProject(path, makeProject({ ...choices, name }))
    console.log(report(choices, path))
  } catch (error) {
    // commander has printed what it found.
    if (error instanceof CommanderError) process.exitCode = error.exitCode
    else if (error instanceof Problem) {
      console.error(error.message)
      process.exitCode = 1
    } else throw error
  }
}

function makeCommand(): Command {
  const { folder, server, flow, manager } = defaultChoices()
  return new Command('create-ncco-jsx')
    .description('Makes a project for a Vonage voice call in TSX. It asks for what no flag says.')
    .argument('[folder]', `the folder of the project, empty or new: ${folder} by default`)
    .option('--server <server>', `${list(servers)}: ${server} by default`, oneOf(servers))
    .option('--flow <flow>', `${list(flows)}: ${flow} by default`, oneOf(flows))
    .option('--pm <manager>', `${list(managers)}: ${manager} by default`, oneOf(managers))
    .option('-y, --yes', 'asks nothing, and takes the defaults')
    .version(manifest.version)
    .addHelpText(
      'after',
      '\nExample:\n  npm create ncco-jsx my-line -- --server hono --flow voicemail',
    )
    .configureOutput({ outputError: (text, write) => write(text.replace(/^error: /, '')) })
    .showHelpAfterError('  npm create ncco-jsx -- --help lists the flags.')
    .allowExcessArguments(false)
    .exitOverride()
}

function list(choices: object): string {
  return Object.keys(choices).join(', ')
}

/** Takes one of these names; names the nearest for any other. */
function oneOf<Name extends string>(choices: Readonly<Record<Name, object>>) {
  return (given: string): Name => {
    if (Object.hasOwn(choices, given)) return given as Name
    const close = nearest(given, Object.keys(choices))
    throw new InvalidArgumentError(close ? `Did you mean ${close}?` : `There are ${list(choices)}.`)
  }
}

/** npm takes flags without a `--` before them for its own, and hands on only their values. */
function refuseSwallowedFlags(env: NodeJS.ProcessEnv): void {
  const swallowed = ['server', 'flow', 'pm'].filter((flag) => env[`npm_config_${flag}`])
  if (swallowed.length === 0) return
  throw new Problem(
    `npm took --${swallowed.join(' and --')} for a flag of its own.`,
    'Write -- before the flags: npm create ncco-jsx my-line -- --server hono --flow voicemail',
  )
}

/** What to make; `undefined` if the questions were cancelled. */
async function choose(folder: string | undefined, flags: Flags): Promise<Choices | undefined> {
  const given = {
    ...(folder !== undefined && { folder }),
    ...(flags.server && { server: flags.server }),
    ...(flags.flow && { flow: flags.flow }),
    ...(flags.pm && { manager: flags.pm }),
  }
  const isComplete = folder !== undefined && flags.server && flags.flow
  if (flags.yes || isComplete) return { ...defaultChoices(), ...given }
  if (process.stdin.isTTY && process.stdout.isTTY) return askFor(given)
  throw new Problem(
    'There is no terminal to ask in.',
    [
      'Say everything in flags: npm create ncco-jsx my-line -- --server node --flow menu, or --yes for the defaults.',
      `Servers: ${list(servers)}.`,
      `Flows: ${list(flows)}.`,
      'The folder . is the one where you are: npm create ncco-jsx . -- --yes',
    ].join('\n  '),
  )
}

function report({ folder, server, flow, manager }: Choices, path: string): string {
  const what = `${flows[flow].label}, served by ${servers[server].label}`
  const commands = nextCommands(manager, folder).map((command) => `  ${command}`)
  const old = olderNode({ server, flow })
  return [
    `Made ${path}: ${what}.`,
    ...(old ? ['', old] : []),
    '',
    'Next:',
    '',
    ...commands,
    '',
  ].join('\n')
}
