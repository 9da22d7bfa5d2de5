import { type DetailOf, error } from '../issues/message'
import { nccoError, nccoWarning } from '../issues/ncco-message'

/** How a text fails to be JSON. */
export type JsonFault =
  | { fault: 'empty' | 'not-utf-8' | 'control-character' | 'backslash' | 'more' | 'syntax' }
  | { fault: 'unclosed'; closing: string }
  | { fault: 'module'; file: string }

const notJson = 'This is not JSON, so the platform could not read it.'

/** Findings of the command about files. */
export const commandMessages = {
  /**
   * The file does not exist, is a folder, may not be read, is not UTF-8, or is larger than 64 MB.
   * @rule command
   */
  'unreadable-file': error(({ why, remedy }: { why: string; remedy: string }) => [
    `The file was not checked: ${why}.`,
    remedy,
  ]),
  /**
   * The text is not JSON; the place is where it stops being JSON.
   * @rule command
   * @platform refused, as any answer that is not JSON; unknown for a module, because no server sends one as its answer
   */
  'broken-json': nccoError(
    ({ fault }: JsonFault) => (fault === 'module' ? 'unknown' : 'refused'),
    (d: JsonFault) => {
      switch (d.fault) {
        case 'empty':
          return [
            'The file is empty, so there is no JSON in it.',
            'Write an array of actions: [{ "action": "talk", "text": "Hello" }].',
          ]
        case 'not-utf-8':
          return ['The text is not UTF-8, or holds null characters.', 'Save it as UTF-8.']
        case 'control-character':
          return [
            'This is not JSON, because a text in it holds a line break or another control character as it is.',
            'Write a line break in a text as \\n and a tab as \\t.',
          ]
        case 'backslash':
          return [
            notJson,
            'After a backslash write one of " \\ / b f n r t, or u and four hexadecimal digits.',
          ]
        case 'more':
          return [
            notJson,
            'Let nothing follow the array: another NCCO needs a file of its own, and JSON has no comments.',
          ]
        case 'module':
          return [
            'This is a module, and only NCCOs in JSON are read here.',
            `Name a JSON file. To check what the module renders, call it: npx ncco-jsx dial ${d.file}`,
          ]
        case 'unclosed':
          return [notJson, `Close what is open at the end: ${d.closing}`]
        case 'syntax':
          return [
            notJson,
            'Write names and texts in double quotes, a comma between entries and none after the last, and no comments.',
          ]
      }
    },
  ),
  /**
   * A key stands twice in one object; JSON keeps only the last, and so does `convert`.
   * @rule command
   * @platform unknown
   */
  'duplicate-key': nccoWarning('unknown', () => [
    'The key stands again later in the same object, and only the last one counts.',
    'Remove the one that is not meant.',
  ]),
}

/** Permanent name of a finding of the command; `docs/errors.md` has a section for each. */
export type CommandCode = keyof typeof commandMessages

/** The detail that its message needs. */
export type CommandDetail<C extends CommandCode> = DetailOf<(typeof commandMessages)[C]>
