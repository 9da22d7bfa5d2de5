import { type FileIssue, fileIssue } from '../../src/cli/file-issue'
import { parseJson } from '../../src/cli/json-text'
import type { CommandCode } from '../../src/cli/messages'
import type { FileReport } from '../../src/cli/report'

/** The smallest file that causes each finding of the command, and what is found in it, for docs/errors.md. */
export const commandSamples: { readonly [C in CommandCode]: FileReport } = {
  'unreadable-file': {
    file: 'flwo.json',
    issues: [
      fileIssue('unreadable-file', {
        why: 'it does not exist',
        remedy: 'Check the spelling, and the folder that you are in.',
      }),
    ],
  },
  'broken-json': reportOf('[\n  { "action": "talk", "text": "Hello"\n'),
  'duplicate-key': reportOf(
    '[\n  { "action": "talk", "text": "Hello", "loop": 1, "loop": 2 }\n]\n',
  ),
}

function reportOf(text: string): FileReport {
  const json = parseJson(text)
  const issues: readonly FileIssue[] = 'code' in json ? [json] : json.issues
  return { file: 'flow.json', text, issues }
}
