import { inDocumentOrder, withoutConsequences } from '../check/findings'
import { type CheckOptions, checkSequence } from '../check/sequence'
import type { Json } from '../element/json'
import { ignoreRejections } from '../element/promise'
import { toJson } from '../element/to-json'
import type { Issue } from '../issues/issue'
import { isArray, kindOf } from '../issues/kind'
import { NccoError } from '../issues/ncco-error'
import { below, pointer } from '../issues/report'
import type { RawDefinition } from '../options/component'
import { keysOfElements, type RenderFinding, toElementIssues, type WrittenEntry } from './locate'
import { reportMisplaced } from './misplaced'
import {
  type ObjectNode,
  originOfNode,
  type Rendered,
  type RenderReport,
  settled,
  settledElements,
} from './node'
import { writeObject } from './write'

/** An action object of an NCCO. */
export interface NccoAction {
  action: string
  [option: string]: Json
}

/** An NCCO: the actions of a call, first in, first out. */
export type Ncco = NccoAction[]

/** What `render` and `renderAsync` take besides the flow. */
export interface RenderOptions extends CheckOptions {
  /** Receives every warning, in document order. Without it, warnings are not reported. */
  onWarning?: ((issue: Issue) => void) | undefined
}

/** Writes a tree whose components have run, checks it, and hands over the NCCO or throws what was found. */
export function toNcco(
  rendered: readonly Rendered[],
  options: RenderOptions | null | undefined,
): Ncco {
  const findings: RenderFinding[] = []
  const report: RenderReport = (code, path, detail, origin) =>
    findings.push({ code, path: pointer(path), detail, origin } as RenderFinding)
  const entries = writeEntries(rendered, report)
  const ncco = entries.map(({ entry }) => entry)
  checkSequence(ncco, report, options)
  if (entries.length === 0 && findings.length === 0) reportEmpty(rendered, report)
  if (findings.length === 0) return ncco as Ncco
  const issues = toIssues(findings, entries, ncco)
  const [first, ...rest] = issues
  if (first && issues.some(({ severity }) => severity === 'error')) {
    // A promise that stands where none is waited for may fail too.
    ignoreRejections(rendered)
    throw new NccoError([first, ...rest])
  }
  for (const issue of issues) options?.onWarning?.(issue)
  return ncco as Ncco
}

function reportEmpty(rendered: readonly Rendered[], report: RenderReport): void {
  const [raw] = settled(rendered)
  // <Raw ncco={[]} /> asks for it.
  if (typeof raw === 'object' && raw.kind === 'object') {
    return report('empty-ncco', '', {}, originOfNode(raw))
  }
  report('empty-flow', '', {}, { frame: undefined })
}

function writeEntries(rendered: readonly Rendered[], report: RenderReport): WrittenEntry[] {
  const entries: WrittenEntry[] = []
  for (const node of settledElements(rendered)) {
    const path = below('', entries.length)
    if (node.kind === 'tag') {
      reportMisplaced(node, undefined, path, report)
    } else if (node.kind === 'fault') {
      node.tell(path, report)
    } else if (node.definition.kind === 'raw') {
      embed(node, node.definition, entries, report)
    } else if (node.definition.kind === 'action') {
      const written = writeObject(node, node.definition, path, report)
      entries.push({ entry: written.object, node, written })
    } else {
      reportMisplaced(node, undefined, path, report)
    }
  }
  return entries
}

/** Adds the actions of `<Raw>` as they are. */
function embed(
  node: ObjectNode,
  raw: RawDefinition,
  entries: WrittenEntry[],
  report: RenderReport,
): void {
  const { ncco, children: _, key: __, ...others } = node.props
  const origin = originOfNode(node)
  const first = below('', entries.length)
  const object = { name: raw.component, component: raw.component }
  for (const given of Object.keys(others)) {
    if (others[given] === undefined) continue
    const instead = 'Put it into the action in ncco.'
    report('unknown-option', first, { object, given, instead }, origin)
  }
  for (const child of settledElements(node.children)) {
    if (child.kind === 'fault') child.tell(first, report)
    else reportMisplaced(child, node, first, report)
  }
  const values = readArray(ncco)
  if (!values) {
    const detail = { what: '<Raw ncco>', expected: 'an array of actions', found: kindOf(ncco) }
    return report('bad-escape', first, detail, origin)
  }
  for (const value of values) {
    const path = below('', entries.length)
    // What JSON cannot hold is an error even here, so its origin is given: a path into Raw makes a warning.
    const entry =
      toJson(value, path, (code, at, detail) => report(code, at, detail, origin)) ?? null
    entries.push({ entry, node })
    raw.checkEntry(entry, path, report)
  }
}

/** The entries of an array; `undefined` for what is none or throws when it is read. */
function readArray(value: unknown): unknown[] | undefined {
  try {
    return isArray(value) ? [...value] : undefined
  } catch {
    return undefined
  }
}

function toIssues(
  findings: readonly RenderFinding[],
  entries: readonly WrittenEntry[],
  ncco: Json[],
): Issue[] {
  return inDocumentOrder(withoutConsequences(findings), ncco, keysOfElements(entries))
    .map(toElementIssues(entries))
    .filter((issue) => issue !== undefined)
}
