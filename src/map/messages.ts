import type { Issue } from '../issues/issue'
import { type DetailOf, error, warning } from '../issues/message'
import { choice, clipped, shownPointer } from '../issues/words'

/** Findings of a map. */
export const mapMessages = {
  /**
   * The call ends because of an error: no NCCO, a refused one, a webhook that failed, or a circle without a pause.
   * @rule map
   */
  'ends-in-error': error(({ why }: { why: string }) => [
    `The call ends because of an error: ${why}.`,
    'Dial the app and play the script; the transcript says more. Answer every webhook with status 200 and an NCCO.',
  ]),
  /**
   * The call ends without a word after what the caller did last. A call in which two have talked may end so.
   * @rule map
   */
  'ends-in-silence': warning(() => [
    'The call ends, and the caller hears nothing since the last act.',
    'Say what happened, and goodbye.',
  ]),
  /**
   * No act leads from here to an end, to a person or to a conversation.
   * @rule map
   */
  'no-way-out': error(({ states }: { states: number }) => [
    states === 0
      ? 'The call goes on by itself, and never ends or asks the caller anything.'
      : `Only hanging up leaves this loop of ${states === 1 ? 'one state' : `${states} states`}.`,
    'Give up after some attempts: say goodbye, or connect the caller to a person.',
  ]),
  /**
   * The words offer a key, and pressing it does the same as a wrong key.
   * @rule map
   */
  'offered-key-refused': error(({ keys }: { keys: readonly string[] }) => [
    `The words offer ${named(keys)}, which ${keys.length === 1 ? 'is' : 'are'} treated like a wrong key.`,
    'Handle the key, or do not offer it.',
  ]),
  /**
   * The words do not offer a key, and pressing it does the same as a key that they offer. `0` may lead to a person without being offered.
   * @rule map
   */
  'wrong-key-accepted': warning(
    ({ keys, like }: { keys: readonly string[]; like: readonly string[] }) => [
      `The words do not offer ${named(keys)}, which ${keys.length === 1 ? 'does' : 'do'} the same as ${named(like)}.`,
      'Ask again after a key that is not offered.',
    ],
  ),
  /**
   * No webhook arrived at a path that the app has, or that an NCCO names.
   * @rule map
   */
  'hook-never-reached': warning(({ path }: { path: string }) => [
    `No call reached ${path}.`,
    'Link it from the flow, or remove it. If the own calls of the app begin there, such as a reminder, map the URL that app.link(hook(params)) gives, at the running server: npx ncco-jsx map <url>.',
  ]),
  /**
   * A menu offers more than five keys: callers do not remember more.
   * @rule map
   */
  'too-many-choices': warning(({ count }: { count: number }) => [
    `The menu has ${count} choices, more than the 5 that callers remember.`,
    'Put the choices that are used most first, and the others into a menu of their own.',
  ]),
  /**
   * A menu stands behind three others: each level loses callers.
   * @rule map
   */
  'menu-too-deep': warning(({ depth }: { depth: number }) => [
    `This is menu number ${depth} on the shortest way; after the third callers hang up.`,
    'Join menus, or ask first for what callers want most.',
  ]),
  /**
   * No act leads from this question to a person: to a phone, a user of an app, an extension, a SIP address, or a conversation.
   * @rule map
   */
  'no-way-to-a-person': warning(() => [
    'No way leads from here to a person.',
    'Connect the caller to a person after some attempts, or at the key 0.',
  ]),
  /**
   * More than 10 s pass before the caller can choose. Words that can be interrupted count up to the first key that they offer.
   * @rule map
   */
  'long-prompt': warning(({ seconds }: { seconds: number }) => [
    `The caller listens for ${seconds} s before the first choice; after 10 s attention is lost.`,
    'Shorten the words, or let them be interrupted with bargeIn, the choices first.',
  ]),
  /**
   * `check` finds something in an NCCO of the call.
   * @rule map
   */
  'ncco-with-findings': warning(({ issues }: { issues: readonly NccoIssue[] }) => [
    `The NCCO has ${issues.length === 1 ? 'a finding' : `${issues.length} findings`}: ${listed(issues)}`,
    'Look each code up in docs/errors.md, or run npx ncco-jsx check on the NCCO of the state.',
  ]),
  /**
   * A webhook took longer than a second of real time, twice in the same call. Vonage gives up on an answer webhook after 5 s.
   * @rule map
   */
  'slow-webhook': warning(({ path }: { path: string }) => [
    `${path} takes longer than 1 s to answer, and the caller hears nothing meanwhile.`,
    'Answer first with words or audio, and look up what takes long in the next webhook.',
  ]),
}

type NccoIssue = Pick<Issue, 'code' | 'message' | 'path'>

/** The first findings with their places, in a line. */
function listed(issues: readonly NccoIssue[]): string {
  const most = 3
  const first = issues.slice(0, most).map(({ code, message, path }) => {
    return `${code}: ${clipped(message, 200)}${path === '' ? '' : ` (at ${shownPointer(path)})`}`
  })
  const more = issues.length > most ? [`… and ${issues.length - most} more.`] : []
  return [...first, ...more].join(' ')
}

function named(keys: readonly string[]): string {
  return `${keys.length === 1 ? 'the key' : 'the keys'} ${choice(keys).replace(' or ', ' and ')}`
}

/** Permanent name of a finding of a map; `docs/errors.md` has a section for each. */
export type FindingCode = keyof typeof mapMessages

/** The detail that its message needs. */
export type FindingDetail<C extends FindingCode> = DetailOf<(typeof mapMessages)[C]>

/** The codes of the findings of a map. */
export const findingCodes = /* @__PURE__ */ Object.keys(mapMessages) as readonly FindingCode[]
