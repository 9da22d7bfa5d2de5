import { readdirSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import ts from 'typescript'

const folder = fileURLToPath(new URL('../../src/vocabulary/', import.meta.url))

/** What the comment of each option says, by the name of the option. */
export type Comments = ReadonlyMap<string, string>

/** The comments of every exported `…Options` interface of the vocabulary, by its name. */
export function readComments(): ReadonlyMap<string, Comments> {
  const files = readdirSync(folder).filter((name) => name.endsWith('.ts'))
  return new Map(files.flatMap((name) => commentsOf(readFileSync(folder + name, 'utf8'))))
}

function commentsOf(source: string): [string, Comments][] {
  const { statements } = ts.createSourceFile('source.ts', source, ts.ScriptTarget.Latest, true)
  const interfaces = statements.filter((node) => ts.isInterfaceDeclaration(node))
  return interfaces
    .filter(({ name }) => name.text.endsWith('Options'))
    .map(({ name, members }) => [
      name.text,
      new Map(members.map((member) => [member.name?.getText() ?? '', proseOf(member)])),
    ])
}

/** The comment without its tags, on one line. */
function proseOf(node: ts.Node): string {
  const comments = ts.getJSDocCommentsAndTags(node).filter((comment) => ts.isJSDoc(comment))
  const texts = comments.map(({ comment }) => ts.getTextOfJSDocComment(comment) ?? '')
  return texts.join(' ').replace(/\s+/g, ' ')
}
