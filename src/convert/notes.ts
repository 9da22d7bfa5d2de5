import { judge } from '../check/judge'
import type { Json, JsonObject } from '../element/json'
import type { Issue } from '../issues/issue'
import type { Origin } from '../issues/origin'
import { below, type Path, pointer, root, segments } from '../issues/report'
import { definitionOf } from '../options/component'
import { actionOf } from '../vocabulary/index'
import { Raw } from '../vocabulary/raw'
import type { Flow, Kept } from './to-elements'

/** The comments above the keys of objects and the entries of arrays that are kept as JSON. */
export type Notes = ReadonlyMap<object, ReadonlyMap<string | number, readonly Note[]>>

/** What is wrong with a value, and what to write instead. */
export type Note = readonly string[]

/** Says of every value that is kept as JSON what `check` finds there: why it is not said by an element. */
export function findNotes(ncco: readonly Json[], { kept }: Flow): Notes {
  const notes = new Map<object, Map<string | number, Note[]>>()
  const add = ({ holder, key }: Kept, note: Note) => {
    const ofHolder = notes.get(holder) ?? new Map<string | number, Note[]>()
    notes.set(holder, ofHolder)
    ofHolder.set(key, [...(ofHolder.get(key) ?? []), note])
  }
  const unexplained = new Set(kept.values())
  const issues = kept.size > 0 ? judge(ncco, undefined, asElements(ncco, kept)) : []
  for (const issue of issues) {
    const { value, within } = placeOf(segments(issue.path), ncco, kept)
    if (value === undefined || within === undefined) continue
    add(value, toNote(issue))
    unexplained.delete(within)
  }
  for (const place of unexplained) add(place, [noElement])
  return notes
}

const noElement = 'No element says this, so it stays as it is.'

function toNote({ code, message, remedy }: Issue): Note {
  return [`${code}: ${message}`, remedy]
}

/** The NCCO as the elements that it becomes, so that findings speak of these, and only inside `<Raw>` of JSON. */
function asElements(ncco: readonly Json[], kept: ReadonlyMap<string, Kept>): Path {
  const parts = new Map<string | number, Origin>()
  for (const [index, entry] of ncco.entries()) {
    const origin: Origin = kept.has(`/${index}`)
      ? { element: definitionOf(Raw)?.component, frame: undefined, exempt: 'embedded' }
      : { element: actionOf((entry as JsonObject).action)?.component, frame: undefined }
    parts.set(index, origin)
  }
  return { ...root, part: { frame: undefined, parts } }
}

/**
 * Where the value at a place is kept, or the innermost value around it that exists; and the whole that is kept there.
 * Neither if an element says it.
 */
function placeOf(
  keys: readonly string[],
  ncco: readonly Json[],
  kept: ReadonlyMap<string, Kept>,
): { value?: Kept | undefined; within?: Kept | undefined } {
  let inside: Json | undefined = ncco as Json[]
  let path = root
  let within = kept.get(pointer(root))
  let value = within
  for (const key of keys) {
    if (!isHolder(inside) || !Object.hasOwn(inside, key)) break
    path = below(path, key)
    if (within) value = { holder: inside, key: toKey(inside, key) }
    else value = within = kept.get(pointer(path))
    inside = (inside as JsonObject)[key]
  }
  return { value, within }
}

function isHolder(value: Json | undefined): value is JsonObject | Json[] {
  return typeof value === 'object' && value !== null
}

function toKey(holder: JsonObject | Json[], key: string): string | number {
  return Array.isArray(holder) ? Number(key) : key
}
