import { makeElement, type NccoNode } from '../element/element'
import { directive } from '../render/directive'
import type { ObjectNode, Rendered } from '../render/node'
import { settled } from '../render/node'
import { Talk } from '../vocabulary/talk'
import { dialogError } from './error'
import type { QuestionProps } from './question-props'

/**
 * The words of a question as actions: text and SSML in a `<Talk>`, beside the talks and streams that stand among them. What the words
 * are is known when their components have run, so they run inside a talk, and what is an action itself then leaves it.
 *
 * @param owner the component of the question
 */
export function toActions(
  words: NccoNode | Promise<NccoNode>,
  { bargeIn = true, language, style, premium }: QuestionProps,
  owner: string,
): NccoNode {
  const props = { bargeIn: bargeIn || undefined, language, style, premium, children: words }
  const spoken = makeElement(Talk, props, undefined)
  const isText = typeof words === 'string' && words !== ''
  return isText ? spoken : [spoken, makeElement(Unfold, { owner }, undefined)]
}

const Unfold = /* @__PURE__ */ directive<{ owner: string }>('Prompt', ({ owner }, walk) => {
  const talk = walk?.written.pop()
  if (walk && isObject(talk)) walk.written.push(...unfold(talk, owner))
})

function unfold(talk: ObjectNode, owner: string): Rendered[] {
  // Plain text, which was written at once.
  if (talk.drafted) return [talk]
  const unfolded: Rendered[] = []
  let text: Rendered[] = []
  const close = () => {
    if (text.length > 0) unfolded.push({ ...talk, children: text })
    text = []
  }
  for (const child of settled(talk.children)) {
    if (isObject(child) && child.definition.kind === 'action') {
      close()
      unfolded.push(interruptible(child, talk, owner))
    } else {
      text.push(child)
    }
  }
  close()
  return unfolded
}

/** A talk or a stream, which a key interrupts if the question says so and it does not say otherwise itself. */
function interruptible(
  action: ObjectNode,
  { props: { bargeIn } }: ObjectNode,
  owner: string,
): ObjectNode {
  if (bargeIn === undefined || action.props.bargeIn !== undefined) return action
  const { component } = action.definition
  if (component !== 'Talk' && component !== 'Stream') {
    throw dialogError('bad-question', {
      name: owner,
      prop: 'words',
      expected: `text, SSML, <Talk> and <Stream>, which a key can interrupt; they hold <${component}>`,
      instead: `Put <${component}> before or after the question, or set bargeIn={false}.`,
    })
  }
  return { ...action, props: { ...action.props, bargeIn } }
}

function isObject(node: Rendered | undefined): node is ObjectNode {
  return typeof node === 'object' && !Array.isArray(node) && node.kind === 'object'
}
