import { readdirSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import ts from 'typescript'

const folder = fileURLToPath(new URL('../src/vocabulary/', import.meta.url))

/** The comments of an object of the vocabulary. */
export interface ObjectComments {
  /** The first sentence on its component. */
  readonly summary: string
  /** All that its comment says, in paragraphs. */
  readonly text: string
  /** The section of the reference. */
  readonly see: string
  /** The comment of each member of its `…Options` interface, in order. */
  readonly options: ReadonlyMap<string, OptionComment>
  /** The comment of each row of its table that is not a prop: text, presence and children. */
  readonly otherRows: ReadonlyMap<string, OptionComment>
}

/** The comment of an option, on one line. */
export interface OptionComment {
  readonly text: string
  /** The text of `@defaultValue`, if there is one. */
  readonly defaultValue: string | undefined
}

/** The comments of every object that has an exported `…Options` interface, by its component. */
export function readComments(): ReadonlyMap<string, ObjectComments> {
  const files = readdirSync(folder).filter((name) => name.endsWith('.ts'))
  return new Map(files.flatMap((name) => commentsOf(readFileSync(folder + name, 'utf8'))))
}

function commentsOf(text: string): [string, ObjectComments][] {
  const source = ts.createSourceFile('source.ts', text, ts.ScriptTarget.Latest, true)
  const interfaces = source.statements.filter(ts.isInterfaceDeclaration)
  return interfaces
    .filter(({ name }) => name.text.endsWith('Options'))
    .map(({ name, members }) => {
      const component = name.text.slice(0, -'Options'.length)
      const statement = declarationOf(component, source)
      const [summary = ''] = /^.*?\.(?=\s|$)/.exec(proseOf(statement).text) ?? []
      const text = statement ? commentText(statement) : ''
      const [, see = ''] = /@see (\S+)/.exec(statement?.getFullText() ?? '') ?? []
      const options = byName(members)
      return [component, { summary, text, see, options, otherRows: otherRowsOf(source) }]
    })
}

/** The statement that declares the component. */
function declarationOf(name: string, source: ts.SourceFile): ts.Node | undefined {
  return source.statements
    .filter(ts.isVariableStatement)
    .find(({ declarationList }) => declarationList.declarations[0]?.name.getText() === name)
}

/** The comments of the rows that are not props in TSX, from the description of the object. */
function otherRowsOf(source: ts.SourceFile): ReadonlyMap<string, OptionComment> {
  const calls = source.statements
    .filter(ts.isVariableStatement)
    .map(({ declarationList }) => declarationList.declarations[0]?.initializer)
    .filter((node) => node !== undefined && ts.isCallExpression(node))
  const rows = calls
    .flatMap((call) => call.arguments.filter(ts.isArrowFunction))
    .map(({ body }) => body)
    .filter(ts.isCallExpression)
    .flatMap((table) => table.arguments.filter(ts.isObjectLiteralExpression))
    .flatMap((description) => description.properties.filter(ts.isPropertyAssignment))
    .filter(({ name }) => ['presence', 'text', 'children'].includes(name.getText()))
    .flatMap(({ initializer }) =>
      ts.isObjectLiteralExpression(initializer) ? [...initializer.properties] : [],
    )
  return byName(rows)
}

function byName(
  nodes: readonly (ts.TypeElement | ts.ObjectLiteralElementLike)[],
): ReadonlyMap<string, OptionComment> {
  return new Map(nodes.map((node) => [node.name?.getText() ?? '', proseOf(node)]))
}

function proseOf(node: ts.Node | undefined): OptionComment {
  const comments = node ? ts.getJSDocCommentsAndTags(node).filter(ts.isJSDoc) : []
  const tags = comments.flatMap((comment) => comment.tags ?? [])
  const defaultValue = tags.find(({ tagName }) => tagName.text === 'defaultValue')
  return {
    text: comments.map(({ comment }) => onOneLine(comment)).join(' '),
    defaultValue: defaultValue && onOneLine(defaultValue.comment),
  }
}

function commentText(node: ts.Node): string {
  const comments = ts.getJSDocCommentsAndTags(node).filter(ts.isJSDoc)
  return comments.map(({ comment }) => ts.getTextOfJSDocComment(comment) ?? '').join('\n\n')
}

function onOneLine(comment: ts.JSDoc['comment']): string {
  return (ts.getTextOfJSDocComment(comment) ?? '').replace(/\s+/g, ' ')
}
