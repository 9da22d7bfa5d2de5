import { gzipSync } from 'node:zlib'
import { build } from 'esbuild'
import { root } from '../scripts/tools'

/** What a bundler makes of a module that imports the built package, in bytes. */
export interface Size {
  readonly minified: number
  readonly gzipped: number
}

/** A module with everything that the core entry exports. */
export const wholeCore = `export * from 'ncco-jsx'`

/** The smallest flow: one component and its render, as a compiler writes it for production. */
export const talkOnly = `
  import { render, Talk } from 'ncco-jsx'
  import { jsx } from 'ncco-jsx/jsx-runtime'
  export const answer = () => JSON.stringify(render(jsx(Talk, { children: 'Hello' })))`

export async function sizeOf(module: string): Promise<Size> {
  const { outputFiles } = await build({
    stdin: { contents: module, resolveDir: root },
    bundle: true,
    minify: true,
    format: 'esm',
    target: 'es2022',
    write: false,
    // Else the paths of tsconfig.json would lead to the sources.
    tsconfigRaw: {},
  })
  const code = outputFiles[0]?.contents ?? new Uint8Array()
  return { minified: code.length, gzipped: gzipSync(code, { level: 9 }).length }
}
