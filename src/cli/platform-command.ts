import { type Command, InvalidArgumentError, Option } from 'commander'
import { SimulatorError } from 'ncco-jsx/simulate'
import {
  applicationId,
  eventUrl,
  fallbackUrl,
  methodOption,
  noSign,
  publicKey,
  sign,
  toUrl,
  toUrlOrPath,
} from './call-options'
import { runPlatform } from './platform'
import type { PlatformFlags } from './platform-settings'
import { printable } from './printable'
import { Problem } from './problem'

/** Adds the command `platform`. */
export function addPlatform(program: Command): void {
  program
    .command('platform')
    .summary('runs the platform as a process, for an app in any language')
    .description(
      'Runs the platform as a process, with the wall clock: it calls an app, and answers its REST requests. No call is made on the telephone network. The exit status is 1 if it cannot start.',
    )
    .option(
      '--answer-url <url>',
      'the answer URL of the app',
      toUrl,
      'http://localhost:3000/answer',
    )
    .addOption(methodOption())
    .option(...eventUrl)
    .option(...fallbackUrl)
    .option('--rtc-url <url>', 'the RTC event URL of the application, or its path', toUrlOrPath)
    .option(
      '--base-url <url>',
      'the public base of the app; webhooks below it go to the answer URL',
      toUrl,
    )
    .option(...applicationId)
    .option(...publicKey)
    .option(...sign)
    .option(...noSign)
    .option('--port <port>', 'the port of the platform', toPort, 4000)
    .option('--host <address>', 'the address to listen at', '127.0.0.1')
    .option('--tls', 'speak https, with a certificate that is made')
    .option('--tls-cert <file>', 'speak https, with this certificate in PEM')
    .option('--tls-key <file>', 'the key of --tls-cert')
    .option('--no-limits', 'accept any number of REST requests a second')
    .addOption(
      new Option('--early <answer>', 'the answer to changes of a call in its first two seconds')
        .choices(['refuses', 'accepts'])
        .default('refuses'),
    )
    .option('--wait <seconds>', 'how long the app may take to start', toSeconds, 5)
    .action(async (flags: PlatformFlags) => {
      try {
        await runPlatform(flags)
        process.exit()
      } catch (error) {
        if (!(error instanceof Problem || error instanceof SimulatorError)) throw error
        process.stderr.write(`${printable(error.message)}\n`, () => process.exit(1))
      }
    })
}

function toPort(text: string): number {
  const port = Number(text)
  if (Number.isInteger(port) && port >= 0 && port <= 65_535) return port
  throw new InvalidArgumentError('Write a number from 0 to 65535; 0 takes any free port.')
}

function toSeconds(text: string): number {
  const seconds = Number(text)
  if (seconds >= 0 && seconds <= 3600) return seconds
  throw new InvalidArgumentError('Write a number of seconds from 0 to 3600.')
}
