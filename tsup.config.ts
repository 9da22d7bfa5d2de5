import { defineConfig } from 'tsup'

export default defineConfig({
  entry: {
    index: 'src/index.ts',
    'jsx-runtime': 'jsx-runtime/index.ts',
    'jsx-dev-runtime': 'jsx-runtime/dev.ts',
    serve: 'src/serve/index.ts',
    node: 'src/node/index.ts',
    simulate: 'src/simulate/index.ts',
  },
  format: ['esm', 'cjs'],
  target: 'es2022',
  platform: 'neutral',
  dts: true,
  sourcemap: true,
  clean: true,
  treeshake: false,
})
