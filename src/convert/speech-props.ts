import { makeElement, type NccoElement } from '../element/element'
import type { Issue } from '../issues/issue'
import type { IssueCode } from '../issues/messages'
import { NccoError } from '../issues/ncco-error'
import { render } from '../render/render'
import { isSsml, parseSsml, type SsmlNode } from '../speech/ssml-document'
import { Talk } from '../vocabulary/talk'

/**
 * When SSML becomes elements: only if they render to the very same text, or whenever they say the same,
 * with quotes, spaces inside tags and entities written the way `render` writes them.
 */
export type SsmlStyle = 'exact' | 'elements'

// Far more than one talk holds in 1,500 characters of speech, far less than fills the stack.
const mostTags = 1000

type Spoken = string | NccoElement

/** The props of a talk that says this text; `undefined` if none can. */
export function toSpeechProps(text: string, style: SsmlStyle): Record<string, unknown> | undefined {
  const elements = isSsml(text) ? toSpoken(text) : [text]
  const candidates = [...(elements ? [{ children: elements }] : []), { ssml: text }]
  return candidates.find((props) => {
    const spoken = speak(props)
    return spoken === text || (style === 'elements' && spoken !== undefined && isSame(spoken, text))
  })
}

/** SSML with these stays a string: elements that the compiler refuses, and text between them that looks like tags. */
const asString: readonly IssueCode[] = ['ssml-undocumented', 'ssml-as-text']

/** The text that a talk with these props says; `undefined` if it is refused, or better written as a string of SSML. */
function speak(props: object): string | undefined {
  let isFit = true
  const onWarning = ({ code }: Issue) => {
    if ('children' in props && asString.includes(code)) isFit = false
  }
  try {
    const [talk] = render(makeElement(Talk, props, undefined), { onWarning })
    return isFit ? (talk?.text as string) : undefined
  } catch (error) {
    if (error instanceof NccoError) return undefined
    throw error
  }
}

function isSame(one: string, other: string): boolean {
  const [a, b] = [parseSsml(one), parseSsml(other)]
  if (a.error !== undefined || b.error !== undefined) return false
  return JSON.stringify(toMerged(a.root)) === JSON.stringify(toMerged(b.root))
}

function toMerged({ name, attributes, children }: SsmlNode): unknown {
  const inside = mergeTexts(children).map((child) =>
    typeof child === 'string' ? child : toMerged(child),
  )
  return [name, Object.entries(attributes), inside]
}

/** The children of a talk that says this document; without `<speak>` where that is added by itself. */
function toSpoken(text: string): Spoken[] | undefined {
  const document = parseSsml(text)
  if (document.error !== undefined || document.nodes.length > mostTags) return undefined
  const root = toTag(document.root)
  const { children, ...attributes } = root.props
  const hasTag = Array.isArray(children) && children.some((child) => typeof child === 'object')
  return hasTag && Object.keys(attributes).length === 0 ? children : [root]
}

function toTag({ name, attributes, children }: SsmlNode): NccoElement {
  const props: Record<string, unknown> = {}
  for (const [attribute, value] of Object.entries(attributes)) {
    // Not every compiler takes a namespace.
    props[attribute === 'xml:lang' ? 'xmlLang' : attribute] = value
  }
  const inside = mergeTexts(children).map((child) =>
    typeof child === 'string' ? child : toTag(child),
  )
  return makeElement(name, inside.length > 0 ? { ...props, children: inside } : props, undefined)
}

/** The children with texts that stand side by side as one, as JSX has them. */
function mergeTexts(children: SsmlNode['children']): SsmlNode['children'] {
  const merged: SsmlNode['children'] = []
  for (const child of children) {
    const last = merged.at(-1)
    if (typeof child === 'string' && typeof last === 'string')
      merged[merged.length - 1] = last + child
    else merged.push(child)
  }
  return merged
}
