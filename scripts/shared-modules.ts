import { readdirSync } from 'node:fs'
import { join, relative, resolve, sep } from 'node:path'
import type { Options } from 'tsup'
import { root } from './tools'

type Plugin = NonNullable<Options['esbuildPlugins']>[number]

/**
 * Puts folders of `src` that several entries need into modules by name, whole, which every entry imports. Left to itself, esbuild
 * makes a module of its own of what each set of entries has in common: loading the core then took eight files, and twice as long.
 * A CommonJS entry stays one file, which loads faster than two. Two files of a module that export the same name fail the build: an
 * `export *` of both has neither, and the entry that imports it throws.
 */
export function shareModules(
  modules: Readonly<Record<string, readonly string[]>>,
  src = join(root, 'src'),
): Plugin {
  const moduleOf = (path: string) =>
    Object.keys(modules).find((name) => modules[name]?.includes(folderOf(path, src) ?? ''))
  return {
    name: 'shared-modules',
    setup({ initialOptions, onResolve, onLoad }) {
      if (initialOptions.format === 'cjs') return
      initialOptions.logOverride = { ...initialOptions.logOverride, 'ambiguous-reexport': 'error' }
      const entries = Object.keys(modules).map((name) => [name, `shared:${name}`])
      initialOptions.entryPoints = {
        ...(initialOptions.entryPoints as Record<string, string>),
        ...Object.fromEntries(entries),
      }
      onResolve({ filter: /^shared:/ }, ({ path }) => ({
        namespace: 'shared',
        path: path.slice('shared:'.length),
        sideEffects: false,
      }))
      onLoad({ filter: /.*/, namespace: 'shared' }, ({ path }) => ({
        contents: (modules[path] ?? []).flatMap((folder) => exportsOf(folder, src)).join('\n'),
        resolveDir: src,
      }))
      onResolve({ filter: /^\./ }, ({ path, importer, resolveDir, namespace }) => {
        const shared = moduleOf(resolve(resolveDir, path))
        const isInside = namespace === 'shared' || moduleOf(importer) === shared
        if (shared === undefined || isInside) return undefined
        return { path: `./${shared}.js`, external: true, sideEffects: false }
      })
    },
  }
}

/** The folder of `src` that a file lies in; `undefined` for a file beside those folders. */
function folderOf(path: string, src: string): string | undefined {
  const [folder, ...rest] = relative(src, path).split(sep)
  return rest.length === 0 ? undefined : folder
}

/** Statements that export everything that the files of a folder export. */
function exportsOf(folder: string, src: string): string[] {
  const files = readdirSync(join(src, folder), { recursive: true, encoding: 'utf8' })
  return files
    .filter((file) => file.endsWith('.ts'))
    .sort()
    .map((file) => `export * from './${folder}/${file.replaceAll(sep, '/')}'`)
}
