import { isJsonObject, type Json, type JsonObject } from '../element/json'
import type { Issue } from '../issues/issue'
import { explain } from '../issues/message'
import { messages } from '../issues/messages'
import { type Finding, pointer, type Report, segments } from '../issues/report'
import type { Words } from '../issues/words'

/** Collects findings until they are put into words. */
export interface Findings {
  readonly report: Report
  readonly all: readonly Finding[]
}

export function collectFindings(): Findings {
  const all: Finding[] = []
  return {
    all,
    report: (code, path, detail) => all.push({ code, path: pointer(path), detail } as Finding),
  }
}

/**
 * The findings without those that only follow from another at the same place: what JSON cannot hold is not also of
 * the wrong type, and what was refused is not missing.
 */
export function withoutConsequences<F extends Finding>(findings: readonly F[]): F[] {
  const isMissing = ({ code }: F) => code === 'missing-option' || code === 'missing-content'
  const pathsOf = (some: readonly F[]) => new Set(some.map(({ path }) => path))
  const refused = pathsOf(findings.filter(({ code }) => code === 'not-json'))
  const others = pathsOf(findings.filter((finding) => !isMissing(finding)))
  return findings.filter((finding) => {
    if (isMissing(finding)) return !others.has(finding.path)
    return finding.code === 'not-json' || !refused.has(finding.path)
  })
}

/**
 * The findings in document order: that of the NCCO, where a missing key comes after those that are there.
 *
 * @param keysOf the keys of an object in the order of its author, if that is not the order of the NCCO
 */
export function inDocumentOrder<F extends Finding>(
  findings: readonly F[],
  ncco: Json | undefined,
  keysOf: (object: JsonObject) => readonly string[] = Object.keys,
): F[] {
  if (findings.length < 2) return [...findings]
  const positionIn = keyPositions(keysOf)
  const placed = findings.map((finding) => ({
    finding,
    at: positions(finding.path, ncco, positionIn),
  }))
  placed.sort((a, b) => compare(a.at, b.at))
  return placed.map(({ finding }) => finding)
}

function positions(
  path: string,
  ncco: Json | undefined,
  positionIn: (object: JsonObject, key: string) => number | undefined,
): number[] {
  let value = ncco
  return segments(path).map((key) => {
    if (Array.isArray(value)) {
      value = value[Number(key)]
      return Number(key)
    }
    const position = isJsonObject(value) ? positionIn(value, key) : undefined
    value = isJsonObject(value) && position !== undefined ? value[key] : undefined
    return position ?? Number.POSITIVE_INFINITY
  })
}

/** Where a key stands in its object. Each object is counted once, because many findings may be about one. */
function keyPositions(
  keysOf: (object: JsonObject) => readonly string[],
): (object: JsonObject, key: string) => number | undefined {
  const known = new Map<JsonObject, ReadonlyMap<string, number>>()
  return (object, key) => {
    let positions = known.get(object)
    if (!positions) {
      positions = new Map(keysOf(object).map((name, index) => [name, index]))
      known.set(object, positions)
    }
    return positions.get(key)
  }
}

function compare(a: readonly number[], b: readonly number[]): number {
  const index = a.findIndex((position, index) => position !== b[index])
  if (index === -1) return a.length - b.length
  return (a[index] ?? -1) < (b[index] ?? -1) ? -1 : 1
}

/** Puts a finding into words. */
export function toIssue({ code, path, detail }: Finding, words: Words): Issue {
  return { ...explain(messages, code, detail, words), path }
}
