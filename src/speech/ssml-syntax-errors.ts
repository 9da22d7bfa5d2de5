import { nearest } from '../issues/nearest'
import { clipped } from '../issues/words'
import { ssmlTags } from './ssml'
import { withoutEntities } from './xml-text'

/** The reason why a text is not XML, and the remedy. */
export interface SsmlSyntaxError {
  readonly why: string
  readonly remedy?: string
  /** The entity to write for a character that XML does not take as it is, if that is the remedy. */
  readonly entity?: string
}

export const openCdata: SsmlSyntaxError = {
  why: 'a CDATA section is not closed',
  remedy: 'End it with ]]>.',
}

export const strayCdataEnd: SsmlSyntaxError = {
  why: 'it holds ]]> outside a CDATA section',
  entity: ']]&gt;',
}

export const openComment: SsmlSyntaxError = {
  why: 'a comment is not closed',
  remedy: 'End it with -->.',
}

export const dashesInComment: SsmlSyntaxError = {
  why: 'a comment holds --',
  remedy: 'Write single dashes in it.',
}

export const innerSpeak: SsmlSyntaxError = {
  why: 'there is another <speak> inside it',
  remedy: 'Keep the outer one.',
}

export function attributeTwice(name: string): SsmlSyntaxError {
  return { why: `<${clipped(name)}> has an attribute twice`, remedy: 'Keep one of them.' }
}

/** An `&` that does not start an entity that XML knows. */
export function badEntity(text: string, where: string): SsmlSyntaxError {
  const [found, name] = /&(\w+;)?/.exec(withoutEntities(text)) ?? []
  if (found === undefined) {
    return { why: `${where} holds an &#…; that stands for no character`, remedy: 'Remove it.' }
  }
  if (name === undefined) {
    return { why: `${where} holds an & that starts no entity`, entity: '&amp;' }
  }
  return {
    why: `${where} holds an entity that XML does not know`,
    remedy: 'Write the character itself: XML knows only &amp; &lt; &gt; &quot; &apos; and numbers.',
  }
}

/** A `<` that does not start a tag; `next` is the character after it. */
export function strayBracket(next: string | undefined): SsmlSyntaxError {
  if (next === '?' || next === '!') {
    return { why: `it holds a declaration, <${next}`, remedy: 'Remove it.' }
  }
  return { why: 'it holds a < that starts no tag', entity: '&lt;' }
}

/** A tag that does not come to its end. */
export function brokenTag(name: string): SsmlSyntaxError {
  return {
    why: `<${clipped(name)}> is not a whole tag`,
    remedy:
      'Write each attribute as name="value" after a space, without <, and end the tag with >.',
  }
}

/** Something before or after the document. */
export function outside(what: string): SsmlSyntaxError {
  return { why: `there is ${what} outside <speak>`, remedy: 'Put all of it inside one <speak>.' }
}

/** A closing tag that does not close the innermost open tag. */
export function wrongClosing(name: string, open: readonly Tag[]): SsmlSyntaxError {
  const closing = `</${clipped(name)}>`
  const inner = open[open.length - 1]
  if (inner && open.some((tag) => tag.name === name)) return unclosed(inner, `before ${closing}`)
  const meant = inner && nearest(name, [inner.name])
  return { why: `${closing} closes no tag`, remedy: meant ? `Write </${meant}>.` : 'Remove it.' }
}

interface Tag {
  readonly name: string
}

/** A tag that is still open; `where` says where it must be closed. */
export function unclosed({ name }: Tag, where: string): SsmlSyntaxError {
  const tag = clipped(name)
  const remedy = ssmlTags[name]?.isEmpty ? 'End it with />.' : `Write </${tag}> ${where}.`
  return { why: `<${tag}> is not closed`, remedy }
}
