import type { Command } from 'commander'
import { actList } from './act-list'
import { eventUrl, from, methodOption, noSign, sign, to } from './call-options'
import { type DialFlags, dialFromTerminal } from './dial'
import { nowOption } from './now-option'
import { printable } from './printable'
import { exportDescription, targetDescription } from './target'

/** Adds the command `dial`. */
export function addDial(program: Command): void {
  program
    .command('dial')
    .summary('calls an app, with the terminal as the phone')
    .description(
      'Calls an app, with the terminal as the phone of the caller. No call is made on the telephone network. The exit status is 1 if there is no NCCO, or if an act of a script cannot be done.',
    )
    .argument('[target]', targetDescription, 'http://localhost:3000/answer')
    .option(...from)
    .option(...to)
    .addOption(nowOption('the time at which the call begins, which the app sees'))
    .option('--export <name>', exportDescription)
    .option(...eventUrl)
    .addOption(methodOption())
    .option(...sign)
    .option(...noSign)
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
}
