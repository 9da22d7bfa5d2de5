import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { build } from 'esbuild'
import type { Project } from './project'

const root = fileURLToPath(new URL('..', import.meta.url))

/** How sources of this repository get into a project. */
interface BundleOptions {
  readonly format?: 'esm' | 'cjs'
  /** For a runtime that resolves no packages: the conditions under which they are bundled too. */
  readonly conditions?: readonly string[]
}

/** Bundles TSX of this repository into one file of a project; the packages that it imports are the project's. */
export async function bundle(
  project: Project,
  from: string,
  to: string,
  { format = 'esm', conditions }: BundleOptions = {},
): Promise<void> {
  const outfile = join(project.folder, to)
  const compiled = conditions ? outfile.replace(/(\.\w+)$/, '.unbundled$1') : outfile
  await build({
    entryPoints: [join(root, from)],
    outfile: compiled,
    bundle: true,
    format,
    target: 'es2022',
    // For Node, a CommonJS file tells its exports to the ES modules that import it.
    platform: format === 'cjs' ? 'node' : 'neutral',
    packages: 'external',
    external: ['node:*'],
    logLevel: 'error',
    // Else the paths of tsconfig.json would lead to the sources.
    tsconfigRaw: {},
    jsx: 'automatic',
    jsxImportSource: 'ncco-jsx',
  })
  if (conditions) {
    await build({
      entryPoints: [compiled],
      outfile,
      bundle: true,
      format,
      target: 'es2022',
      platform: 'neutral',
      conditions: [...conditions],
      logLevel: 'error',
    })
  }
}
