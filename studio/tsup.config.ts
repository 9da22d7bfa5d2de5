import { defineConfig } from 'tsup'

// The page is made by Vite, into a folder of the same `dist`.
export default defineConfig({
  entry: { index: 'src/index.ts' },
  format: ['esm'],
  target: 'node20',
  platform: 'node',
  external: [/^ncco-jsx/],
  clean: false,
})
