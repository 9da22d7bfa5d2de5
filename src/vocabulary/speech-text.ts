import { choice } from '../issues/words'
import { nearest } from '../options/nearest'
import type { OptionPlace, TextForm } from '../options/table'
import { type SsmlAttribute, type SsmlTag, ssmlTags } from './ssml'
import { isSsml, parseSsml, type SsmlNode } from './ssml-document'
import { shortened } from './ssml-tokens'
import { withoutIllegal } from './xml-text'

/** The most characters of a talk, SSML tags not counted. */
const most = 1500

/** A tag of the table as it begins. */
const documentedTag = /* @__PURE__ */ new RegExp(
  `</?(?:${/* @__PURE__ */ Object.keys(ssmlTags).join('|')})(?=[\\s>/])`,
  'i',
)

/** Whether text would be taken for SSML, or refused as tags outside `<speak>`. */
export function looksLikeSsml(text: string): boolean {
  return text.includes('<') && (isSsml(text) || documentedTag.test(text))
}

/** Checks what a talk says, plain or SSML. */
export const speechText: TextForm = (text, place) => {
  if (isSsml(text)) return checkDocument(text, place)
  if (text.includes('<')) {
    const code = looksLikeSsml(text) ? 'ssml-outside-speak' : 'markup-in-plain-text'
    place.report(code, place.path, { object: place.object })
  }
  checkLength(text, place)
}

function checkLength(spoken: string, { object, option, path, report }: OptionPlace): void {
  if (spoken.length <= most) return
  // Code points, the reading that lets most through: what counts as a character is undocumented.
  const length = spoken.replace(/[\ud800-\udbff][\udc00-\udfff]/g, ' ').length
  if (length > most) report('too-long', path, { object, option, length, most })
}

function checkDocument(text: string, place: OptionPlace): void {
  const { object, path, report } = place
  if (withoutIllegal(text).length < text.length) {
    report('illegal-character', path, { object, removed: false })
  }
  const document = parseSsml(text)
  if (document.fault !== undefined) {
    return report('ssml-malformed', path, { object, why: document.fault })
  }
  const texts = document.nodes.flatMap(({ children }) =>
    children.filter((child) => typeof child === 'string'),
  )
  checkLength(texts.join(''), place)
  for (const node of document.nodes) {
    const tag = ssmlTags[node.name]
    if (!tag || (node.name === 'speak' && node !== document.root)) {
      const instead = describeTags(node.name)
      report('ssml-undocumented', path, { object, what: `<${shortened(node.name)}>`, instead })
    } else {
      checkAttributes(node, tag, (what, instead) =>
        report('ssml-undocumented', path, { object, what, instead }),
      )
      for (const [attribute, { required }] of Object.entries(tag.attributes)) {
        if (!required || attribute in node.attributes) continue
        report('ssml-missing-attribute', path, { object, tag: node.name, attribute })
      }
    }
  }
}

function checkAttributes(
  node: SsmlNode,
  tag: SsmlTag,
  report: (what: string, instead: string) => void,
): void {
  for (const [name, value] of Object.entries(node.attributes)) {
    const known = Object.hasOwn(tag.attributes, name) ? tag.attributes[name] : undefined
    if (!known) report(`<${node.name} ${shortened(name)}>`, describeAttributes(name, tag))
    else if (!isDocumented(value, known)) {
      report(`a value of <${node.name} ${name}>`, describeValues(value, known))
    }
  }
}

function isDocumented(value: string, { values, pattern }: SsmlAttribute): boolean {
  if (!values && !pattern) return true
  return (values?.includes(value) ?? false) || (pattern?.test(value) ?? false)
}

function describeTags(given: string): string {
  const close = nearest(given, Object.keys(ssmlTags))
  if (close && close !== given) return `Write <${close}>.`
  return `The documented tags are ${Object.keys(ssmlTags).join(', ')}.`
}

function describeAttributes(given: string, tag: SsmlTag): string {
  const names = Object.keys(tag.attributes)
  const close = nearest(given, names)
  if (close) return `Write ${close}.`
  return names.length > 0 ? `Write ${names.join(' or ')}.` : 'Remove it.'
}

function describeValues(given: string, { values = [], example }: SsmlAttribute): string {
  const close = nearest(given, values)
  if (close) return `Write "${close}".`
  const quoted = values.map((value) => `"${value}"`)
  return `Write ${choice(example ? [...quoted, `a value such as "${example}"`] : quoted)}.`
}
