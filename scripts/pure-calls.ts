import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Options } from 'tsup'
import ts from 'typescript'
import { root } from './tools'

type Plugin = NonNullable<Options['esbuildPlugins']>[number]

/**
 * Marks the calls of functions with `@__NO_SIDE_EFFECTS__` as pure. esbuild and Bun heed that annotation only within one file, and the
 * build may put a function and its calls into different ones; a flow would then carry every component of the vocabulary.
 */
export function markPureCalls(): Plugin {
  const names = findPureFunctions()
  return {
    name: 'pure-calls',
    setup({ onLoad }) {
      onLoad(
        { filter: /[\\/]src[\\/](options|speech|vocabulary|issues[\\/]messages)[\\/].+\.ts$/ },
        ({ path }) => ({
          contents: markCalls(readFileSync(path, 'utf8'), names),
          loader: 'ts',
        }),
      )
    },
  }
}

function findPureFunctions(): ReadonlySet<string> {
  const src = join(root, 'src')
  const files = readdirSync(src, { recursive: true, encoding: 'utf8' })
  const texts = files
    .filter((name) => name.endsWith('.ts'))
    .map((name) => readFileSync(join(src, name), 'utf8'))
  const found = texts.flatMap((text) => [
    ...text.matchAll(/@__NO_SIDE_EFFECTS__ \*\/\s+export function (\w+)/g),
  ])
  return new Set(found.map(([, name = '']) => name))
}

/**
 * Puts the annotation before each call of one of these functions. A call that is followed by another, as in `text().check(value)`,
 * stays as it is: Bun takes the annotation for the whole chain, and drops it.
 */
export function markCalls(text: string, names: ReadonlySet<string>): string {
  const starts: number[] = []
  const visit = (node: ts.Node): void => {
    const isPure =
      ts.isCallExpression(node) &&
      ts.isIdentifier(node.expression) &&
      names.has(node.expression.text) &&
      !ts.isPropertyAccessExpression(node.parent)
    if (isPure) starts.push(node.getStart())
    ts.forEachChild(node, visit)
  }
  visit(ts.createSourceFile('file.ts', text, ts.ScriptTarget.Latest, true))
  const cuts = [0, ...starts, text.length]
  return starts.length === 0
    ? text
    : cuts
        .slice(1)
        .map((end, index) => text.slice(cuts[index], end))
        .join('/* @__PURE__ */ ')
}
