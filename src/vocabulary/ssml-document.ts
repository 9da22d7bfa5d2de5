import { clipped } from '../issues/words'
import { readTokens, type SsmlToken } from './ssml-tokens'

/** An SSML tag with its attributes, in the order they were written. */
export interface SsmlNode {
  readonly name: string
  readonly attributes: Readonly<Record<string, string>>
  readonly children: (string | SsmlNode)[]
}

/** An SSML text as XML, or why it is none. */
export type SsmlDocument =
  | {
      readonly fault: undefined
      readonly root: SsmlNode
      /** Every tag, in document order. */
      readonly nodes: readonly SsmlNode[]
    }
  | { readonly fault: string }

/** Whether a text reads as SSML: it starts with `<speak`. */
export function isSsml(text: string): boolean {
  return /^\s*<speak(?=[\s>/])/i.test(text)
}

/** Reads an SSML text as XML: one root, every tag closed, every attribute quoted. */
export function parseSsml(text: string): SsmlDocument {
  const nodes: SsmlNode[] = []
  const open: SsmlNode[] = []
  for (const token of readTokens(text)) {
    const fault = addToken(token, nodes, open)
    if (fault !== undefined) return { fault }
  }
  const unclosed = open[open.length - 1]
  if (unclosed) return { fault: `<${clipped(unclosed.name)}> is not closed` }
  const [root] = nodes
  return root ? { fault: undefined, root, nodes } : { fault: 'it has no root' }
}

function addToken(token: SsmlToken, nodes: SsmlNode[], open: SsmlNode[]): string | undefined {
  const parent = open[open.length - 1]
  switch (token.kind) {
    case 'fault':
      return token.fault
    case 'text':
      if (parent) parent.children.push(token.text)
      else if (token.text.trim() !== '') return 'there is text outside <speak>'
      return undefined
    case 'close':
      if (parent?.name !== token.name) return `</${clipped(token.name)}> closes no tag`
      open.pop()
      return undefined
    case 'open': {
      if (!parent && nodes.length > 0) return 'there is more than one root'
      if (parent && token.name === 'speak') return 'there is a <speak> inside another tag'
      const node: SsmlNode = { name: token.name, attributes: token.attributes, children: [] }
      parent?.children.push(node)
      nodes.push(node)
      if (!token.isEmpty) open.push(node)
      return undefined
    }
  }
}
