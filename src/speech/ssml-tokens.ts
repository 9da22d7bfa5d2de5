import { clipped } from '../issues/words'
import {
  attributeTwice,
  badEntity,
  brokenTag,
  dashesInComment,
  openCdata,
  openComment,
  type SsmlSyntaxError,
  strayBracket,
  strayCdataEnd,
} from './ssml-syntax-errors'
import { resolveEntities } from './xml-text'

/** A piece of an XML text. */
export type SsmlToken =
  | { readonly kind: 'text'; readonly text: string }
  | {
      readonly kind: 'open'
      readonly name: string
      readonly attributes: Readonly<Record<string, string>>
      readonly isEmpty: boolean
    }
  | { readonly kind: 'close'; readonly name: string }
  | { readonly kind: 'error'; readonly error: SsmlSyntaxError }

const cdata = '<![CDATA['

// As XML 1.0 spells a name and white space; JavaScript has another idea of both.
const nameStart =
  ':A-Z_a-z\\u00c0-\\u00d6\\u00d8-\\u00f6\\u00f8-\\u02ff\\u0370-\\u037d\\u037f-\\u1fff\\u200c\\u200d\\u2070-\\u218f\\u2c00-\\u2fef\\u3001-\\ud7ff\\uf900-\\ufdcf\\ufdf0-\\ufffd\\u{10000}-\\u{effff}'
const xmlName = `([${nameStart}][${nameStart}\\-.0-9\\u00b7\\u0300-\\u036f\\u203f\\u2040]*)`
const space = '[ \\t\\r\\n]'

const opening = /* @__PURE__ */ new RegExp(`<${xmlName}`, 'uy')
const attribute = /* @__PURE__ */ new RegExp(
  `${space}+${xmlName}${space}*=${space}*(?:"([^"<]*)"|'([^'<]*)')`,
  'uy',
)
const openingEnd = /* @__PURE__ */ new RegExp(`${space}*(/?)>`, 'y')
const closing = /* @__PURE__ */ new RegExp(`</${xmlName}${space}*>`, 'uy')

/** Splits an SSML text into tags and texts, with entities resolved; ends with the first error. Runs in linear time. */
export function* readTokens(text: string): Generator<SsmlToken> {
  let position = 0
  while (position < text.length) {
    const next = text.indexOf('<', position)
    if (next !== position) {
      const plain = text.slice(position, next === -1 ? undefined : next)
      const resolved = resolveEntities(plain)
      if (resolved === undefined) return yield failed(badEntity(plain, 'it'))
      if (plain.includes(']]>')) return yield failed(strayCdataEnd)
      yield { kind: 'text', text: resolved }
      position += plain.length
    } else if (text.startsWith(cdata, position)) {
      const end = text.indexOf(']]>', position)
      if (end === -1) return yield failed(openCdata)
      yield { kind: 'text', text: text.slice(position + cdata.length, end) }
      position = end + 3
    } else if (text.startsWith('<!--', position)) {
      const end = text.indexOf('--', position + 4)
      if (end === -1) return yield failed(openComment)
      if (text[end + 2] !== '>') return yield failed(dashesInComment)
      position = end + 3
    } else {
      const { token, end } = readTag(text, position)
      yield token
      if (token.kind === 'error') return
      position = end
    }
  }
}

function readTag(text: string, start: number): { token: SsmlToken; end: number } {
  const close = matchAt(closing, text, start)
  if (close) return { token: { kind: 'close', name: close[1] ?? '' }, end: start + close[0].length }
  const open = matchAt(opening, text, start)
  if (!open) return { token: failed(strayBracket(text[start + 1])), end: start }
  const name = open[1] ?? ''
  let end = start + open[0].length
  const attributes: Record<string, string> = Object.create(null)
  for (let found = matchAt(attribute, text, end); found; found = matchAt(attribute, text, end)) {
    const [whole, key = '', double, single] = found
    const written = double ?? single ?? ''
    const value = resolveEntities(written)
    if (key in attributes) return { token: failed(attributeTwice(name)), end }
    if (value === undefined) {
      return { token: failed(badEntity(written, `an attribute of <${clipped(name)}>`)), end }
    }
    attributes[key] = value
    end += whole.length
  }
  const last = matchAt(openingEnd, text, end)
  if (!last) return { token: failed(brokenTag(name)), end }
  const token = { kind: 'open', name, attributes, isEmpty: last[1] === '/' } as const
  return { token, end: end + last[0].length }
}

function failed(error: SsmlSyntaxError): SsmlToken {
  return { kind: 'error', error }
}

function matchAt(pattern: RegExp, text: string, position: number): RegExpExecArray | null {
  pattern.lastIndex = position
  return pattern.exec(text)
}
