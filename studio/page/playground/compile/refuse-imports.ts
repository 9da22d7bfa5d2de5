/** The modules that a flow of the playground may import. */
export const importable = ['ncco-jsx', 'ncco-jsx/dialog', 'ncco-jsx/serve'] as const

/** What a flow that imports another module is told. */
export function refusal(specifier: string): string {
  const [first, second, third] = importable
  return `The playground has no module "${specifier}". Import from ${first}, ${second} or ${third}, and write what else the flow needs into this file.`
}

/** A statement that imports a module, or may do so. */
interface ImportNode {
  readonly loc?: { readonly start: object } | null
  readonly source?: { readonly value?: unknown } | null
  readonly importKind?: string | null
  readonly exportKind?: string | null
}

function check({ node }: { readonly node: ImportNode }): void {
  const { loc, source, importKind, exportKind } = node
  // What the compiler adds for JSX has no place; types are gone before the flow runs.
  if (!loc || !source || importKind === 'type' || exportKind === 'type') return
  const specifier = String(source.value)
  if (importable.some((one) => one === specifier)) return
  throw Object.assign(new SyntaxError(refusal(specifier)), { loc: loc.start })
}

/** A plugin of Babel: refuses imports of what the playground does not have, with their places. */
export function refuseImports(): object {
  return {
    visitor: {
      ImportDeclaration: check,
      ExportAllDeclaration: check,
      ExportNamedDeclaration: check,
    },
  }
}
