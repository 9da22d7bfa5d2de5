import type { ExtraOption } from '../src/options/extra'
import type { ChildRule } from '../src/options/rules/child'
import type { NumberRule } from '../src/options/rules/number'
import type { TextsRule } from '../src/options/rules/texts'
import type { Definition, Row, Rule } from '../src/options/table'
import { actions } from '../src/vocabulary'
import { is, type Schema, when } from './json-schema'
import { nameOf, objects } from './objects'
import { type ObjectComments, type OptionComment, readComments } from './option-comments'
import { rulesBetweenOptions } from './schema-rules'

const comments = readComments()

/** The JSON Schema of an NCCO, from the option tables and their comments. */
export function makeSchema(): Schema {
  return {
    $schema: 'https://json-schema.org/draft/2020-12/schema',
    title: 'NCCO',
    description,
    type: 'array',
    items: { $ref: '#/$defs/action' },
    $defs: {
      action: choiceOf('action', actions),
      ...Object.fromEntries(objects.flatMap(toDefs)),
    },
  }
}

const description = [
  'A Call Control Object of the Vonage Voice API: the actions of a call, in order.',
  'This schema says what each object may be. It cannot say, and ncco-jsx checks besides:',
  'the order of actions (an input after bargeIn, nothing after a transfer);',
  'whether SSML is well-formed and its tags have the attributes they need;',
  'the length of SSML with CDATA sections;',
  'whether the host of a URL can be parsed;',
  'and what is legal, but probably not meant, such as a voice that a language does not have.',
].join(' ')

/** The schema of an object, and of each choice among objects inside it. */
function toDefs(definition: Definition): [string, Schema][] {
  const choices = definition.table.rows.flatMap(({ key, rule }): [string, Schema][] => {
    if (rule.kind !== 'child' || rule.definitions.length === 1) return []
    return [[key, choiceOf(key, rule.definitions)]]
  })
  return [[nameOf(definition), toObject(definition)], ...choices]
}

/**
 * One of several objects, told apart by their tag. Only the schema that the tag names is applied, so that a
 * mistake is reported once, not once for each of the others.
 */
function choiceOf(title: string, choices: readonly Definition[]): Schema {
  const key = choices[0]?.tag?.[0] ?? ''
  const names = choices.map(nameOf)
  return {
    title,
    description: `One of ${names.join(', ')}; \`${key}\` says which.`,
    type: 'object',
    properties: { [key]: { description: 'What this object is.', type: 'string', enum: names } },
    required: [key],
    allOf: names.map((name) => when(is(key, name), { $ref: `#/$defs/${name}` })),
  }
}

function toObject(definition: Definition): Schema {
  const { name, component, kind, tag, table } = definition
  const { rows, extras } = table
  const ofObject = comments.get(component)
  if (!ofObject) throw new Error(`${component} has no comments.`)
  const required = [
    ...(tag ? [tag[0]] : []),
    ...rows.filter(({ rule }) => rule.required).map(({ key }) => key),
  ]
  const rules = rulesBetweenOptions[nameOf(definition)] ?? []
  const legal = Object.entries(extras).filter(([, { kind }]) => kind !== 'moved')
  return {
    title: kind === 'action' ? `${name} action` : name,
    description: `${inJson(ofObject.summary)} See ${ofObject.see}`,
    type: 'object',
    properties: {
      ...(tag && { [tag[0]]: { description: 'What this object is.', const: tag[1] } }),
      ...Object.fromEntries(rows.map((row) => [row.key, toOption(row, definition, ofObject)])),
      ...Object.fromEntries(legal.map(([key, extra]) => [key, toExtra(key, extra, definition)])),
    },
    ...(required.length > 0 && { required }),
    additionalProperties: false,
    ...(rules.length > 0 && { allOf: rules }),
  }
}

function toOption(row: Row, definition: Definition, ofObject: ObjectComments): Schema {
  const comment = (row.from === 'prop' ? ofObject.options : ofObject.otherRows).get(row.prop)
  if (!comment?.text) throw new Error(`${row.prop} of ${definition.component} has no comment.`)
  return {
    title: `${row.key} of ${definition.name}`,
    ...toDocumentation(comment),
    ...toValue(row.key, row.rule),
  }
}

