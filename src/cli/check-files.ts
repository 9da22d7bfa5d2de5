import { check } from 'ncco-jsx'
import { parseJson, placesIn } from './json-text'
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
  const parsed = parseJson(text)
  if ('code' in parsed) return { file, text, issues: [parsed] }
  const ncco = parsed.value
  const found = check(ncco, options)
  const placeOf = found.length > 0 ? placesIn(text) : () => undefined
  const issues = found.map((issue) => ({ ...issue, range: placeOf(issue.path) }))
  const isNoNcco = found.some(({ code }) => code === 'not-an-ncco' || code === 'not-json')
  return { file, text, issues, ...(isNoNcco ? {} : { flow: { name, ncco } }) }
}
