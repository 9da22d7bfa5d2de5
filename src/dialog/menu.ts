import { makeElement, type NccoNode } from '../element/element'
import { directive, type Walk } from '../render/directive'
import type { Rendered } from '../render/node'
import { matchPhrases } from '../speech/phrases'
import { Dtmf } from '../vocabulary/dtmf'
import { assertOutsideMenu, type CollectedChoice, insideMenu } from './choice'
import { dialogError } from './error'
import { fingerprintOf } from './fingerprint'
import { useKeys } from './keys'
import { pose } from './pose'
import { type Result, resultOfNothing } from './question'
import { assertProp, assertQuestion } from './question-options'
import type { QuestionProps, QuestionSpeech } from './question-props'
import type { Session } from './session'
import { requireSession } from './session-context'
import { candidatesIn, listenForSpeech } from './speech'
import type { Heard } from './trail'

/** Props of {@link Menu}. */
export interface MenuProps extends QuestionProps {
  /** The name of its answer in `useAnswers`. Absent: the menu is known by its choices. */
  name?: string | undefined
  /** Settings of the recogniser, if a choice has phrases; those are its `context`. */
  speech?: Omit<QuestionSpeech, 'context'> | undefined
  /** `<Choice>` elements, also through components and fragments. */
  children?: NccoNode
}

/**
 * Asks which of its choices the caller wants. It listens for keys, speech or both, by what its choices have. What follows the menu stands
 * after it.
 *
 * @throws NccoError `dialog-not-served`, `dialog-without-secret`, `menu-without-choices`, `not-a-choice`, `same-question-name`, `bad-question`
 * @example
 * ```tsx
 * <Menu prompt="For sales, press 1. For support, press 2." noMatch="That is not one of the choices.">
 *   <Choice digit="1" phrases={['sales']}><Sales /></Choice>
 *   <Choice digit="2" phrases={['support', 'help']}><Support /></Choice>
 * </Menu>
 * ```
 */
export const Menu = /* @__PURE__ */ directive<MenuProps>('Menu', (props, walk) => {
  const session = requireSession('<Menu>')
  if (!walk) throw dialogError('dialog-not-served', { name: '<Menu>' })
  assertOutsideMenu('Menu')
  const choices: CollectedChoice[] = []
  const written = walk.written.length
  const decide = () => walk.run(() => poseMenu({ props, choices, walk, session, written }))
  walk.put(insideMenu(choices, [props.children, makeElement(Collected, { decide }, undefined)]))
})

/** Stands after the choices of a menu, to go on once all are known. */
const Collected = /* @__PURE__ */ directive<{ decide: () => void | Promise<void> }>(
  'Menu',
  ({ decide }) => decide(),
)

interface PosedMenu {
  readonly props: Readonly<MenuProps>
  readonly choices: readonly CollectedChoice[]
  readonly walk: Walk
  readonly session: Session
  /** How much was written before the menu. */
  readonly written: number
}

function poseMenu({ props, choices, walk, session, written }: PosedMenu): void | Promise<void> {
  const other = walk.written[written]
  if (other !== undefined) throw dialogError('not-a-choice', { found: nameOfRendered(other) })
  if (choices.length === 0) throw dialogError('menu-without-choices', {})
  const { name, repeat, timeOut, speech = {} } = props
  assertProp(
    name === undefined || (typeof name === 'string' && name !== ''),
    'Menu',
    'name',
    'a text',
  )
  const hasDigits = choices.some(({ digit }) => digit !== undefined)
  const phrases = choices.flatMap(({ phrases: own }) => own)
  const globalKeys = Object.keys(walk.run(useKeys))
  assertQuestion(props, 'Menu', {
    hasKeys: hasDigits,
    speech: phrases.length > 0 ? speech : undefined,
  })
  assertProp(
    repeat === undefined || choices.every(({ digit }) => digit !== repeat),
    'Menu',
    'repeat',
    'another key than those of its choices',
  )
  const offered = choices.map(({ value, digit = '', phrases: own }) => [value, digit, ...own])
  const fingerprint = fingerprintOf(JSON.stringify(['menu', offered, globalKeys]))
  const hasKeys = hasDigits || repeat !== undefined || globalKeys.length > 0
  const wait = timeOut === undefined ? {} : { timeOut: Math.min(10, timeOut) }
  return pose(
    {
      id: name === undefined ? session.unnamedId(fingerprint) : session.namedId(name),
      name,
      props,
      toListener: () => ({
        fingerprint,
        listensFor: () => [
          hasKeys && makeElement(Dtmf, { maxDigits: 1, ...wait }, undefined),
          phrases.length > 0 && listenForSpeech(speech, props, phrases),
        ],
        takesKey: (key) => choices.some(({ digit }) => digit === key),
        understand: (heard) => understand(heard, choices, speech),
      }),
      strayAfter: () => undefined,
      follow: (value) => choices.find((choice) => choice.value === value)?.put,
    },
    walk,
    session,
  )
}

/** The name of a rendered node, for messages. */
function nameOfRendered(node: Rendered): string {
  if (typeof node === 'object' && 'kind' in node) {
    if (node.kind === 'object') return `<${node.definition.component}>`
    if (node.kind === 'tag') return `<${node.name}>`
  }
  return 'Text'
}

function understand(
  heard: Heard,
  choices: readonly CollectedChoice[],
  speech: QuestionSpeech,
): Result {
  const pressed = heard.dtmf?.digits
  if (pressed) {
    const choice = choices.find(({ digit }) => digit === pressed)
    return choice ? { kind: 'match', value: choice.value } : { kind: 'no-match' }
  }
  const candidates = candidatesIn(heard, speech)
  const phrases = choices.map((choice) => choice.phrases)
  const index = matchPhrases(
    candidates.map(({ text }) => text),
    phrases,
  )
  const choice = index === undefined ? undefined : choices[index]
  if (!choice) return resultOfNothing(heard)
  const decisive = candidates.find(({ text }) => matchPhrases([text], phrases) === index)
  return { kind: 'match', value: choice.value, confidence: decisive?.confidence }
}
