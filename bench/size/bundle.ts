import { gzipSync } from 'node:zlib'
import { type BuildOptions, build } from 'esbuild'
import { root } from '../../scripts/tools'

/** The size of a bundle of a module that imports the built package, in bytes. */
export interface Size {
  readonly minified: number
  readonly gzipped: number
}

/** A module with everything that an entry exports. */
export function wholeOf(entry: string): string {
  return `export * from '${entry}'`
}

/** The smallest flow of a component, as a compiler writes it for production. */
export function flowOf(component: string): string {
  return `
    import { render, ${component} } from 'ncco-jsx'
    import { jsx } from 'ncco-jsx/jsx-runtime'
    export const answer = () => JSON.stringify(render(jsx(${component}, {})))`
}

/** @param external packages that are left out */
export async function sizeOf(module: string, external: readonly string[] = []): Promise<Size> {
  const code = await bundle(module, external)
  return { minified: code.length, gzipped: gzipSync(code, { level: 9 }).length }
}

/** Bundles a module with all it imports, but for what the runtime brings, and minifies it. */
export async function bundle(
  module: string,
  external: readonly string[] = [],
): Promise<Uint8Array> {
  const settings = settingsOf(module)
  const { outputFiles } = await build({
    ...settings,
    external: [...settings.external, ...external],
  })
  return outputFiles[0]?.contents ?? new Uint8Array()
}

/** The minified bytes of each source of ours that a module takes in. */
export async function bytesOfSources(module: string): Promise<ReadonlyMap<string, number>> {
  const { metafile } = await build({ ...settingsOf(module), metafile: true })
  const [output] = Object.values(metafile.outputs)
  const sources = Object.entries(output?.inputs ?? {})
  return new Map(sources.map(([source, { bytesInOutput }]) => [source, bytesInOutput]))
}

function settingsOf(module: string) {
  return {
    stdin: { contents: module, resolveDir: root },
    absWorkingDir: root,
    bundle: true,
    minify: true,
    format: 'esm',
    target: 'es2022',
    external: ['node:*'],
    write: false,
    logLevel: 'error',
    // Else the paths of tsconfig.json would lead to the sources.
    tsconfigRaw: {},
  } as const satisfies BuildOptions
}