/** The words of a comment; a default that depends on other options is told, not set. */
function toDocumentation({ text, defaultValue }: OptionComment): Schema {
  if (defaultValue === undefined) return { description: inJson(text) }
  const isLiteral = /^('[^']*'|-?[\d.]+|true|false)$/.test(defaultValue)
  if (!isLiteral) return { description: `${inJson(text)} Default: ${defaultValue}.` }
  return { description: inJson(text), default: JSON.parse(defaultValue.replaceAll("'", '"')) }
}

function toExtra(key: string, { kind, today = [] }: ExtraOption, { name }: Definition): Schema {
  const title = `${key} of ${name}`
  if (kind === 'undocumented') {
    return { title, description: 'Not in the reference: it is seen in samples or SDKs.' }
  }
  const instead = today.map((option) => `\`${option}\``)
  return {
    title,
    description: `Outdated, and may stop working: write ${instead.join(' and ')}.`,
    deprecated: true,
    type: 'string',
  }
}

/** The words of a comment, with elements and props as the NCCO spells them. */
function inJson(text: string): string {
  return text
    .replace(/`<(\w+)>`/g, (whole, component) => {
      const definition = objects.find((one) => one.component === component)
      return definition ? `\`${nameOf(definition)}\`` : whole
    })
    .replace(/`(\w+)=\{(.+?)\}`/g, '`$1: $2`')
}

function toValue(key: string, rule: Rule): Schema {
  switch (rule.kind) {
    case 'text':
      return {
        type: 'string',
        ...(rule.isFilled && { minLength: 1 }),
        ...(rule.format?.pattern && { pattern: toPattern(rule.format.pattern) }),
      }
    case 'number':
      return toNumber(rule)
    case 'flag':
      return { type: 'boolean' }
    case 'choice':
      return { type: 'string', enum: [...rule.values, ...(rule.absent ? [rule.absent] : [])] }
    case 'url':
      return { type: 'string', pattern: toPattern(rule.pattern) }
    case 'one':
      return { type: 'array', items: toValue(key, rule.of), minItems: 1, maxItems: 1 }
    case 'list':
      return { type: 'array', items: toValue(key, rule.of) }
    case 'json':
      return { type: 'object' }
    case 'texts':
      return toTexts(rule)
    case 'child':
      return toChild(key, rule)
  }
}

/** The platform moves what lies outside a clamped range into it, so it is legal. */
function toNumber({ whole, clamped, min, max }: NumberRule): Schema {
  return {
    type: whole ? 'integer' : 'number',
    ...(!clamped && min !== undefined && { minimum: min }),
    ...(!clamped && max !== undefined && { maximum: max }),
  }
}

function toTexts({ keys, keyFormat, format, mostCharacters }: TextsRule): Schema {
  const text = {
    type: 'string',
    ...(mostCharacters !== undefined && { maxLength: mostCharacters }),
    ...(format?.pattern && { pattern: toPattern(format.pattern) }),
  }
  if (!keys) {
    const names = keyFormat && { propertyNames: { pattern: toPattern(keyFormat.pattern) } }
    return { type: 'object', ...names, additionalProperties: text }
  }
  const properties = Object.fromEntries(keys.map((name) => [name, text]))
  return { type: 'object', properties, additionalProperties: false }
}

function toChild(
  key: string,
  { definitions: [first, ...others], inArray }: ChildRule<Definition>,
): Schema {
  const name = first && others.length === 0 ? nameOf(first) : key
  const $ref = { $ref: `#/$defs/${name}` }
  return inArray ? { type: 'array', items: $ref, minItems: 1, maxItems: 1 } : $ref
}

/** JSON Schema knows no flags, so letters of either case are written out. */
function toPattern({ source, flags }: RegExp): string {
  if (flags === '') return source
  if (flags !== 'i') throw new Error(`JSON Schema has no pattern with the flags ${flags}.`)
  return source.replace(/\\.|\[.*?\]|[a-z]/gi, (part) =>
    part.length > 1 ? part : `[${part.toLowerCase()}${part.toUpperCase()}]`,
  )
}
