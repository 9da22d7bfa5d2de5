import { isJsonObject, type Json, type JsonObject } from '../element/json'
import { elementWords } from '../issues/element-words'
import { formatSource, type Issue } from '../issues/issue'
import { jsonWords } from '../issues/json-words'
import { explain } from '../issues/message'
import { messages } from '../issues/messages'
import { effectOf } from '../issues/ncco-message'
import { type Origin, toPlace } from '../issues/origin'
import { type Finding, linksOf, type Path, pointer, type Report } from '../issues/report'
import type { Words } from '../issues/words'
import { nameOfEntry } from './entry-name'

/** Collects findings until they are put into words. */
export interface Findings {
  readonly report: Report
  readonly all: readonly Finding[]
}

export function collectFindings(): Findings {
  const all: Finding[] = []
  return {
    all,
    report: (code, path, detail) => all.push({ code, path, detail } as Finding),
  }
}

/** An NCCO about which something was found. */
export interface Judged {
  readonly json: Json | undefined
  /** Its place, with the origin of each entry where it was written as elements. */
  readonly path: Path
}

/**
 * Puts findings into words, in document order. Leaves out what the author asked not to check and what only follows from another
 * finding; an error in JSON that was embedded as it is becomes a warning.
 */
export function toIssues(findings: readonly Finding[], ncco: Judged): Issue[] {
  const pointed = findings
    .filter(({ path }) => path.origin?.exempt !== 'unchecked')
    .map(({ code, path, detail }) => ({ code, path, detail, pointer: pointer(path) }))
  const ofElements = (origin: Origin) =>
    elementWords((index) => nameInElements(ncco, index), origin)
  const ofJson = jsonWords((index) => `${nameOf(ncco, index) ?? 'the entry'} (/${index})`)
  const toPlacedIssue = (finding: PointedFinding): Issue => {
    const { origin } = finding.path
    if (!origin) return toIssue(finding, ofJson)
    const place = toPlace(origin)
    if (origin.exempt !== 'embedded') return { ...toIssue(finding, ofElements(origin)), ...place }
    return { ...toIssue(finding, ofJson), severity: 'warning', ...place }
  }
  return inDocumentOrder(withoutConsequences(pointed), ncco).map(toPlacedIssue)
}

/** A finding with its place as it is written. */
type PointedFinding = Finding & { readonly pointer: string }

function toIssue(finding: PointedFinding, words: Words): Issue {
  const { code, detail, pointer } = finding
  const { severity, message, remedy } = explain(messages, code, detail, words)
  const platform = effectOf(messages[code], detail)
  return platform === undefined
    ? { code, severity, message, remedy, path: pointer }
    : { code, severity, platform, message, remedy, path: pointer }
}

function nameOf({ json }: Judged, index: number): string | undefined {
  return nameOfEntry(Array.isArray(json) ? json[index] : undefined)
}

function nameInElements(ncco: Judged, index: number): string {
  const origin = ncco.path.part?.parts?.get(index)
  if (!origin) return `the action at /${index}`
  const { element, source, exempt }: Origin = origin
  const name = `<${element}>${source ? ` (${formatSource(source)})` : ''}`
  return exempt ? `the ${nameOf(ncco, index) ?? 'entry'} of ${name}` : name
}

/**
 * The findings without those that only follow from another at the same place: what JSON cannot hold is not also of
 * the wrong type, and what was refused is not missing.
 */
function withoutConsequences(findings: PointedFinding[]): PointedFinding[] {
  if (findings.length < 2) return findings
  const isMissing = ({ code }: Finding) => code === 'missing-option' || code === 'missing-content'
  const isRefused = ({ code }: Finding) => code === 'not-json' || code === 'link-not-served'
  if (!findings.some(isMissing) && !findings.some(isRefused)) return findings
  const pointersOf = (some: readonly PointedFinding[]) =>
    new Set(some.map(({ pointer }) => pointer))
  const refused = pointersOf(findings.filter(isRefused))
  const others = pointersOf(findings.filter((finding) => !isMissing(finding)))
  return findings.filter((finding) => {
    if (isMissing(finding)) return !others.has(finding.pointer)
    return isRefused(finding) || !refused.has(finding.pointer)
  })
}

/** The findings in document order: that of the NCCO, where a missing key comes after those that are there. */
function inDocumentOrder(findings: PointedFinding[], { json }: Judged): PointedFinding[] {
  if (findings.length < 2) return findings
  const positionIn = keyPositions()
  const placed = findings.map((finding) => ({
    finding,
    at: positions(finding.path, json, positionIn),
  }))
  placed.sort((a, b) => compare(a.at, b.at))
  return placed.map(({ finding }) => finding)
}

type PositionIn = (
  object: JsonObject,
  key: string,
  origin: Origin | undefined,
) => number | undefined

function positions(path: Path, ncco: Json | undefined, positionIn: PositionIn): number[] {
  let value = ncco
  return linksOf(path).map(({ key, outer }) => {
    if (Array.isArray(value)) {
      value = value[Number(key)]
      return Number(key)
    }
    const position = isJsonObject(value) ? positionIn(value, String(key), outer?.part) : undefined
    value = isJsonObject(value) && position !== undefined ? value[String(key)] : undefined
    return position ?? Infinity
  })
}

// Up to this number of keys, a search is faster than a map.
const fewKeys = 30

/** Gives the position of a key in its object. The keys of a large object are counted once, because many findings may be about it. */
function keyPositions(): PositionIn {
  const known = new Map<JsonObject, ReadonlyMap<string, number>>()
  return (object, key, origin) => {
    let positions = known.get(object)
    if (!positions) {
      const keys = origin?.keysInOrder?.(object) ?? Object.keys(object)
      const index = keys.length > fewKeys ? undefined : keys.indexOf(key)
      if (index !== undefined) return index === -1 ? undefined : index
      positions = new Map(keys.map((name, index) => [name, index]))
      known.set(object, positions)
    }
    return positions.get(key)
  }
}

function compare(a: readonly number[], b: readonly number[]): number {
  let index = 0
  while (index < a.length && a[index] === b[index]) index++
  if (index === a.length) return a.length - b.length
  return (a[index] ?? -1) < (b[index] ?? -1) ? -1 : 1
}
