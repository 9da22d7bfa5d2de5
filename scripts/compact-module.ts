import { readFileSync, writeFileSync } from 'node:fs'
import { basename } from 'node:path'
import { minify } from 'terser'

/**
 * Takes white space and comments out of a built module, and shortens the names of parameters and local variables, which no stack trace
 * shows. Those of functions, classes and properties stay; so do the annotations of pure calls, which esbuild would take out too: a flow
 * would then carry every component. The map goes on leading to the sources, without the
 * text of our own, which ship once, beside it.
 */
export async function compactModule(path: string): Promise<void> {
  const { code, map } = await minify(readFileSync(path, 'utf8'), {
    module: path.endsWith('.js'),
    compress: false,
    mangle: { module: false, toplevel: false, keep_fnames: true, keep_classnames: true },
    // A line for each statement, for whoever reads a trace without the map. ASCII, which an engine reads faster.
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
