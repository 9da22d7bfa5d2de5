import { builders } from 'prettier/doc'
import { printString } from './print-value'

const { fill, group, hardline, ifBreak, indent, line, softline } = builders

/** Something that stands between two tags. */
export type Child = string | ChildElement

interface ChildElement {
  readonly doc: builders.Doc
  /** `<break />`, in contrast to `<p>…</p>`. */
  readonly isEmpty: boolean
}

/** The content between two tags, on one line and on lines of its own. */
export interface Content {
  readonly flat: builders.Doc
  readonly lines: builders.Doc
  readonly mustBreak: boolean
}

/** A word, a tag or an expression, and whether a space stands before it. */
interface Piece {
  readonly kind: 'word' | 'tag' | 'expression'
  readonly doc: builders.Doc
  readonly isEmpty?: boolean
  readonly spaced: boolean
}

// JSX drops a space at the end of a line, so it is written out there.
const space = '{" "}'
const spaceOrBreak = ifBreak([space, softline], ' ')

/** Lays out what stands between two tags, filling lines with its words. */
export function printChildren(children: readonly Child[]): Content {
  const { pieces, endsInSpace } = toPieces(children)
  const [first] = pieces
  if (!first) return { flat: space, lines: space, mustBreak: false }
  const parts: builders.Doc[] = [first.doc]
  for (const [index, piece] of pieces.entries()) {
    const before = pieces[index - 1]
    if (before) parts.push(separator(before, piece), piece.doc)
  }
  const expressions = pieces.filter(({ kind }) => kind === 'expression')
  return {
    flat: [first.spaced ? ' ' : '', fill(parts), endsInSpace ? ' ' : ''],
    lines: fill([
      ...(first.spaced ? [space, hardline] : []),
      ...parts.slice(0, -1),
      // On the line of the last piece, or it would be one more line.
      [parts.at(-1) ?? '', endsInSpace ? space : ''],
    ]),
    mustBreak: pieces.some(({ kind }) => kind === 'tag') || expressions.length > 1,
  }
}

function toPieces(children: readonly Child[]): { pieces: Piece[]; endsInSpace: boolean } {
  const pieces: Piece[] = []
  let spaced = false
  const add = (piece: Omit<Piece, 'spaced'>) => {
    pieces.push({ ...piece, spaced })
    spaced = false
  }
  for (const child of children) {
    if (typeof child !== 'string') {
      add({ kind: 'tag', ...child })
    } else if (isPlain(child)) {
      for (const [index, word] of child.split(' ').entries()) {
        spaced ||= index > 0
        if (word !== '') add({ kind: 'word', doc: word })
      }
    } else {
      const text = printString(child)
      const doc = group(['{', indent([softline, text]), softline, '}'])
      add({ kind: 'expression', doc })
    }
  }
  return { pieces, endsInSpace: spaced }
}

/**
 * Whether JSX reads a text as it is: nothing in it is code, and no white space but single spaces, because
 * compilers differ in what else they drop.
 */
function isPlain(text: string): boolean {
  return !/[{}<>\\\p{C}]|&#?\w+;| {2}|[^\S ]/u.test(text)
}

function separator(before: Piece, after: Piece): builders.Doc {
  const hasWord = before.kind === 'word' || after.kind === 'word'
  if (after.spaced) return before.kind === after.kind && hasWord ? line : spaceOrBreak
  if (!hasWord) return hardline
  const word = before.kind === 'word' ? before.doc : after.doc
  const stands = before.isEmpty || after.isEmpty
  return stands && typeof word === 'string' && word.length > 1 ? hardline : softline
}
