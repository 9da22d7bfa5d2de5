import { version } from 'esbuild'
import { entries } from '../../scripts/entries'
import { table } from '../../scripts/markdown'
import { actions } from '../../src/vocabulary'
import { kilobytes, verdict, writeSection } from '../page'
import { bytesOfSources, flowOf, sizeOf, wholeOf } from './bundle'

const aims: Readonly<Record<string, number>> = { 'ncco-jsx': 24_000, Talk: 16_000 }

async function row(name: string, module: string, least?: number): Promise<string[]> {
  const { minified, gzipped } = await sizeOf(module)
  const met = least === undefined ? '' : verdict(gzipped <= least, `at most ${kilobytes(least)}`)
  return [name, kilobytes(minified), kilobytes(gzipped), met]
}

const parts: Readonly<Record<string, string>> = {
  'issues/messages': 'the words of every message',
  vocabulary: 'the tables of options, and the rules between options',
  render: 'from elements to objects, with the places of what is found',
  options: 'what interprets the tables',
  speech: 'texts, SSML, voices and languages',
  check: 'the order of actions, and issues from findings',
  issues: 'issues and errors as such',
  element: 'elements',
}

/** The bytes of the core by the folder of each source, the messages by themselves. */
async function rowsOfParts(): Promise<string[][]> {
  const sources = await bytesOfSources(wholeOf('./src/index.ts'))
  const found = Object.keys(parts).map((part) => {
    const own = [...sources].filter(([source]) => folderOf(source) === part)
    return { part, bytes: own.reduce((sum, [, bytes]) => sum + bytes, 0) }
  })
  // All sources count, so the shares show a folder that is missing from the table.
  const all = [...sources.values()].reduce((sum, bytes) => sum + bytes, 0)
  return found.map(({ part, bytes }) => [
    `\`src/${part}\``,
    parts[part] ?? '',
    kilobytes(bytes),
    `${Math.round((100 * bytes) / all)} %`,
  ])
}

function folderOf(source: string): string {
  const folder = source.replace(/^src\//, '').replace(/\/[^/]*$/, '')
  return folder in parts ? folder : (folder.split('/')[0] ?? '')
}

writeSection({
  title: 'Size',
  command: 'npm run bench:size',
  versions: { esbuild: version },
  paragraphs: [
    'Bundled and minified by esbuild for production with all it imports, and compressed by gzip at level 9. `test/package/size.test.ts` holds every entry below a ceiling.',
    table(
      ['all of an entry', 'minified', 'gzip', 'aim'],
      await Promise.all(entries.map((entry) => row(`\`${entry}\``, wholeOf(entry), aims[entry]))),
    ),
    'The bytes of `ncco-jsx` by folder.',
    table(['part', 'what it is', 'minified', 'share'], await rowsOfParts()),
    'A flow of one component and its `render`, as a compiler writes it: what a Worker carries that uses no more.',
    table(
      ['a flow of', 'minified', 'gzip', 'aim'],
      await Promise.all(
        actions.map(({ component }) =>
          row(`\`<${component}>\``, flowOf(component), aims[component]),
        ),
      ),
    ),
  ],
})
