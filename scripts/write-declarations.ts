import { join } from 'node:path'
import { rollup } from 'rollup'
import { dts } from 'rollup-plugin-dts'
import config from '../tsup.config'
import { mapMembers } from './member-maps'
import { root } from './tools'

// Bundles the declarations of every entry, for both module systems, with maps into the sources that ship beside them:
// "go to definition" leads a user to readable source. tsup bundles them too, but its version of the plugin has no maps.
const builds = config as readonly { entry: Readonly<Record<string, string>>; format: string[] }[]
// The command has none: nobody imports it.
const imported = builds.filter(({ format }) => format.includes('cjs'))
const entry = Object.assign({}, ...imported.map(({ entry }) => entry))
const bundle = await rollup({
  input: Object.fromEntries(
    Object.entries<string>(entry).map(([name, file]) => [name, join(root, file)]),
  ),
  external: /^node:/,
  plugins: [dts({ tsconfig: join(root, 'tsconfig.json'), sourcemap: true })],
})
for (const extension of ['d.ts', 'd.cts']) {
  const { output } = await bundle.write({
    dir: join(root, 'dist'),
    format: 'es',
    sourcemap: true,
    sourcemapExcludeSources: true,
    entryFileNames: `[name].${extension}`,
    chunkFileNames: `[name]-[hash].${extension}`,
  })
  for (const { type, fileName } of output) {
    if (type === 'chunk') mapMembers(join(root, 'dist', fileName))
  }
}
await bundle.close()
