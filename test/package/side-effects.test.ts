import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { build } from 'esbuild'
import { describe, expect, it } from 'vitest'
import { entries } from '../../scripts/entries'
import { root, run } from '../../scripts/tools'

const manifest = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'))

/** The bundle of a module that imports these entries and uses nothing of them. */
async function bundleUnused(names: readonly string[]): Promise<string> {
  const imports = names.map((name, index) => `import * as entry${index} from '${name}'`)
  const { outputFiles } = await build({
    stdin: { contents: `${imports.join('\n')}\nexport const used = 1`, resolveDir: root },
    bundle: true,
    minify: true,
    format: 'esm',
    platform: 'node',
    write: false,
    logLevel: 'error',
    // Else the paths of tsconfig.json would lead to the sources.
    tsconfigRaw: {},
  })
  return outputFiles[0]?.text ?? ''
}

// What all copies of the package share.
const shared = [
  // A slot, which holds nothing until a component runs.
  'Symbol(ncco-jsx.running)',
  // Only true where questions can stand in a flow; otherwise components run side by side.
  'Symbol(ncco-jsx.directives-loaded)',
]

describe('sideEffects: false', () => {
  it('lets a bundler drop every entry from which nothing is used', async () => {
    expect(manifest.sideEffects).toBe(false)
    expect(await bundleUnused(entries)).toMatch(/^var (\w)=1;export\{\1 as used\};\n$/)
  })

  it.each(entries.flatMap((entry) => [`import('${entry}')`, `require('${entry}')`]))(
    'is true: %s gives a program nothing but its exports',
    (load) => {
      const script = `
      import { createRequire } from 'node:module'
      const require = createRequire(process.cwd() + '/')
      const look = () => new Map(objects.flatMap((object) =>
        Reflect.ownKeys(object).map((key) => [object, key, Object.getOwnPropertyDescriptor(object, key)?.value]))
        .map(([object, key, value]) => [\`\${objects.indexOf(object)} \${String(key)}\`, value]))
      const globals = Reflect.ownKeys(globalThis).map((name) => globalThis[name])
      const objects = [...new Set([...globals, ...globals.map((value) => value?.prototype)])]
        .filter((value) => Object(value) === value)
      const before = look()
      const listeners = process.eventNames()
      await ${load}
      const changed = [...look()].filter(([key, value]) => !before.has(key) || !Object.is(before.get(key), value))
      console.log(JSON.stringify({
        changed: changed.map(([key]) => key.slice(key.indexOf(' ') + 1)),
        listeners: process.eventNames().length - listeners.length,
      }))`
      const output = run(process.execPath, ['--input-type=module', '--eval', script], root)
      const { changed, listeners } = JSON.parse(output)
      expect(listeners).toBe(0)
      expect(changed.filter((name: string) => !shared.includes(name))).toStrictEqual([])
    },
  )
})
