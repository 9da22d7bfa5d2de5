import { version } from 'esbuild'
import { entries } from '../../scripts/entries'
import { table } from '../../scripts/markdown'
import { actions } from '../../src/vocabulary'
import { kilobytes, verdict, writeSection } from '../page'
import { flowOf, sizeOf, wholeOf } from './bundle'

const aim = 7000

async function row(name: string, module: string, least?: number): Promise<string[]> {
  const { minified, gzipped } = await sizeOf(module)
  const met = least === undefined ? '' : verdict(gzipped <= least, `at most ${kilobytes(least)}`)
  return [name, kilobytes(minified), kilobytes(gzipped), met]
}

writeSection({
  title: 'Size',
  command: 'npm run bench:size',
  versions: { esbuild: version },
  paragraphs: [
    'Bundled and minified by esbuild for production with all it imports, and compressed by gzip at level 9. `test/package/size.test.ts` holds every entry below a ceiling.',
    table(
      ['all of an entry', 'minified', 'gzip', 'aim'],
      await Promise.all(
        entries.map((entry) =>
          row(`\`${entry}\``, wholeOf(entry), entry === 'ncco-jsx' ? aim : undefined),
        ),
      ),
    ),
    'A flow of one component and its `render`, as a compiler writes it: what a Worker carries that uses no more.',
    table(
      ['a flow of', 'minified', 'gzip', ''],
      await Promise.all(
        actions.map(({ component }) => row(`\`<${component}>\``, flowOf(component))),
      ),
    ),
  ],
})
