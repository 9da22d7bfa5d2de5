import { fileURLToPath } from 'node:url'
import { defineConfig } from 'vite'
import { sources } from './sources'

export default defineConfig({
  root: fileURLToPath(new URL('.', import.meta.url)),
  base: './',
  oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } },
  resolve: { alias: sources },
  build: {
    outDir: fileURLToPath(new URL('../dist/page', import.meta.url)),
    emptyOutDir: true,
    target: 'es2023',
    // What is bundled asks for its licence to go along.
    license: { fileName: 'licenses.md' },
    modulePreload: { polyfill: false },
  },
})
