import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import ts from 'typescript'
import { type SsmlAttribute, type SsmlTag, ssmlTags } from '../../src/speech/ssml'
import { table } from '../markdown'
import { root } from '../tools'
import { shownFor, tableOfCodes } from './codes'
import { guideTo } from './guide'
import { escapeCell, escapeProse, makePage, type Page } from './page'
import { oneOf } from './rule-words'
import { readSample, showSample } from './samples'

const source = 'https://developer.vonage.com/en/voice/voice-api/concepts/customizing-tts'

/** The page of the SSML tags, each with its attributes and a sample. */
export async function makeSsmlPage(): Promise<Page> {
  const comments = readInterfaces()
  const sections = await Promise.all(
    Object.entries(ssmlTags).map(([name, tag]) => makeSection(name, tag, comments)),
  )
  const codes = new Map(shownFor('Talk', ...Object.keys(ssmlTags)).map((code) => [code, []]))
  const ofSpeech = new Map([...codes].filter(([code]) => code.includes('ssml') || isOfTags(code)))
  return makePage('elements/ssml.md', 'SSML', [
    'The SSML tags are the lower-case elements, for use inside [`<Talk>`](talk.md) and the prompts of dialogs. If any of them stands there, the text becomes one `<speak>` document with everything escaped.',
    ...sections.flat(),
    '## What can be wrong',
    tableOfCodes(ofSpeech),
    '## See also',
    `${guideTo(...Object.keys(ssmlTags)).join('\n')}\n* Vonage: <${source}>\n* [The rules of the platform](../../rules.md), each with its public source.`,
  ])
}

function isOfTags(code: string): boolean {
  return ['emphasis-with-premium', 'illegal-character', 'markup-in-plain-text'].includes(code)
}

async function makeSection(
  name: string,
  { attributes, isEmpty }: SsmlTag,
  comments: ReadonlyMap<string, ReadonlyMap<string, string>>,
): Promise<string[]> {
  const sample = await readSample(`ssml/${name}`)
  const ofTags = comments.get('SsmlElements')
  const ofAttributes = comments.get(`${pascal(name)}Attributes`)
  const rows = Object.entries(attributes).map(([attribute, rule]) => [
    `\`${attribute}\``,
    valuesOf(rule),
    rule.required ? '**required**' : 'absent',
    escapeCell(ofAttributes?.get(attribute) ?? ''),
  ])
  return [
    `## ${name} {#${name}}`,
    escapeProse(ofTags?.get(name) ?? ''),
    isEmpty ? 'It is empty.' : 'It holds text and other tags.',
    ...(rows.length === 0 ? [] : [table(['attribute', 'values', 'default', 'what it does'], rows)]),
    ...showSample(sample),
  ]
}

function valuesOf({ values = [], pattern, example, only }: SsmlAttribute): string {
  const named = values.length === 0 ? [] : [oneOf(values)]
  const matched = pattern && example ? [`such as \`${example}\``] : []
  const any = values.length === 0 && !pattern ? ['text'] : []
  const condition = only ? ` (only with \`${only.name}="${only.value}"\`)` : ''
  return `${[...named, ...matched, ...any].join(', or ')}${condition}`
}

function pascal(tag: string): string {
  return tag.replace(/(?:^|-)(\w)/g, (_, letter: string) => letter.toUpperCase())
}

/** The comments of the tags and their attributes, by the name of the type. */
function readInterfaces(): ReadonlyMap<string, ReadonlyMap<string, string>> {
  const file = join(root, 'src/element/intrinsic-elements.ts')
  const text = readFileSync(file, 'utf8')
  const { statements } = ts.createSourceFile(file, text, ts.ScriptTarget.Latest, true)
  const types = statements.filter(
    (node) => ts.isInterfaceDeclaration(node) || ts.isTypeAliasDeclaration(node),
  )
  // `<say-as>` has the attribute that says how to read in a type of its own.
  const shared = types.find(({ name }) => name.text === 'SayAs')
  return new Map(
    types.map((node) => {
      const own = commentsIn(node)
      const isSayAs = node.name.text === 'SayAsAttributes' && shared
      return [node.name.text, isSayAs ? new Map([...commentsIn(shared), ...own]) : own]
    }),
  )
}

function commentsIn(node: ts.Node): Map<string, string> {
  const found = new Map<string, string>()
  const visit = (inner: ts.Node): void => {
    if (ts.isPropertySignature(inner)) {
      const [comment] = ts.getJSDocCommentsAndTags(inner).filter(ts.isJSDoc)
      const name = inner.name.getText().replaceAll("'", '')
      if (comment) found.set(name, ts.getTextOfJSDocComment(comment.comment) ?? '')
    }
    ts.forEachChild(inner, visit)
  }
  visit(node)
  return found
}
