import { collectFindings, toIssues } from '../check/findings'
import { acceptsSequence, type CheckOptions, checkSequence } from '../check/sequence'
import type { Json, JsonObject } from '../element/json'
import { ignoreRejections } from '../element/promise'
import { toJson } from '../element/to-json'
import type { Issue } from '../issues/issue'
import { isArray, kindOf } from '../issues/kind'
import { NccoError } from '../issues/ncco-error'
import type { Origin } from '../issues/origin'
import { below, located, type Path, type Report, root } from '../issues/report'
import { checkObject } from '../options/check-object'
import type { RawDefinition } from '../options/component'
import { ElementOrigin } from './element-origin'
import { reportMisplaced } from './misplaced'
import type { Ncco } from './ncco-action'
import { type ObjectNode, type Rendered, settled, settledElements } from './node'
import { printWarning } from './print-warning'
import { toldOf } from './watch-failures'
import { areRendersWatched, tellOfRender } from './watch-renders'
import { writeObject } from './write'

/** What `render` and `renderAsync` take besides the flow. */
export interface RenderOptions extends CheckOptions {
  /**
   * Receives every warning, in document order. Without it, each is printed once in development, which is where `NODE_ENV` is not
   * `production`.
   */
  onWarning?: ((issue: Issue) => void) | undefined
}

/** Writes a tree whose components have run, checks it, and hands over the NCCO or throws what was found. */
export function toNcco(
  rendered: readonly Rendered[],
  options: RenderOptions | null | undefined,
): Ncco {
  const ncco = assemble(rendered, options) as Ncco | undefined
  return told(ncco ?? toCheckedNcco(rendered, options), rendered)
}

/** The objects of drafts, if every node is one and the rules that span actions have nothing to report. */
function assemble(
  rendered: readonly Rendered[],
  options: RenderOptions | null | undefined,
): JsonObject[] | undefined {
  const objects: JsonObject[] = []
  for (let index = 0; index < rendered.length; index++) {
    const node = rendered[index]
    if (typeof node !== 'object' || Array.isArray(node) || node.kind !== 'object') return undefined
    if (node.drafted === undefined) return undefined
    objects.push(node.drafted)
  }
  return objects.length > 0 && acceptsSequence(objects, options) ? objects : undefined
}

/** Writes a tree whose drafts have texts as the JSON text of its NCCO. */
export function toNccoText(
  rendered: readonly Rendered[],
  options: RenderOptions | null | undefined,
): string {
  // Those who watch renders want the NCCO itself.
  if (areRendersWatched() || !assemble(rendered, options)) {
    return JSON.stringify(told(toCheckedNcco(rendered, options), rendered))
  }
  let text = ''
  for (let index = 0; index < rendered.length; index++) {
    text += (index === 0 ? '[' : ',') + (rendered[index] as ObjectNode).text
  }
  return `${text}]`
}

function told(ncco: Ncco, rendered: readonly Rendered[]): Ncco {
  if (areRendersWatched()) tellOfRender(ncco, rendered)
  return ncco
}

function toCheckedNcco(
  rendered: readonly Rendered[],
  options: RenderOptions | null | undefined,
): Ncco {
  const findings = collectFindings()
  const { report } = findings
  const entries = writeEntries(rendered, report)
  const ncco = entries.map(({ json }) => json)
  const parts = new Map(entries.map(({ origin }, index) => [index, origin]))
  const path = located(root, { frame: undefined, parts })
  for (const [index, { json, check }] of entries.entries()) check?.(json, below(path, index))
  checkSequence(ncco, path, report, options)
  if (entries.length === 0 && findings.all.length === 0) reportEmpty(rendered, path, report)
  if (findings.all.length === 0) return ncco as Ncco
  const issues = toIssues(findings.all, { json: ncco, path })
  const [first, ...rest] = issues
  if (first && issues.some(({ severity }) => severity === 'error')) {
    // A promise that stands where none is waited for may fail too.
    ignoreRejections(rendered)
    throw toldOf(new NccoError([first, ...rest]))
  }
  for (const issue of issues) {
    if (options?.onWarning) options.onWarning(issue)
    else printWarning(issue)
  }
  return ncco as Ncco
}

function reportEmpty(rendered: readonly Rendered[], path: Path, report: Report): void {
  const [raw] = settled(rendered)
  // <Raw ncco={[]} /> asks for it.
  if (typeof raw === 'object' && raw.kind === 'object') {
    return report('empty-ncco', located(path, new ElementOrigin(raw)), {})
  }
  report('empty-flow', path, {})
}

/** An entry of the NCCO, with the rules that it has to pass. */
interface Entry {
  readonly json: Json
  readonly origin: Origin
  /** Absent if the entry is right beyond doubt. */
  readonly check: ((json: Json, path: Path) => void) | undefined
}

function writeEntries(rendered: readonly Rendered[], report: Report): Entry[] {
  const entries: Entry[] = []
  for (const node of settledElements(rendered)) {
    const path = below(root, entries.length)
    if (node.kind === 'tag') {
      reportMisplaced(node, undefined, path, report)
    } else if (node.kind === 'fault') {
      node.tell(path, report)
    } else if (node.definition.kind === 'raw') {
      embed(node, node.definition, entries, report)
    } else if (node.definition.kind === 'action') {
      const { definition: object } = node
      if (node.drafted) {
        entries.push({
          json: node.text === '' ? node.drafted : JSON.parse(node.text),
          origin: new ElementOrigin(node),
          check: undefined,
        })
        continue
      }
      const { object: json, origin } = writeObject(node, object, path, report)
      entries.push({
        json,
        origin,
        check: (_, at) => checkObject(json, { object, path: at, report }),
      })
    } else {
      reportMisplaced(node, undefined, path, report)
    }
  }
  return entries
}

/** Adds the actions of `<Raw>` as they are. */
function embed(node: ObjectNode, raw: RawDefinition, entries: Entry[], report: Report): void {
  const { ncco, children: _, key: __, ...others } = node.props
  const origin = new ElementOrigin(node)
  const first = located(below(root, entries.length), origin)
  const object = { name: raw.component, component: raw.component }
  for (const given of Object.keys(others)) {
    if (others[given] === undefined) continue
    const instead = 'Put it into the action in ncco.'
    report('unknown-option', first, { object, given, instead })
  }
  for (const child of settledElements(node.children)) {
    if (child.kind === 'fault') child.tell(first, report)
    else reportMisplaced(child, node, first, report)
  }
  const values = readArray(ncco)
  if (!values) {
    const detail = { what: '<Raw ncco>', expected: 'an array of actions', found: kindOf(ncco) }
    return report('bad-escape', first, detail)
  }
  for (const value of values) {
    // What JSON cannot hold is an error even here, so its place is that of the element.
    const path = located(below(root, entries.length), origin)
    entries.push({
      json: toJson(value, path, report) ?? null,
      origin: new ElementOrigin(node, 'embedded'),
      check: (json, at) => raw.checkEntry(json, at, report),
    })
  }
}

/** The entries of an array; `undefined` for any other value, and for an array that throws when it is read. */
function readArray(value: unknown): unknown[] | undefined {
  try {
    return isArray(value) ? [...value] : undefined
  } catch {
    return undefined
  }
}
