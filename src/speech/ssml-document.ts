import {
  innerSpeak,
  outside,
  type SsmlSyntaxError,
  unclosed,
  wrongClosing,
} from './ssml-syntax-errors'
import { readTokens, type SsmlToken } from './ssml-tokens'
import { isXmlSpace } from './xml-text'

/** An SSML tag with its attributes, in the order they were written. */
export interface SsmlNode {
  readonly name: string
  readonly attributes: Readonly<Record<string, string>>
  readonly children: (string | SsmlNode)[]
}

/** An SSML text as XML, or why it is not XML. */
export type SsmlDocument =
  | {
      readonly error: undefined
      readonly root: SsmlNode
      /** Every tag, in document order. */
      readonly nodes: readonly SsmlNode[]
    }
  | { readonly error: SsmlSyntaxError }

/** Whether a text reads as SSML: it starts with `<speak`. */
export function isSsml(text: string): boolean {
  return text.includes('<') && /^\s*<speak(?=[\s>/])/i.test(text)
}

/** Reads an SSML text as XML: one root, every tag closed, every attribute quoted. */
export function parseSsml(text: string): SsmlDocument {
  const nodes: SsmlNode[] = []
  const open: SsmlNode[] = []
  for (const token of readTokens(text)) {
    const error = addToken(token, nodes, open)
    if (error !== undefined) return { error }
  }
  const last = open[open.length - 1]
  if (last) return { error: unclosed(last, 'where it ends') }
  const [root] = nodes
  return root ? { error: undefined, root, nodes } : { error: outside('text') }
}

function addToken(
  token: SsmlToken,
  nodes: SsmlNode[],
  open: SsmlNode[],
): SsmlSyntaxError | undefined {
  const parent = open[open.length - 1]
  switch (token.kind) {
    case 'error':
      return token.error
    case 'text':
      if (parent) parent.children.push(token.text)
      else if (!isXmlSpace(token.text)) return outside('text')
      return undefined
    case 'close':
      if (parent?.name !== token.name) return wrongClosing(token.name, open)
      open.pop()
      return undefined
    case 'open': {
      if (!parent && nodes.length > 0) return outside('another tag')
      if (parent && token.name === 'speak') return innerSpeak
      const node: SsmlNode = { name: token.name, attributes: token.attributes, children: [] }
      parent?.children.push(node)
      nodes.push(node)
      if (!token.isEmpty) open.push(node)
      return undefined
    }
  }
}
