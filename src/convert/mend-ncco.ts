import { toIssues } from '../check/findings'
import { findIn, judge } from '../check/judge'
import { isJsonObject, type Json, type JsonObject, setOwn } from '../element/json'
import type { Issue } from '../issues/issue'
import { type Finding, pointer, root, segments } from '../issues/report'
import { assertNcco } from './assert-ncco'
import { type Instead, mends, type Target } from './mends'

/** What `mendNcco` gives. */
export interface MendedNcco {
  /** The mended copy. */
  readonly ncco: readonly Json[]
  /** What was mended: the findings, each with its place at that time. */
  readonly mended: readonly Issue[]
  /** What `check` finds in the mended copy. */
  readonly left: readonly Issue[]
}

/**
 * Writes what a finding of `check` says to write instead, where that is beyond doubt and means the same: old options
 * and spellings, numbers and booleans in quotes, a missing array around a single value. Everything else stays as it is.
 *
 * @param ncco the NCCO as a value, not as JSON text
 * @returns a mended copy, what was mended in it, and what is left for its author
 * @throws NccoError `not-an-ncco` for a value that is not an array, `not-json` for one that JSON cannot hold or that is nested deeper than 500 levels
 * @example
 * ```ts
 * const { ncco, left } = mendNcco([{ action: 'talk', text: 'Hello', voiceName: 'Amy', loop: '2' }])
 * // [{ action: 'talk', text: 'Hello', language: 'en-GB', style: 0, loop: 2 }]
 * ```
 */
export function mendNcco(ncco: unknown): MendedNcco {
  const copy = assertNcco(ncco)
  const mended: Issue[] = []
  // What was mended may show what else is wrong, such as a number in quotes under a name that was misspelt.
  for (let round = 0; round < mostRounds; round++) {
    const found = mendOnce(copy)
    if (found.length === 0) break
    mended.push(...found)
  }
  return { ncco: copy, mended, left: judge(copy, undefined) }
}

// A misspelt name, the old place of an option, its value: no value was seen that needs more than three.
const mostRounds = 10

/** Mends what is found, in place. Returns what was mended. */
function mendOnce(ncco: Json[]): Issue[] {
  const { findings } = findIn(ncco, undefined, root)
  const mended: Issue[] = []
  for (const finding of findings) {
    const target = targetOf(finding, ncco)
    const instead = target && insteadOf(finding, target)
    if (!target || !instead) continue
    const issues = toIssues([finding], { json: ncco, path: root })
    if (mendEntry(ncco, finding, () => replace(target, instead))) mended.push(...issues)
  }
  return mended
}

/** Mends an action, unless more is found in it then: what was meant is less clear than it seemed. Returns whether it did. */
function mendEntry(ncco: Json[], { path }: Finding, mend: () => void): boolean {
  const index = Number(segments(pointer(path))[0])
  const before = structuredClone(ncco[index]) as Json
  mend()
  if (countIn(ncco[index]) <= countIn(before)) return true
  ncco[index] = before
  return false
}

function countIn(entry: Json | undefined): number {
  return judge([entry], undefined).length
}

/** The value at fault, or the place where one is missing; `undefined` if that is gone since. */
function targetOf({ code, path }: Finding, ncco: Json[]): Target | undefined {
  const keys = segments(pointer(path))
  const key = keys.pop()
  let holder: Json | undefined = ncco
  for (const outer of keys) holder = isHolder(holder) ? valueIn(holder, outer) : undefined
  if (key === undefined || !isHolder(holder)) return undefined
  const isThere = Object.hasOwn(holder, key) || code === 'input-without-type'
  return isThere ? { holder, key, value: valueIn(holder, key) } : undefined
}

function isHolder(value: Json | undefined): value is JsonObject | Json[] {
  return typeof value === 'object' && value !== null
}

function valueIn(holder: JsonObject | Json[], key: string): Json | undefined {
  return Object.hasOwn(holder, key) ? (holder as JsonObject)[key] : undefined
}

function insteadOf({ code, detail }: Finding, target: Target): Instead | undefined {
  const mend = mends[code] as ((detail: unknown, target: Target) => Instead | undefined) | undefined
  return mend?.(detail, target)
}

function replace({ holder, key }: Target, instead: Instead): void {
  if (isJsonObject(holder)) replaceKey(holder, key, instead)
  else for (const [index, value] of instead) holder[Number(index)] = value
}

/** Writes other keys in the place of one, and removes them elsewhere. A missing key comes after the tag. */
function replaceKey(object: JsonObject, key: string, instead: Instead): void {
  const isMissing = !Object.hasOwn(object, key)
  const written = new Set([key, ...instead.map(([name]) => name)])
  const entries = Object.entries(object)
  for (const [name] of entries) delete object[name]
  for (const [name, value] of entries) {
    if (!written.has(name)) setOwn(object, name, value)
    if (name === key || (isMissing && name === 'action')) {
      for (const [other, given] of instead) setOwn(object, other, given)
    }
  }
}
