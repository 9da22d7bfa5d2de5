import { nccoError as error, nccoWarning as warning } from '../ncco-message'
import { option } from '../words'

/** The detail of every message here. Each number in a detail is the index of an action. */
export interface OfAction {
  index: number
}

/** Findings about the order of actions. */
export const sequenceMessages = {
  /**
   * With barge-in the caller may interrupt the prompt; something must listen for what they press or say. The next action that is neither talk nor stream must be input.
   * @rule
   * @platform refused: it ends with an error event (Nexmo/nexmo-developer#1662)
   */
  'barge-in-without-input': error(
    'refused',
    ({ index, next }: OfAction & { next: number | undefined }, words) => [
      `${words.either('bargeIn on ', '"bargeIn" of ')}${words.action(index)} lets the caller interrupt it, so ${words.either('<Input>', 'input')} must follow, but ${next === undefined ? 'nothing' : words.action(next)} comes next.`,
      `Put ${words.either('<Input>', 'an input action')} ${next === undefined ? 'after it' : 'between the two'}, or remove ${words.name(option('bargeIn'))}.`,
    ],
  ),
  /**
   * Once barge-in is on, it stays on until an input is reached; switching it off before that has no effect.
   * @rule R-21
   * @platform tolerated: the platform ignores the false, as the reference says
   */
  'barge-in-sticks': warning(
    'tolerated',
    ({ index, since }: OfAction & { since: number }, words) => [
      `The caller can interrupt ${words.action(index)} in spite of ${words.setting(option('bargeIn'), false)}: ${words.name(option('bargeIn'))} of ${words.action(since)} holds until the next ${words.either('<Input>', 'input')}.`,
      `Put ${words.action(index)} first, or remove its ${words.setting(option('bargeIn'), false)}.`,
    ],
  ),
  /**
   * `loop: 0` repeats for ever; without barge-in nothing after it runs.
   * @rule R-26
   * @platform tolerated: legal JSON whose later actions never run, or run later than expected
   */
  'endless-loop': warning('tolerated', ({ index, next }: OfAction & { next: number }, words) => [
    `${words.action(index)} repeats for ever, so ${words.action(next)} never runs.`,
    `Give ${words.name(option('loop'))} a number above 0, remove what comes after, or switch ${words.name(option('bargeIn'))} on and let ${words.either('<Input>', 'an input action')} follow.`,
  ]),
  /**
   * Without an end condition record does not hold the call. As the last action it ends the call by the reference; a support article says that the call lasts until the caller hangs up.
   * @rule R-04
   * @platform tolerated: legal JSON whose later actions never run, or run later than expected
   */
  'record-without-end': warning('tolerated', ({ index }: OfAction, words) => [
    `${words.action(index)} is the last action and has no end condition. By the reference the call then ends before anything is recorded; a support article says that it lasts until the caller hangs up.`,
    'Give it endOnSilence, endOnKey or timeOut, or put an action after it that holds the call.',
  ]),
  /**
   * conversation holds the call until the caller leaves or the conference ends; normally the caller is gone by then.
   * @rule R-06
   * @platform tolerated: legal JSON whose later actions never run, or run later than expected
   */
  'after-conversation': warning(
    'tolerated',
    ({ index, before }: OfAction & { before: number }, words) => [
      `${words.action(index)} comes after ${words.action(before)}, which most callers leave by hanging up.`,
      `Remove it, put it before ${words.either('<Conversation>', 'the conversation')}, or keep it for callers who are still there when the conversation ends.`,
    ],
  ),
  /**
   * transfer moves every leg to another conversation and ends this NCCO.
   * @rule R-08
   * @platform tolerated: legal JSON whose later actions never run, or run later than expected
   */
  'after-transfer': error(
    'tolerated',
    ({ index, before }: OfAction & { before: number }, words) => [
      `${words.action(index)} never runs, because ${words.action(before)} before it ends this NCCO.`,
      `Put it before ${words.either('<Transfer>', 'the transfer')}, or remove it.`,
    ],
  ),
  /**
   * Only in strict mode. The NCCO that answers the input webhook replaces this one, so what follows input runs only if that webhook gives none.
   * @rule R-09
   * @platform tolerated: legal JSON whose later actions never run, or run later than expected
   */
  'after-input': warning('tolerated', ({ index, before }: OfAction & { before: number }, words) => [
    `${words.action(index)} runs only if the webhook of ${words.action(before)} gives no NCCO.`,
    'Put it into the NCCO that answers the webhook, or keep it as a safety net and check without strict.',
  ]),
}
