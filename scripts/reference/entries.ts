import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { entries } from '../entries'
import { installTools, run } from '../tools'

/** An entry of the package, as TypeDoc describes it. */
export interface EntryDocs {
  /** The name that a user imports: `ncco-jsx/serve`. */
  readonly name: string
  /** What the comment of its file says. */
  readonly introduction: string
  readonly exports: readonly ExportDocs[]
}

/** The section of an export. */
export interface ExportDocs {
  readonly name: string
  readonly anchor: string
  /** `Functions`, `Interfaces` and so on. */
  readonly group: string
  /** Everything below its heading. */
  readonly text: string
}

// Only compilers import them.
const runtimes = ['ncco-jsx/jsx-runtime', 'ncco-jsx/jsx-dev-runtime']

/** The entries that people import. */
export const importedEntries = entries.filter((entry) => !runtimes.includes(entry))

/**
 * Runs TypeDoc over every entry, and reads the Markdown that it writes.
 *
 * @throws Error what TypeDoc printed, if an export has no comment, or a link in a comment leads nowhere
 */
export function readEntries(): EntryDocs[] {
  const tools = installTools('reference')
  const out = mkdtempSync(join(tmpdir(), 'ncco-jsx-reference-'))
  try {
    const typedoc = join(tools, 'node_modules/typedoc/bin/typedoc')
    run(process.execPath, [typedoc, '--out', out], tools)
    return importedEntries.map((name) => readEntry(name, out))
  } finally {
    rmSync(out, { recursive: true, force: true })
  }
}

function readEntry(name: string, out: string): EntryDocs {
  const page = readFileSync(
    join(out, `${name === 'ncco-jsx' ? 'ncco-jsx/index' : name}.md`),
    'utf8',
  )
  const [head = '', ...groups] = page.split(/^## /m)
  const exports = groups.flatMap((group) => {
    const [title = '', ...sections] = group.split(/^### /m)
    const exports = sections.map((section) => readSection(title.trim(), section))
    return exports.sort((a, b) => a.name.localeCompare(b.name, 'en'))
  })
  const introduction = head.replace(/^# .*\n/, '').trim()
  if (name !== 'ncco-jsx') return { name, introduction, exports }
  return { name, introduction, exports: [...exports, readJsx(out)] }
}

const heading = /^(?<name>\w+).* \{#(?<anchor>[\w-]+)\}\n/

function readSection(group: string, section: string): ExportDocs {
  const { name = '', anchor = '' } = heading.exec(section)?.groups ?? {}
  const text = section.replace(heading, '').replace(/\n\*\*\*\s*$/, '')
  return { name, anchor, group, text: text.trim() }
}

/** The namespace that compilers look up, which TypeDoc writes as a page of its own. */
function readJsx(out: string): ExportDocs {
  const page = readFileSync(join(out, 'ncco-jsx/namespaces/JSX.md'), 'utf8')
  const text = page
    .replace(/^# .*\n/, '')
    .replaceAll('\n\n***\n', '\n')
    .replaceAll(/^##+ (?:Interfaces|Type Aliases)\n/gm, '')
    .replaceAll('../index.md#', '#')
    // Their names stand in other sections too.
    .replaceAll(/^### (\w+) \{#(\w+)\}/gm, '#### $1 {#jsx-$2}')
    .replaceAll(/^#### (Extends|Properties)$/gm, '##### $1')
    .replaceAll(/<a id="[\w-]+"><\/a> /g, '')
  return { name: 'JSX', anchor: 'jsx', group: 'Namespaces', text: text.trim() }
}
