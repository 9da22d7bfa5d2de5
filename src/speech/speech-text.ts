import { nearest } from '../issues/nearest'
import { tagOf } from '../issues/report'
import { choice, clipped } from '../issues/words'
import { accepting, type Format, matches } from '../options/formats/format'
import { type OptionPlace, reportValue } from '../options/place'
import { countCharacters } from '../options/rules/text'
import { ofHtml, type SsmlAttribute, type SsmlCondition, type SsmlTag, ssmlTags } from './ssml'
import { isSsml, parseSsml, type SsmlNode } from './ssml-document'
import { withoutIllegal } from './xml-text'

/** The most characters of a talk, SSML tags not counted. */
export const mostCharacters = 1500

// In TSX each tag has its own place, so a mistake is reported for each; but a text of megabytes may repeat it millions of times.
const mostTimes = 100

/** A tag, whatever its name. */
const anyTag = /<\/?[a-z][^<>]*>/i

/** Whether text would be taken for SSML, or refused as tags outside `<speak>`. */
export function looksLikeSsml(text: string): boolean {
  return text.includes('<') && (/^\s*<speak/i.test(text) || anyTag.test(text))
}

/** Checks what a talk says, plain or SSML. */
export const speechText: Format = accepting(isShortAndPlain, (text, place) => {
  if (isSsml(text)) return checkDocument(text, place)
  if (text.includes('<')) {
    const { object, path, report } = place
    if (!looksLikeSsml(text)) report('markup-in-plain-text', path, { object })
    else report('ssml-outside-speak', path, { object, remedy: ofLateSpeak(text) })
  }
  checkLength(text, place)
})

function isShortAndPlain(text: string): boolean {
  return text.length <= mostCharacters && !text.includes('<')
}

/** The remedy for a text that does not start with its `<speak>`: wrapping it in another one would not help. */
function ofLateSpeak(text: string): string | undefined {
  if (!/<\/?speak\b/i.test(text)) return undefined
  return /^\s*<[?!]/.test(text)
    ? 'Remove what stands before <speak>.'
    : 'Write <speak> at the start of the text and </speak> at its end, each once.'
}

function checkLength(spoken: string, place: OptionPlace): void {
  if (spoken.length <= mostCharacters) return
  const length = countCharacters(spoken)
  if (length > mostCharacters) {
    reportValue('too-long', place, { length, most: mostCharacters, isSpoken: true })
  }
}

function checkDocument(text: string, place: OptionPlace): void {
  const { object, path, report } = place
  if (withoutIllegal(text).length < text.length) {
    report('illegal-character', path, { object, removed: false })
  }
  const document = parseSsml(text)
  if (document.error !== undefined) {
    return report('ssml-malformed', path, { object, ...document.error })
  }
  // Removing tags and resolving entities only shortens a text.
  if (text.length > mostCharacters) checkLength(spokenText(document.nodes), place)
  const times = new Map<string, number>()
  for (const [index, node] of document.nodes.entries()) {
    for (const finding of findingsIn(node)) {
      const { tag, attribute, what, instead } = finding
      const key = `${tag} ${what ?? attribute}`
      const before = times.get(key) ?? 0
      times.set(key, before + 1)
      if (before >= mostTimes) continue
      if (what === undefined) {
        report('ssml-missing-attribute', tagOf(path, index), { object, tag, attribute })
      } else {
        report('ssml-undocumented', tagOf(path, index), { object, what, instead: instead() })
      }
    }
  }
}

function spokenText(nodes: readonly SsmlNode[]): string {
  const texts = nodes.flatMap(({ children }) =>
    children.filter((child) => typeof child === 'string'),
  )
  return texts.join('')
}

/** An undocumented tag, attribute or value, or a missing attribute. */
type TagFinding = { readonly tag: string } & (
  | { readonly what: string; readonly instead: () => string; readonly attribute?: undefined }
  | { readonly what?: undefined; readonly instead?: undefined; readonly attribute: string }
)

function findingsIn(node: SsmlNode): readonly TagFinding[] {
  const known = ssmlTags[node.name]
  const tag = clipped(node.name)
  if (!known) {
    return [{ tag, what: `<${tag}>`, instead: () => describeTags(node.name) }]
  }
  const findings: TagFinding[] = []
  if (known.isEmpty && node.children.length > 0) {
    const what = `text inside <${tag}>`
    findings.push({ tag, what, instead: () => `Put it beside <${tag}/>.` })
  }
  for (const name of Object.keys(node.attributes)) {
    const value = node.attributes[name] ?? ''
    const attribute = Object.hasOwn(known.attributes, name) ? known.attributes[name] : undefined
    if (!attribute) {
      const what = `<${tag} ${clipped(name)}>`
      findings.push({ tag, what, instead: () => describeAttributes(name, known) })
    } else if (attribute.only && isOther(node, attribute.only)) {
      const { only } = attribute
      const what = `<${tag} ${name}> with another ${only.name} than "${only.value}"`
      findings.push({
        tag,
        what,
        instead: () => `Remove ${name}, or write ${only.name}="${only.value}".`,
      })
    } else if (!isDocumented(value, attribute)) {
      const what = `a value of <${tag} ${name}>`
      findings.push({ tag, what, instead: () => describeValues(value, attribute) })
    }
  }
  for (const attribute of Object.keys(known.attributes)) {
    const { required } = known.attributes[attribute] ?? {}
    if (required && !(attribute in node.attributes)) findings.push({ tag, attribute })
  }
  return findings
}

/** Whether a tag has another value there. If it has no value, the missing attribute is reported instead. */
function isOther({ attributes }: SsmlNode, { name, value }: SsmlCondition): boolean {
  return name in attributes && attributes[name] !== value
}

function isDocumented(value: string, { values, pattern }: SsmlAttribute): boolean {
  if (!values && !pattern) return true
  return (values?.includes(value) ?? false) || (pattern !== undefined && matches(pattern, value))
}

function describeTags(given: string): string {
  const close = Object.hasOwn(ofHtml, given) ? ofHtml[given] : nearest(given, Object.keys(ssmlTags))
  if (close && close !== given) return `Write <${close}>.`
  return `The documented tags are ${Object.keys(ssmlTags).join(', ')}.`
}

/** The remedy for an attribute that a tag does not have. If no name is near, `or` adds another way. */
export function describeAttributes(given: string, tag: SsmlTag, or = ''): string {
  const names = Object.keys(tag.attributes)
  const close = nearest(given, names)
  if (close) return `Write ${close}.`
  return `${names.length > 0 ? `Write ${choice(names)}` : 'Remove it'}${or}.`
}

function describeValues(given: string, { values = [], example }: SsmlAttribute): string {
  const close = nearest(given, values)
  if (close) return `Write "${close}".`
  const quoted = values.map((value) => `"${value}"`)
  return `Write ${choice(example ? [...quoted, `a value such as "${example}"`] : quoted)}.`
}
