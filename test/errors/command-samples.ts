import type { CommandCode, CommandDetail } from '../../src/cli/messages'

/** A detail for each finding of the command, for the messages in docs/errors.md. */
export const commandSamples: { readonly [C in CommandCode]: CommandDetail<C> } = {
  'unreadable-file': {
    why: 'it does not exist',
    remedy: 'Check the spelling, and the folder that you are in.',
  },
  'broken-json': { fault: 'unclosed', closing: '}]' },
  'duplicate-key': {},
}
