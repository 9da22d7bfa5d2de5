import { readFileSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'
import type { Plugin } from 'vite'
import type { Compiled } from '../compile/compiled'
import { toStart } from './to-start'

const mark = '\0start:'

/**
 * A plugin of Vite: `flow.tsx?above=…&below=…&start` is an example as one module, with the files beside it that it needs.
 *
 * @param compile makes what the page can run without its compiler; absent: nothing does
 */
export function startSources(compile?: (source: string) => Compiled): Plugin {
  return {
    name: 'start-sources',
    // Before Vite takes the query for one of its own.
    enforce: 'pre',
    resolveId(specifier, importer) {
      if (!specifier.endsWith('&start') || importer === undefined) return undefined
      const [path = '', query] = specifier.split('?')
      const file = resolve(dirname(importer), path)
      return mark + Buffer.from(JSON.stringify([file, query])).toString('base64url')
    },
    load(id) {
      if (!id.startsWith(mark)) return undefined
      const named = Buffer.from(id.slice(mark.length), 'base64url').toString()
      const [file, query]: [string, string] = JSON.parse(named)
      const beside = new URLSearchParams(query)
      const read = (name: string) => readFileSync(join(dirname(file), name), 'utf8')
      const source = toStart(readFileSync(file, 'utf8'), {
        above: beside.getAll('above').map(read),
        below: beside.getAll('below').map(read),
      })
      const compiled = compile?.(source)
      if (compiled && 'error' in compiled) this.error(`${file}: ${compiled.error.message}`)
      return `export default ${JSON.stringify({ source, ...compiled })}`
    },
  }
}
