import { table as writeTable } from '../scripts/markdown'
import { table } from './table'

const heading = '## The rows'

/** The text of `docs/matrix.md`, with the rows as they are now. */
export function withRows(page: string): string {
  const [before = '', section = ''] = page.split(heading)
  const after = section.replace(/^\s*(?:\|.*\n)*/, '')
  const rows = table.map(({ part, name, packages, isFast }) => {
    const versions = Object.entries(packages).map(([tool, version]) => `${tool} ${version}`)
    return [part, name, versions.join(', '), isFast ? 'yes' : '']
  })
  const head = ['part', 'row', 'versions', '`--fast`']
  return `${before}${heading}\n\n${writeTable(head, rows)}\n\n${after.trimStart()}`
}
