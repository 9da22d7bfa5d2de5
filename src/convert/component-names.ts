import type { Definition } from '../options/table'
import { actions } from '../vocabulary/index'

/** Names that a module may import beside its component; above all the vocabulary, of which it may use more later. */
const taken: readonly string[] = [
  ...actions.flatMap(componentsOf),
  ...['Raw', 'Fragment', 'NccoError'],
]

function componentsOf({ component, table }: Definition): string[] {
  const inside = table.rows.flatMap(({ rule }) => (rule.kind === 'child' ? rule.definitions : []))
  return [component, ...inside.flatMap(componentsOf)]
}

/**
 * A component name for each of these names, such as those of files: `sales-menu` becomes `SalesMenu`. None is given
 * twice, and none is that of another component.
 */
export function toComponentNames(names: readonly string[]): string[] {
  const given = new Set(taken)
  return names.map((name) => {
    const component = firstFree(toPascalCase(name), given)
    given.add(component)
    return component
  })
}

function toPascalCase(name: string): string {
  const words = name.normalize().match(/[\p{L}\p{Nd}\p{Mn}\p{Mc}]+/gu) ?? []
  const pascal = words.map((word) => word.charAt(0).toUpperCase() + word.slice(1)).join('')
  // Only what starts in upper case reads as a component.
  return /^\p{Lu}/u.test(pascal) ? pascal : `Flow${pascal}`
}

function firstFree(name: string, given: ReadonlySet<string>): string {
  if (!given.has(name)) return name
  const flow = name.endsWith('Flow') ? name : `${name}Flow`
  let candidate = flow
  for (let number = 2; given.has(candidate); number++) candidate = `${flow}${number}`
  return candidate
}
