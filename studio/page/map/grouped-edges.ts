import type { MapEdge } from 'ncco-jsx/simulate'

/** All edges from one state to another, as one line. */
export interface EdgeGroup {
  readonly from: string
  readonly to: string
  readonly edges: readonly MapEdge[]
  readonly label: string
}

export function groupEdges(edges: readonly MapEdge[]): EdgeGroup[] {
  const groups = new Map<string, MapEdge[]>()
  for (const edge of edges) {
    const key = `${edge.from} ${edge.to}`
    groups.set(key, [...(groups.get(key) ?? []), edge])
  }
  return [...groups.values()].flatMap((group) => {
    const [first] = group
    return first ? [{ from: first.from, to: first.to, edges: group, label: labelOf(group) }] : []
  })
}

/** The widest label, in characters. */
const widest = 26

/** Single keys in one word, in order: `0 3–9, silence`. */
function labelOf(edges: readonly MapEdge[]): string {
  const acts = edges.map(({ act }) => act)
  const keys = acts.flatMap((act) => /^press (.)$/.exec(act)?.[1] ?? [])
  const others = acts.filter((act) => !/^press .$/.test(act))
  const label = [...(keys.length > 0 ? [ranges(keys)] : []), ...others].join(', ')
  return label.length <= widest ? label : `${label.slice(0, widest - 1)}…`
}

/** Three or more digits in a row as a range. */
function ranges(keys: readonly string[]): string {
  const runs: string[][] = []
  for (const key of [...keys].sort()) {
    const run = runs.at(-1)
    const last = run?.at(-1) ?? ''
    const follows = /\d/.test(key) && /\d/.test(last) && Number(key) === Number(last) + 1
    if (run && follows) run.push(key)
    else runs.push([key])
  }
  return runs.map((run) => (run.length > 2 ? `${run[0]}–${run.at(-1)}` : run.join(' '))).join(' ')
}
