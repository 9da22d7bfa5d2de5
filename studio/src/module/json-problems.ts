import { brokenJson } from '../../../src/cli/broken-json'
import type { JsonReason } from '../child/messages'
import { problem } from '../problems'
import type { Problem } from '../protocol'

/**
 * Why a JSON file serves nothing.
 *
 * @param name the file as its user named it
 * @param file its path
 */
export function notReadable(reason: JsonReason, name: string, file: string): Problem {
  if (reason.kind === 'broken-json') {
    const { message, remedy, range } = brokenJson(reason.text)
    return problem('json-broken', `${name} cannot be read. ${message}`, remedy, {
      source: { file, ...(range?.start ?? { line: 1 }) },
    })
  }
  return problem(
    'json-without-ncco',
    `${name} has no NCCO, which is an array of actions in JSON.`,
    'Write the actions into an array: [{ "action": "talk", "text": "Hello" }].',
  )
}
