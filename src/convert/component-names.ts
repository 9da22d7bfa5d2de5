/**
 * A component name for each of these names, such as those of files: `sales-menu` becomes `SalesMenu`. None is given
 * twice, and none is one of those taken.
 */
export function toComponentNames(names: readonly string[], taken: ReadonlySet<string>): string[] {
  const given = new Set(taken)
  return names.map((name) => {
    const component = firstFree(toPascalCase(name), given)
    given.add(component)
    return component
  })
}

function toPascalCase(name: string): string {
  const words = name.match(/[a-z\d]+/gi) ?? []
  const pascal = words.map((word) => word.charAt(0).toUpperCase() + word.slice(1)).join('')
  return /^[a-z]/i.test(pascal) ? pascal : `Flow${pascal}`
}

function firstFree(name: string, given: ReadonlySet<string>): string {
  if (!given.has(name)) return name
  const flow = name.endsWith('Flow') ? name : `${name}Flow`
  let candidate = flow
  for (let number = 2; given.has(candidate); number++) candidate = `${flow}${number}`
  return candidate
}
