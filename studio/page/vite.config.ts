import { fileURLToPath } from 'node:url'
import { defineConfig } from 'vite'

const root = (path: string) => fileURLToPath(new URL(`../../${path}`, import.meta.url))

export default defineConfig({
  root: fileURLToPath(new URL('.', import.meta.url)),
  base: './',
  oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } },
  resolve: {
    // The page is built from the same sources as the package beside it.
    alias: [
      { find: /^ncco-jsx$/, replacement: root('src/index.ts') },
      { find: /^ncco-jsx\/convert$/, replacement: root('src/convert/index.ts') },
      { find: /^ncco-jsx\/jsx-runtime$/, replacement: root('jsx-runtime/index.ts') },
      { find: /^ncco-jsx\/serve$/, replacement: root('src/serve/index.ts') },
      { find: /^ncco-jsx\/simulate$/, replacement: root('src/simulate/index.ts') },
    ],
  },
  build: {
    outDir: fileURLToPath(new URL('../dist/page', import.meta.url)),
    emptyOutDir: true,
    target: 'es2023',
    // What is bundled asks for its licence to go along.
    license: { fileName: 'licenses.md' },
    modulePreload: { polyfill: false },
  },
})
