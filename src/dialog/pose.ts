import { makeElement } from '../element/element'
import type { Walk } from '../render/directive'
import { useKeys } from './keys'
import {
  ask,
  askToConfirm,
  type OpenPosed,
  type Posed,
  type QuestionState,
  wordsFor,
} from './listening'
import { isLoneTerminator, type Question, type Result, type Stray, type Verdict } from './question'
import type { Key } from './question-props'
import type { Session } from './session'
import { Stop } from './stop'
import type { Entry, Heard, OpenQuestion } from './trail'

const usualAttempts = 3
const mostRefusals = 2
const confirmingKey: Key = '1'

/** Asks a question, hears its answer, or goes on with what was answered in an earlier turn. */
export function pose(question: Question, walk: Walk, session: Session): void | Promise<void> {
  const answered = session.answerTo(question.id, walk.frame)
  if (answered && goOn({ question, walk, session }, answered)) return
  const listener = question.toListener()
  const { isLost, open, heard } = session.take(question.id, listener.fingerprint, walk.frame)
  const posed: OpenPosed = { question, listener, walk, session }
  // Everything before it was said before the question that was open.
  if (isLost || heard) walk.forget()
  if (!open || !heard) return ask(posed, {})
  return hear(posed, open, heard)
}

function hear(posed: OpenPosed, open: OpenQuestion, heard: Heard): void | Promise<void> {
  const { repeat } = posed.question.props
  if (isStray(posed, open, heard)) return passOver(posed, open)
  const key = keyAlone(posed, open, heard)
  if (key !== undefined) return leaveBy(posed, key)
  if (open.value) return hearConfirmation(posed, open, open.value, heard)
  if (repeat !== undefined && heard.dtmf?.digits === repeat) return ask(posed, countsIn(open))
  return hearAnswer(posed, open, heard)
}

function hearAnswer(posed: OpenPosed, open: OpenQuestion, heard: Heard): void | Promise<void> {
  const { understand, check } = posed.listener
  const result = understand(heard)
  if (result.kind !== 'match' || !check) return decide(posed, open, result)
  const verdict = posed.walk.run(() => check(result.value))
  if (!(verdict instanceof Promise)) return decide(posed, open, checked(result, verdict))
  return verdict.then((settled) => decide(posed, open, checked(result, settled)))
}

function decide(posed: OpenPosed, open: OpenQuestion, result: Result): void {
  const { props } = posed.question
  if (result.kind === 'match') {
    const { value, confidence } = result
    const answer = confidence === undefined ? ([value] as const) : ([value, confidence] as const)
    if (posed.listener.confirm) askToConfirm(posed, countsIn(open), answer)
    else goOn(posed, [posed.question.id, ...answer])
    return
  }
  const { noInput = 0, noMatch = 0 } = open
  if (noInput + noMatch + 1 >= (props.attempts ?? usualAttempts)) return giveUp(posed)
  if (result.kind === 'no-input') {
    const state = { ...countsIn(open), noInput: noInput + 1 }
    ask(posed, state, wordsFor(posed, props.noInput, state))
  } else {
    const state = { ...countsIn(open), noMatch: noMatch + 1 }
    ask(posed, state, result.says ?? wordsFor(posed, props.noMatch, state))
  }
}

/** A `1` takes the answer; whatever else comes gives it up, with the counts that belong to it. */
function hearConfirmation(
  posed: OpenPosed,
  { refused = 0 }: OpenQuestion,
  answer: readonly [value: string, confidence?: string],
  { dtmf }: Heard,
): void {
  if (dtmf?.digits === confirmingKey) goOn(posed, [posed.question.id, ...answer])
  else if (refused >= mostRefusals) giveUp(posed)
  else ask(posed, { refused: refused + 1 })
}

/** Goes on with an answer; `false` if it does not exist any more. */
function goOn(posed: Posed, entry: Entry): boolean {
  const { question, walk, session } = posed
  const put = toFollower(posed, entry)
  if (!put) return false
  session.add(entry, question)
  // Everything before it was said when the question was asked.
  walk.forget()
  put()
  return true
}

function toFollower({ question, walk }: Posed, entry: Entry): (() => void) | undefined {
  const [, value, detail] = entry
  if (value === undefined) return () => walk.put(question.props.otherwise)
  if (value !== 0) return question.follow(value, detail)
  const keys = walk.run(useKeys)
  if (detail === undefined || !Object.hasOwn(keys, detail)) return undefined
  return () => walk.put([keys[detail as Key], makeElement(Stop, {}, undefined)])
}

function giveUp(posed: Posed): void {
  goOn(posed, [posed.question.id])
}

function leaveBy(posed: Posed, key: Key): void {
  goOn(posed, [posed.question.id, 0, key])
}

function strayAfterLast({ last }: Session): Stray | undefined {
  return last && strayAfter(last.question, last.entry)
}

/** Which `#` may come after an answer: only keys have one. */
function strayAfter(question: Question, [, value, detail]: Entry): Stray | undefined {
  const isByKeys = typeof value === 'string' && detail === undefined
  return isByKeys ? question.strayAfter(value) : undefined
}

/** Whether `#` came that belongs to keys which were complete without it. It is passed over once. */
function isStray(posed: OpenPosed, open: OpenQuestion, heard: Heard): boolean {
  const { question, session } = posed
  const { stray, noInput, noMatch, refused, value } = open
  if (stray || noInput || noMatch || (refused && !value)) return false
  if (heard.dtmf?.digits !== '#' && !isLoneTerminator(heard)) return false
  const before = value ? strayAfter(question, [question.id, ...value]) : strayAfterLast(session)
  return before === 'terminator' || (before === 'habit' && !takesHash(posed, open))
}

/** Whether `#` has a meaning of its own at the open question, or at its confirmation. */
function takesHash({ question, listener, walk }: OpenPosed, { value }: OpenQuestion): boolean {
  if (Object.hasOwn(walk.run(useKeys), '#')) return true
  return value === undefined && (question.props.repeat === '#' || listener.takesKey('#'))
}

function passOver(posed: OpenPosed, open: OpenQuestion): void {
  const state = { ...countsIn(open), stray: 1 as const }
  if (open.value) askToConfirm(posed, state, open.value)
  else ask(posed, state)
}

/** The key that leaves the question: pressed by itself, and not taken by the question or its confirmation. */
function keyAlone(
  { question, listener, walk }: OpenPosed,
  { value }: OpenQuestion,
  { dtmf }: Heard,
): Key | undefined {
  const key = dtmf?.digits as Key | null | undefined
  if (!key || key === question.props.repeat) return undefined
  const isTaken = value ? key === confirmingKey : listener.takesKey(key)
  if (isTaken) return undefined
  return Object.hasOwn(walk.run(useKeys), key) ? key : undefined
}

function countsIn({ noInput, noMatch, refused }: OpenQuestion): QuestionState {
  return {
    ...(noInput !== undefined && { noInput }),
    ...(noMatch !== undefined && { noMatch }),
    ...(refused !== undefined && { refused }),
  }
}

function checked(result: Result, verdict: Verdict): Result {
  if (verdict === true) return result
  return { kind: 'no-match', ...(verdict !== false && { says: verdict }) }
}
