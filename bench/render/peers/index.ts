import { mkdtempSync, rmSync } from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { build } from 'esbuild'
import { toolFolder } from '../../tools'
import type { Call } from '../call'

const require = createRequire(import.meta.url)

/** A renderer of JSX: what its compiler imports, and how it makes a text of `<Page />`, which is in scope as `page`. */
interface Peer {
  readonly source: string
  readonly module: string
}

const page = (imports: string, text: string) => `
  import { Page } from './page'
  ${imports}
  export const renderPage = (call) => ${text}`

const peers = {
  'hono/jsx': {
    source: 'hono/jsx',
    module: page(`import { jsx } from 'hono/jsx/jsx-runtime'`, 'jsx(Page, call).toString()'),
  },
  'preact-render-to-string': {
    source: 'preact',
    module: page(
      `import { jsx } from 'preact/jsx-runtime'; import { renderToString } from 'preact-render-to-string'`,
      'renderToString(jsx(Page, call))',
    ),
  },
  'react-dom/server': {
    source: 'react',
    module: page(
      `import { jsx } from 'react/jsx-runtime'; import { renderToStaticMarkup } from 'react-dom/server'`,
      'renderToStaticMarkup(jsx(Page, call))',
    ),
  },
} satisfies Record<string, Peer>

export type PeerName = keyof typeof peers

/** Every peer as a call that renders the flow's elements in its own way, compiled for production as its users do. */
export async function loadPeers(): Promise<Record<PeerName, (call: Call) => string>> {
  const folder = mkdtempSync(join(tmpdir(), 'ncco-jsx-bench-'))
  try {
    const loaded = Object.entries(peers).map(async ([name, { source, module }], index) => {
      const outfile = join(folder, `${index}.cjs`)
      await build({
        stdin: { contents: module, resolveDir: fileURLToPath(new URL('.', import.meta.url)) },
        bundle: true,
        outfile,
        format: 'cjs',
        platform: 'node',
        target: 'node20',
        jsx: 'automatic',
        jsxImportSource: source,
        define: { 'process.env.NODE_ENV': '"production"' },
        nodePaths: [toolFolder('')],
        tsconfigRaw: {},
      })
      const { renderPage } = require(outfile)
      return [name, renderPage]
    })
    return Object.fromEntries(await Promise.all(loaded))
  } finally {
    rmSync(folder, { recursive: true })
  }
}
