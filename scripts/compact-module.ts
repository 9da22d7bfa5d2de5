import { readFileSync, writeFileSync } from 'node:fs'
import { basename } from 'node:path'
import { minify } from 'terser'

/**
 * Takes white space and comments out of a built module. Its names stay, so that a stack trace still reads; so do the annotations of pure
 * calls, which esbuild would take out too: a flow would then carry every component. The map goes on leading to the sources, without the
 * text of our own, which ship once, beside it.
 */
export async function compactModule(path: string): Promise<void> {
  const { code, map } = await minify(readFileSync(path, 'utf8'), {
    module: path.endsWith('.js'),
    compress: false,
    mangle: false,
    // A line for each statement, for whoever reads a trace without the map.
    format: { comments: false, preserve_annotations: true, semicolons: false, ascii_only: true },
    sourceMap: {
      content: readFileSync(`${path}.map`, 'utf8'),
      includeSources: true,
      url: `${basename(path)}.map`,
    },
  })
  writeFileSync(path, `${code}\n`)
  writeFileSync(`${path}.map`, withoutOwnText(String(map)))
}

function withoutOwnText(json: string): string {
  const map = JSON.parse(json)
  map.sourcesContent = map.sources.map((source: string, index: number) =>
    source.includes('node_modules') ? map.sourcesContent?.[index] : null,
  )
  return JSON.stringify(map)
}
