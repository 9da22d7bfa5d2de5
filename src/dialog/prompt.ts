import { makeElement, type NccoNode } from '../element/element'
import { directive } from '../render/directive'
import type { ObjectNode, Rendered } from '../render/node'
import { settled } from '../render/node'
import { Talk } from '../vocabulary/talk'
import type { QuestionProps } from './question-props'

/**
 * The words of a question as actions: text and SSML in a `<Talk>`, beside the talks and streams that stand among them. What the words
 * are is known when their components have run, so they run inside a talk, and what is an action itself then leaves it.
 */
export function toActions(
  words: NccoNode | Promise<NccoNode>,
  { bargeIn = true, language, style, premium }: QuestionProps,
): NccoNode {
  const props = { bargeIn: bargeIn || undefined, language, style, premium, children: words }
  const spoken = makeElement(Talk, props, undefined)
  const isText = typeof words === 'string' && words !== ''
  return isText ? spoken : [spoken, makeElement(Unfold, {}, undefined)]
}

const Unfold = /* @__PURE__ */ directive<object>('Prompt', (_, walk) => {
  const talk = walk?.written.pop()
  if (walk && isObject(talk)) walk.written.push(...unfold(talk))
})

function unfold(talk: ObjectNode): Rendered[] {
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
      unfolded.push(interruptible(child, talk))
    } else {
      text.push(child)
    }
  }
  close()
  return unfolded
}

/** A talk or a stream, which a key interrupts if the question says so and it does not say otherwise itself. */
function interruptible(action: ObjectNode, { props: { bargeIn } }: ObjectNode): ObjectNode {
  if (bargeIn === undefined || action.props.bargeIn !== undefined) return action
  return { ...action, props: { ...action.props, bargeIn } }
}

function isObject(node: Rendered | undefined): node is ObjectNode {
  return typeof node === 'object' && !Array.isArray(node) && node.kind === 'object'
}
