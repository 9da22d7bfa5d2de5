import { defineConfig } from 'tsup'

export default defineConfig([
  {
    entry: {
      index: 'src/index.ts',
      'jsx-runtime': 'jsx-runtime/index.ts',
      'jsx-dev-runtime': 'jsx-runtime/dev.ts',
      convert: 'src/convert/index.ts',
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
  },
  {
    entry: { cli: 'src/cli/main.ts' },
    format: ['esm'],
    target: 'node20',
    platform: 'node',
    // It uses the package as its users do, not a copy of its own.
    external: [/^ncco-jsx/],
  },
])
