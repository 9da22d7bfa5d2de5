import { makeElement, type NccoElement, type NccoNode } from '../element/element'
import { type Context, createContext, useContext } from '../render/context'
import { directive, type Walk } from '../render/directive'
import { renderError } from '../render/render-error'
import { isSamePhrase } from '../speech/phrases'
import { dialogError } from './error'
import { assertProp, isKey } from './question-options'
import type { Key } from './question-props'
import { requireSession } from './session-context'

/** Props of {@link Choice}. */
export interface ChoiceProps {
  /** The key of the choice. */
  digit?: Key | undefined
  /** The phrases that a caller says for it. Case, accents and punctuation do not count, and a whole phrase goes before a part of one. */
  phrases?: readonly string[] | undefined
  /** The answer that `useAnswers` gives if the menu has a name. Absent: the digit, else the first phrase. */
  value?: string | undefined
  /** The flow that follows the choice. */
  children?: NccoNode
}

/** A choice of a menu, collected. */
export interface CollectedChoice {
  /** Its name in the trail. */
  readonly value: string
  readonly digit: Key | undefined
  readonly phrases: readonly string[]
  /** Puts what follows it, where the choice stands. */
  readonly put: () => void
}

// One for all copies of the package, so that the choices of one belong to the menus of another.
const key = Symbol.for('ncco-jsx.menu')

/** Collects the choices of the menu around; `undefined` outside of one, and inside a choice. */
function menuContext(): Context<CollectedChoice[] | undefined> {
  const shared = globalThis as { [key]?: Context<CollectedChoice[] | undefined> }
  shared[key] ??= createContext<CollectedChoice[] | undefined>(undefined)
  return shared[key]
}

/** Throws for what stands in a menu, but in none of its choices. */
export function assertOutsideMenu(element: string): void {
  if (useContext(menuContext())) throw dialogError('not-a-choice', { found: `<${element}>` })
}

/** Has choices collected below, or no more. */
export function insideMenu(
  choices: CollectedChoice[] | undefined,
  children: NccoNode,
): NccoElement {
  return makeElement(menuContext().Provider, { value: choices, children }, undefined)
}

/**
 * A choice of the `<Menu>` around it, by a key, by speech or both. What follows the choice stands inside it.
 *
 * @throws NccoError `misplaced-element`, `same-choice`, `nothing-to-hear`
 * @example
 * ```tsx
 * <Menu prompt="For sales, press 1 or say sales.">
 *   <Choice digit="1" phrases={['sales', 'buy']}><Sales /></Choice>
 * </Menu>
 * ```
 */
export const Choice = /* @__PURE__ */ directive<ChoiceProps>('Choice', (props, walk) => {
  requireSession('<Choice>')
  const choices = useContext(menuContext())
  if (!choices || !walk) {
    const detail = { element: 'Choice', owner: undefined, belongs: 'inside <Menu>' }
    throw renderError('misplaced-element', detail, { frame: walk?.frame })
  }
  const choice = toChoice(props, walk)
  for (const other of choices) assertApart(choice, other)
  choices.push(choice)
})

function toChoice(
  { digit, phrases = [], value, children }: ChoiceProps,
  walk: Walk,
): CollectedChoice {
  assertProp(digit === undefined || isKey(digit), 'Choice', 'digit', 'one key: 0 to 9, * or #')
  const key = value ?? digit ?? phrases[0]
  if (digit === undefined && phrases.length === 0) {
    throw dialogError('nothing-to-hear', { name: 'Choice', props: 'a digit, phrases or both' })
  }
  const put = () => walk.put(insideMenu(undefined, children))
  return { value: key as string, digit, phrases, put }
}

function assertApart(one: CollectedChoice, other: CollectedChoice): void {
  if (one.digit !== undefined && one.digit === other.digit) {
    throw dialogError('same-choice', { what: 'digit', value: one.digit })
  }
  const phrase = one.phrases.find((text) =>
    other.phrases.some((known) => isSamePhrase(text, known)),
  )
  if (phrase !== undefined) throw dialogError('same-choice', { what: 'phrase', value: phrase })
  if (one.value === other.value) {
    throw dialogError('same-choice', { what: 'value', value: one.value })
  }
}
