import { kindOf } from '../issues/kind'
import { located } from '../issues/report'
import { option } from '../issues/words'
import type { Place } from '../options/table'
import { type WordWatch, watchWords } from '../speech/glued-words'
import { describeAttributes, looksLikeSsml } from '../speech/speech-text'
import { innerSpeak } from '../speech/ssml-syntax-errors'
import { withoutIllegal } from '../speech/xml-text'
import { ElementOrigin } from './element-origin'
import { reportMisplaced } from './misplaced'
import { type ObjectNode, settled, type TagNode } from './node'
import { wholeAsMarkup } from './whole-markup'

/** The text of a talk, with the tags of its SSML in document order; `undefined` for a `<speak>` that was added. */
interface Speech {
  readonly text: string
  readonly tags: readonly (TagNode | undefined)[]
}

/** Writes what a talk says: plain text, or, if any SSML tag stands in it, one `<speak>` document. */
export function writeSpeech(talk: ObjectNode, place: Place): Speech | undefined {
  const pieces = spokenPieces(talk, place)
  if (pieces.length === 0) return undefined
  const words = watchWords(talk.props.language)
  const speech = pieces.every(isString)
    ? writeTexts(pieces, words, place)
    : writeDocument(pieces, words, place)
  if (words?.foundGlued()) place.report('glued-words', place.path, {})
  return speech
}

function writeTexts(texts: readonly string[], words: WordWatch | undefined, place: Place): Speech {
  for (const text of texts) words?.add(text)
  const text = texts.join('')
  // A text that would be taken for markup becomes a document in which it is text.
  return readsAsMarkup(text) ? writeDocument([text], undefined, place) : { text, tags: [] }
}

function writeDocument(
  pieces: readonly (string | TagNode)[],
  words: WordWatch | undefined,
  place: Place,
): Speech {
  const document = toDocument(pieces, words, place)
  const legal = withoutIllegal(document.text)
  if (legal.length < document.text.length) {
    const { object, path, report } = place
    report('illegal-character', path, { object, removed: true })
  }
  return { text: legal, tags: document.tags }
}

function isString(piece: string | TagNode): piece is string {
  return typeof piece === 'string'
}

/** Whether a text would be taken for markup, also when the platform drops what XML cannot hold. */
function readsAsMarkup(text: string): boolean {
  return text.includes('<') && looksLikeSsml(withoutIllegal(text))
}

function toDocument(
  pieces: readonly (string | TagNode)[],
  words: WordWatch | undefined,
  place: Place,
): Speech {
  const [only, ...others] = pieces.filter(
    (piece) => typeof piece !== 'string' || piece.trim() !== '',
  )
  const isDocument = typeof only === 'object' && only.name === 'speak' && others.length === 0
  const { text, tags } = toXml(pieces, isDocument ? only : undefined, words, place)
  if (isDocument) return { text: text.trim(), tags }
  return { text: `<speak>${text}</speak>`, tags: [undefined, ...tags] }
}

/** Writes texts and tags as XML. Not recursive, so that nesting cannot fill the stack. */
function toXml(
  pieces: readonly (string | TagNode)[],
  root: TagNode | undefined,
  words: WordWatch | undefined,
  place: Place,
): Speech {
  const todo: (string | TagNode | { readonly closes: TagNode })[] = pieces.toReversed()
  const tags: TagNode[] = []
  let text = ''
  let holdsMarkup = false
  for (let piece = todo.pop(); piece !== undefined; piece = todo.pop()) {
    if (typeof piece === 'string') {
      text += escapeText(piece)
      words?.add(piece)
      holdsMarkup ||= readsAsMarkup(piece)
    } else if ('closes' in piece) {
      const { name, tag } = piece.closes
      text += `</${name}>`
      if (!tag.isInline) words?.separate()
    } else if (piece.name === 'speak' && piece !== root) {
      reportInnerSpeak(piece, place)
      todo.push(...spokenPieces(piece, place).toReversed())
    } else {
      const inside = spokenPieces(piece, place)
      tags.push(piece)
      if (!piece.tag.isInline) words?.separate()
      text += `<${piece.name}${writeAttributes(piece, place)}${piece.tag.isEmpty ? '/' : ''}>`
      if (piece.tag.isEmpty) {
        const { path, report } = place
        for (const misplaced of inside) {
          if (typeof misplaced !== 'string') reportMisplaced(misplaced, piece, path, report)
        }
      } else {
        todo.push({ closes: piece }, ...inside.toReversed())
      }
    }
  }
  if (holdsMarkup) place.report('ssml-as-text', place.path, {})
  return { text, tags }
}

/** Reports a `<speak>` that is not the whole text; without it, the rest is sound. */
function reportInnerSpeak(speak: TagNode, { object, path, report }: Place): void {
  const detail = { object, ...innerSpeak, remedy: 'Remove <speak>: <Talk> adds it.' }
  report('ssml-malformed', located(path, new ElementOrigin(speak)), detail)
}

/** The texts and tags among the children; the others are reported. */
function spokenPieces(owner: ObjectNode | TagNode, { path, report }: Place): (string | TagNode)[] {
  const pieces: (string | TagNode)[] = []
  for (const node of settled(owner.children)) {
    if (typeof node === 'string' || node.kind === 'tag') pieces.push(node)
    else if (node.kind === 'fault') node.tell(path, report)
    else reportMisplaced(node, owner, path, report)
  }
  return pieces
}

function writeAttributes(node: TagNode, { path, report }: Place): string {
  const at = located(path, new ElementOrigin(node))
  const object = { name: `<${node.name}>`, component: node.name }
  let written = ''
  for (const prop of Object.keys(node.props)) {
    const value = node.props[prop]
    if (prop === 'children' || prop === 'key' || value === undefined) continue
    const name = prop === 'xmlLang' ? 'xml:lang' : prop
    if (!Object.hasOwn(node.tag.attributes, name)) {
      const instead = describeAttributes(prop, node.tag, `, or ${wholeAsMarkup}`)
      report('unknown-option', at, { object, given: prop, instead })
    } else if (typeof value === 'string' || Number.isFinite(value)) {
      written += ` ${name}='${escapeAttribute(String(value))}'`
    } else {
      const detail = { object, option: option(prop), expected: 'a string', found: kindOf(value) }
      report('wrong-type', at, detail)
      // It was given, so it is not missing too.
      if (node.tag.attributes[name]?.required) written += ` ${name}=''`
    }
  }
  return written
}

const entities: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;' }

function escapeText(text: string): string {
  return text.replace(/[&<>]/g, (character) => entities[character] ?? '')
}

function escapeAttribute(text: string): string {
  return escapeText(text).replace(/'/g, '&apos;')
}
