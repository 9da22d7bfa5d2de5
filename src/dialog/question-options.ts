import { dialogError } from './error'
import type { QuestionProps, QuestionSpeech } from './question-props'

/** A prop of a question that the compiler checks, for those who write without it. */
export function assertProp(
  isRight: boolean,
  name: string,
  prop: string,
  expected: string,
  instead?: string,
): asserts isRight {
  if (!isRight) throw dialogError('bad-question', { name, prop, expected, instead })
}

const keys = /^[0-9*#]$/

export function isKey(value: unknown): boolean {
  return typeof value === 'string' && keys.test(value)
}

/** Throws for values of shared props that make no sense, or that the platform does not take. */
export function assertQuestion(
  { prompt, attempts, repeat, timeOut }: QuestionProps,
  element: string,
  { hasKeys, speech }: { readonly hasKeys: boolean; readonly speech: QuestionSpeech | undefined },
): void {
  const isSaid =
    prompt !== undefined && prompt !== null && prompt !== '' && typeof prompt !== 'boolean'
  assertProp(
    isSaid,
    element,
    'prompt',
    'the words of the question, which are missing',
    `Write prompt="Please key in your PIN." in <${element}>, with your own words.`,
  )
  const isCount = attempts === undefined || (Number.isInteger(attempts) && attempts > 0)
  assertProp(isCount, element, 'attempts', 'a whole number above 0')
  assertProp(repeat === undefined || isKey(repeat), element, 'repeat', 'a key: 0 to 9, * or #')
  const { confidence = 0 } = speech ?? {}
  assertProp(
    confidence >= 0 && confidence <= 1,
    element,
    'confidence',
    'a number from 0 to 1',
    'Correct the confidence in speech, or leave it out.',
  )
  if (timeOut === undefined) return
  const [least, most] = timesFor(hasKeys, speech !== undefined)
  const isInRange = typeof timeOut === 'number' && timeOut >= least && timeOut <= most
  assertProp(
    isInRange && (!hasKeys || Number.isInteger(timeOut)),
    element,
    'timeOut',
    `${hasKeys ? 'a whole number of ' : ''}seconds from ${least} to ${most}`,
    Number(timeOut) > most
      ? `The platform waits no longer for ${hasKeys ? 'a key' : 'speech'}. For more time, ask more often: raise attempts, and let noInput say so.`
      : undefined,
  )
}

/** The seconds that the platform takes, from the least to the most. */
function timesFor(hasKeys: boolean, hasSpeech: boolean): readonly [number, number] {
  if (!hasKeys) return [1, 60]
  return hasSpeech ? [1, 10] : [0, 10]
}
