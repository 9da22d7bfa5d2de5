import { builders, printer } from 'prettier/doc'
import { isElement, type NccoElement } from '../element/element'
import { toComponentNames } from './component-names'
import type { Notes } from './notes'
import { nameOf, printRoot } from './print-element'

const { group, hardline, ifBreak, indent, join, line, softline } = builders

/** A flow with the name that its component is to be made from. */
interface NamedFlow {
  readonly name: string
  readonly elements: readonly NccoElement[]
  readonly notes: Notes
}

/**
 * Writes flows as one TSX module, formatted like Prettier does by default.
 *
 * @param exportDefault also export the component of the only flow as the default
 */
export function printModule(flows: readonly NamedFlow[], exportDefault: boolean): string {
  const used = componentsIn(flows.flatMap(({ elements }) => elements))
  const names = toComponentNames(flows.map(({ name }) => name))
  const components = flows.map(({ elements, notes }, index) =>
    printComponent(names[index] ?? '', elements, notes),
  )
  if (flows.length === 0) return ''
  const parts = [printImport([...used].sort()), ...components]
  if (exportDefault && names.length === 1) parts.push(`export default ${names[0]};`)
  const doc = [join([hardline, hardline], parts), hardline]
  return printer.printDocToString(doc, { printWidth: 80, tabWidth: 2 }).formatted
}

/** The components of the vocabulary that stand anywhere in a flow. */
function componentsIn(elements: readonly unknown[]): Set<string> {
  const names = new Set<string>()
  const todo = [...elements]
  while (todo.length > 0) {
    const next = todo.pop()
    if (Array.isArray(next)) for (const child of next) todo.push(child)
    else if (typeof next === 'object' && next !== null && isElement(next)) {
      if (typeof next.type !== 'string') names.add(nameOf(next.type))
      todo.push(next.props.children)
    }
  }
  return names
}

function printImport(names: string[]): builders.Doc {
  const inside = [indent([line, join([',', line], names)]), ifBreak(','), line]
  return group(['import {', ...inside, '} from "ncco-jsx";'])
}

function printComponent(
  name: string,
  elements: readonly NccoElement[],
  notes: Notes,
): builders.Doc {
  const root = printRoot(elements, notes)
  const returned = group([
    'return ',
    ifBreak('('),
    indent([softline, root]),
    softline,
    ifBreak(')'),
  ])
  return [`export function ${name}() {`, indent([hardline, returned, ';']), hardline, '}']
}
