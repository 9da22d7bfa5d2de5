import type { CallMap } from 'ncco-jsx/simulate'
import { type EdgeGroup, groupEdges } from './grouped-edges'

/** A map on a plane, in pixels. */
export interface Layout {
  readonly width: number
  readonly height: number
  readonly nodes: readonly PlacedNode[]
  readonly edges: readonly PlacedEdge[]
}

interface PlacedNode {
  readonly id: string
  readonly left: number
  readonly top: number
}

export interface PlacedEdge extends EdgeGroup {
  readonly points: readonly Point[]
  /** The middle of the label. */
  readonly at: Point
}

interface Point {
  readonly x: number
  readonly y: number
}

/** The size of a state, in pixels. */
export const nodeSize = { width: 190, height: 74 }

const characterWidth = 7
const labelHeight = 18
const margin = 12
const loopWidth = 22

/** Lays a map out from the top down. The library is loaded when a map is first drawn. */
export async function layOut({ states, edges }: CallMap): Promise<Layout> {
  const { Graph, layout } = await import('@dagrejs/dagre')
  const graph = new Graph()
  graph.setGraph({ rankdir: 'TB', nodesep: 24, ranksep: 44, marginx: margin, marginy: margin })
  for (const { id } of states) graph.setNode(id, { ...nodeSize })
  const groups = groupEdges(edges)
  for (const { from, to, label } of groups) {
    const width = label.length * characterWidth
    graph.setEdge(from, to, { width, height: labelHeight, labelpos: 'c' })
  }
  layout(graph)
  const { width = 0, height = 0 } = graph.graph()
  return {
    width,
    height,
    nodes: states.map(({ id }) => {
      const { x = 0, y = 0 } = graph.node(id)
      return { id, left: x - nodeSize.width / 2, top: y - nodeSize.height / 2 }
    }),
    edges: groups.map((group) => {
      const { from, to } = group
      const { points = [], x = 0, y = 0 } = graph.edge(from, to)
      // The library leads an edge back to the same state past it.
      return { ...group, points: from === to ? loopAt(graph.node(from)) : points, at: { x, y } }
    }),
  }
}

/** Out of the right side of a state, and back. */
function loopAt({ x = 0, y = 0 }: Partial<Point>): Point[] {
  const side = x + nodeSize.width / 2
  const [top, bottom] = [y - nodeSize.height / 4, y + nodeSize.height / 4]
  return [
    { x: side, y: top },
    { x: side + loopWidth, y: top },
    { x: side + loopWidth, y: bottom },
    { x: side, y: bottom },
  ]
}
