import type { Command } from 'commander'
import {
  applicationId,
  eventUrl,
  fallbackUrl,
  methodOption,
  noSign,
  publicKey,
  to,
  toUrl,
} from './call-options'
import { type DevFlags, runDev } from './dev'
import { printable } from './printable'
import { targetDescription } from './target'

/** Adds the command `dev`. */
export function addDev(program: Command): void {
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
    .option(...to)
    .addOption(methodOption())
    .option(
      '--answer-path <path>',
      'for a module: the path of the answer URL (default: that of the app, or /answer)',
    )
    .option(...eventUrl)
    .option(...fallbackUrl)
    .option('--base-url <url>', 'the public address that the app writes into its links', toUrl)
    .option('--header <header>', 'a header of every webhook, such as "X-Tenant: 7"', collect)
    .option('--sip-header <header>', 'a header of a SIP call, such as "X-Account: 7"', collect)
    .option('--custom-data <json>', 'the custom data of a call from the Client SDK')
    .option(
      '--sign [variable]',
      'sign the webhooks with the secret in this variable (default: SIGNATURE_SECRET or VONAGE_SIGNATURE_SECRET, if one is set)',
    )
    .option(...noSign)
    // Node 20 takes --env-file for itself, wherever it stands.
    .option('--env <file>', 'the file with the variables of the project (default: .env)')
    .option(...applicationId)
    .option(...publicKey)
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
}

/** The values of an option that may stand several times. */
function collect(value: string, before: readonly string[] = []): readonly string[] {
  return [...before, value]
}
