import { defineConfig, type Options } from 'tsup'
import { compactModule } from './scripts/compact-module'
import { markPureCalls } from './scripts/pure-calls'
import { shareModules } from './scripts/shared-modules'

const shipped: Options = {
  format: ['esm', 'cjs'],
  target: 'es2022',
  platform: 'neutral',
  sourcemap: true,
  treeshake: false,
  plugins: [{ name: 'compact-modules', buildEnd: compactModules }],
}

export default defineConfig([
  {
    ...shipped,
    entry: { 'jsx-runtime': 'jsx-runtime/index.ts', 'jsx-dev-runtime': 'jsx-runtime/dev.ts' },
    // Each a file of its own, with a copy of what makes an element: Node takes longer to find a module than to read this one.
    splitting: false,
  },
  {
    ...shipped,
    entry: {
      index: 'src/index.ts',
      convert: 'src/convert/index.ts',
      dialog: 'src/dialog/index.ts',
      serve: 'src/serve/index.ts',
      node: 'src/node/index.ts',
      simulate: 'src/simulate/index.ts',
    },
    noExternal: ['jose'],
    esbuildPlugins: [
      importJose(),
      markPureCalls(),
      shareModules({
        core: ['issues', 'element', 'options', 'speech', 'vocabulary', 'check', 'render'],
      }),
    ],
  },
  {
    ...shipped,
    entry: { vitest: 'src/vitest/index.ts' },
    platform: 'node',
    removeNodeProtocol: false,
    external: [/^ncco-jsx/],
  },
  {
    // Vitest imports it, by the path that the plugin gives.
    entry: { 'vitest-setup': 'src/vitest/setup.ts' },
    format: ['esm'],
    target: 'node20',
    platform: 'node',
    external: [/^ncco-jsx/, 'vitest'],
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

async function compactModules({ writtenFiles }: { writtenFiles: readonly { name: string }[] }) {
  for (const { name } of writtenFiles) if (!name.endsWith('.map')) await compactModule(name)
}

/**
 * Lets ES modules import jose, and bundles it into the CommonJS ones: it is an ES module, which Jest and older Nodes than
 * 20.19 and 22.12 cannot `require`.
 */
function importJose(): NonNullable<Options['esbuildPlugins']>[number] {
  return {
    name: 'import-jose',
    setup({ initialOptions, onResolve }) {
      if (initialOptions.format !== 'cjs')
        onResolve({ filter: /^jose(\/|$)/ }, () => ({ external: true }))
    },
  }
}
