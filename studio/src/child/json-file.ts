import { readFile } from 'node:fs/promises'
import type { JsonReason } from './messages'
import { type Served, serveNcco } from './served'

/** Serves the NCCO of a JSON file. */
export async function serveJson(file: string): Promise<Served | { readonly reason: JsonReason }> {
  const text = await readFile(file, 'utf8').catch(() => undefined)
  if (text === undefined) return { reason: { kind: 'missing' } }
  let value: unknown
  try {
    value = JSON.parse(text)
  } catch {
    return { reason: { kind: 'broken-json', text } }
  }
  return Array.isArray(value) ? serveNcco(value) : { reason: { kind: 'other-json' } }
}
