import { builders, utils } from 'prettier/doc'
import { isElement, type NccoElement } from '../element/element'
import type { Json } from '../element/json'
import { definitionOf } from '../options/component'
import type { Notes } from './notes'
import { type Child, printChildren } from './print-children'
import { printString, printValue } from './print-value'

const { conditionalGroup, group, hardline, indent, join, line, softline } = builders

/** Lays out an element as TSX. */
function printElement({ type, props }: NccoElement, notes: Notes): builders.Doc {
  const { children, ...attributes } = props
  const name = nameOf(type)
  const inside = (children ?? []) as readonly (string | NccoElement)[]
  if (inside.length === 0) return printOpening(name, attributes, ' />', notes)
  const opening = printOpening(name, attributes, '>', notes)
  const mustBreak = Object.keys(attributes).length > 1
  return printAround(
    opening,
    inside.map((child) => toChild(child, notes)),
    `</${name}>`,
    mustBreak,
  )
}

/** Lays out the elements of a flow as one expression. */
export function printRoot(elements: readonly NccoElement[], notes: Notes): builders.Doc {
  const [only, ...others] = elements
  if (only && others.length === 0) return printElement(only, notes)
  return printAround(
    '<>',
    elements.map((element) => toChild(element, notes)),
    '</>',
    true,
  )
}

/** The name of a component, or of an SSML tag. */
export function nameOf(type: unknown): string {
  return typeof type === 'string' ? type : (definitionOf(type)?.component ?? '')
}

function printAround(
  opening: builders.Doc,
  children: readonly Child[],
  closing: string,
  mustBreak: boolean,
): builders.Doc {
  const content = printChildren(children)
  const lines = group([opening, indent([hardline, content.lines]), hardline, closing], {
    shouldBreak: true,
  })
  if (mustBreak || content.mustBreak || utils.willBreak(opening)) return lines
  return conditionalGroup([group([opening, content.flat, closing]), lines])
}

function toChild(child: string | NccoElement, notes: Notes): Child {
  if (!isElement(Object(child))) return child as string
  const element = child as NccoElement
  return { doc: printElement(element, notes), isEmpty: element.props.children === undefined }
}

function printOpening(
  name: string,
  attributes: Readonly<Record<string, unknown>>,
  end: '>' | ' />',
  notes: Notes,
): builders.Doc {
  const printed = Object.entries(attributes).map(([key, value]) =>
    printAttribute(key, value as Json, notes),
  )
  if (printed.length === 0) return `<${name}${end}`
  const [only, ...others] = printed
  // A long text would only lose its name by standing on a line of its own.
  const isText = typeof only === 'string' && only.includes('=')
  if (isText && others.length === 0) return ['<', name, ' ', only, end]
  const last = end === '>' ? [softline, '>'] : [line, '/>']
  return group(['<', name, indent([line, join(line, printed)]), ...last])
}

function printAttribute(name: string, value: Json, notes: Notes): builders.Doc {
  if (value === true) return name
  if (typeof value !== 'string') {
    const printed = printValue(value, notes)
    // An empty array with a comment in it stands on lines of its own.
    const isEmpty = Array.isArray(value) && value.length === 0
    return [`${name}={`, isEmpty ? group([indent([softline, printed]), softline]) : printed, '}']
  }
  const quote = value.split('"').length > value.split("'").length ? "'" : '"'
  // Between quotes JSX knows entities but no escapes.
  const isPlain = !/&#?\w+;|[\\\p{C}]|[^\S ]/u.test(value) && !value.includes(quote)
  if (isPlain) return `${name}=${quote}${value}${quote}`
  return group([`${name}={`, indent([softline, printString(value)]), softline, '}'])
}
