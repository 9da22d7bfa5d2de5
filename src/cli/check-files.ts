import { check, type Issue } from 'ncco-jsx'
import { mendNcco } from 'ncco-jsx/convert'
import { fileIssue } from './file-issue'
import { parseJson } from './json-text'
import type { FileReport } from './report'
import { readSource, type Source } from './source'

/** A file that was read and checked; with the NCCO, where it holds one. */
export interface CheckedFile extends FileReport {
  readonly flow?: { readonly name: string; readonly ncco: unknown }
}

/** How files are checked. */
interface CheckFilesOptions {
  readonly strict?: boolean | undefined
  /** Mend what can be mended first. */
  readonly mend?: boolean | undefined
}

/** Reads files one after another and checks the NCCO in each. */
export async function checkFiles(
  files: readonly string[],
  stdin: NodeJS.ReadableStream,
  options: CheckFilesOptions,
): Promise<CheckedFile[]> {
  const checked: CheckedFile[] = []
  for (const file of files) {
    const source = await readSource(file, stdin)
    checked.push('code' in source ? { file, issues: [source] } : checkSource(source, options))
  }
  return checked
}

function checkSource(
  { file, name, text }: Source,
  { mend, ...options }: CheckFilesOptions,
): CheckedFile {
  const json = parseJson(text)
  if ('code' in json) {
    const isModule = /\.[cm]?[jt]sx?$/.test(file)
    return isModule
      ? { file, issues: [fileIssue('broken-json', { fault: 'module', file })] }
      : { file, text, issues: [json] }
  }
  const placed = (found: readonly Issue[]) =>
    found.map((issue) => ({ ...issue, range: json.placeOf(issue.path) }))
  const found = check(json.value, options)
  if (found.some(({ code }) => code === 'not-an-ncco' || code === 'not-json')) {
    return { file, text, issues: [...json.issues, ...placed(found)] }
  }
  if (!mend) {
    const flow = { name, ncco: json.value }
    return { file, text, issues: [...json.issues, ...placed(found)], flow }
  }
  const { ncco, mended, left } = mendNcco(json.value)
  const issues = [...json.issues, ...placed(left)]
  return { file, text, issues, mended: placed(mended), flow: { name, ncco } }
}
