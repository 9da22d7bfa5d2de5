import { defineConfig, type Options } from 'tsup'
import { markPureCalls } from './scripts/pure-calls'

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
  noExternal: ['jose'],
  esbuildPlugins: [importJose(), markPureCalls()],
})

/**
 * Lets ES modules import jose, and bundles it into the CommonJS ones: it is an ES module, which Jest and older Nodes than
 * 20.19 and 22.12 cannot `require`.
 */
function importJose(): NonNullable<Options['esbuildPlugins']>[number] {
  return {
    name: 'import-jose',
    setup({ initialOptions, onResolve }) {
      if (initialOptions.format !== 'cjs')
        onResolve({ filter: /^jose$/ }, () => ({ external: true }))
    },
  }
}
