import { check } from 'ncco-jsx'
import { fileIssue } from './file-issue'
import { parseJson } from './json-text'
import type { FileReport } from './report'
import { readSource, type Source } from './source'

/** A file that was read and checked; with the NCCO, where it holds one. */
export interface CheckedFile extends FileReport {
  readonly flow?: { readonly name: string; readonly ncco: unknown }
}

/** Reads files one after another and checks the NCCO in each. */
export async function checkFiles(
  files: readonly string[],
  stdin: NodeJS.ReadableStream,
  options: { strict?: boolean },
): Promise<CheckedFile[]> {
  const checked: CheckedFile[] = []
  for (const file of files) {
    const source = await readSource(file, stdin)
    checked.push('code' in source ? { file, issues: [source] } : checkSource(source, options))
  }
  return checked
}

function checkSource({ file, name, text }: Source, options: { strict?: boolean }): CheckedFile {
  const json = parseJson(text)
  if ('code' in json) {
    const isModule = /\.[cm]?[jt]sx?$/.test(file)
    return isModule
      ? { file, issues: [fileIssue('broken-json', { fault: 'module', file })] }
      : { file, text, issues: [json] }
  }
  const ncco = json.value
  const found = check(ncco, options)
  const placed = found.map((issue) => ({ ...issue, range: json.placeOf(issue.path) }))
  const isNoNcco = found.some(({ code }) => code === 'not-an-ncco' || code === 'not-json')
  const issues = [...json.issues, ...placed]
  return { file, text, issues, ...(isNoNcco ? {} : { flow: { name, ncco } }) }
}
