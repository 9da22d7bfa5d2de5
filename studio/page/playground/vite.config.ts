import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { defineConfig, type Plugin } from 'vite'
import { sources } from '../sources'
import { compile } from './compile/compile'
import { startSources } from './start/start-sources'

// The list of licences that Vite writes has nothing of workers.
const compilerLicenses: Plugin = {
  name: 'compiler-licenses',
  generateBundle() {
    const source = readFileSync(new URL('compile/third-party.md', import.meta.url), 'utf8')
    this.emitFile({ type: 'asset', fileName: 'compiler-licenses.md', source })
  },
}

// The playground stands by itself at any path of any host.
export default defineConfig({
  root: fileURLToPath(new URL('.', import.meta.url)),
  base: './',
  publicDir: fileURLToPath(new URL('../public', import.meta.url)),
  oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } },
  plugins: [startSources(compile), compilerLicenses],
  resolve: { alias: sources },
  // The components of dialogs are named in findings and beside actions.
  worker: { format: 'es', rolldownOptions: { output: { keepNames: true } } },
  build: {
    outDir: fileURLToPath(new URL('../../dist/playground', import.meta.url)),
    emptyOutDir: true,
    target: 'es2023',
    license: { fileName: 'licenses.md' },
    modulePreload: { polyfill: false },
  },
})
