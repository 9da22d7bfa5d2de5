import { makeElement, type NccoNode } from '../element/element'
import type { Walk } from '../render/directive'
import { Dtmf } from '../vocabulary/dtmf'
import { Input } from '../vocabulary/input'
import { toActions } from './prompt'
import type { Listener, Question } from './question'
import type { Counts, Words } from './question-props'
import type { Session } from './session'
import type { OpenQuestion } from './trail'

/** The counts of a question, and the answer that is to be confirmed. */
export type QuestionState = Omit<OpenQuestion, 'id' | 'fingerprint'>

/** A question in one turn, with the walk that met it. */
export interface Posed {
  readonly question: Question
  readonly walk: Walk
  readonly session: Session
}

/** A question that was not answered in an earlier turn. */
export interface OpenPosed extends Posed {
  readonly listener: Listener
}

/** Says words and the prompt, and listens for the answer. Nothing follows. */
export function ask(
  posed: OpenPosed,
  state: QuestionState,
  before?: NccoNode | Promise<NccoNode>,
): void {
  const { question, listener, walk } = posed
  const words = [before, wordsFor(posed, question.props.prompt, state)]
  listen(posed, state, words, walk.run(listener.listensFor))
}

/** Says what was understood, and listens for `1`. */
export function askToConfirm(
  posed: OpenPosed,
  { refused, stray }: QuestionState,
  value: readonly [value: string, confidence?: string],
): void {
  const { question, listener, walk } = posed
  const words = walk.run(() => listener.confirm?.(value[0]))
  const state = {
    ...(refused !== undefined && { refused }),
    ...(stray !== undefined && { stray }),
    value,
  }
  const { timeOut } = question.props
  // Keys do not wait as long as speech may.
  const wait = timeOut === undefined ? {} : { timeOut: Math.min(10, timeOut) }
  listen(posed, state, [words], makeElement(Dtmf, { maxDigits: 1, ...wait }, undefined))
}

/** The words that a question has for these counts. */
export function wordsFor(
  { walk }: Posed,
  words: Words | undefined,
  { noInput = 0, noMatch = 0 }: QuestionState,
): NccoNode | Promise<NccoNode> {
  if (typeof words !== 'function') return words
  const counts: Counts = { attempt: noInput + noMatch + 1, noInput, noMatch }
  return walk.run(() => words(counts))
}

function listen(
  { question, listener, walk, session }: OpenPosed,
  state: QuestionState,
  words: readonly (NccoNode | Promise<NccoNode>)[],
  children: NccoNode,
): void {
  const { id, props } = question
  const owner = walk.frame.name
  const eventUrl = session.urlOf({ id, fingerprint: listener.fingerprint, ...state })
  // Nothing that follows runs.
  walk.stop()
  walk.put([
    ...words.map((one) => (one === undefined ? undefined : toActions(one, props, owner))),
    makeElement(Input, { eventUrl, children }, walk.frame.source),
  ])
}
