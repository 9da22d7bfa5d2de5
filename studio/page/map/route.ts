import type { CallMap } from 'ncco-jsx/simulate'

/** The fewest acts from the beginning to a state. */
export function routeTo({ states, edges }: CallMap, id: string): string[] {
  const ways = new Map<string, readonly string[]>([[states[0]?.id ?? '', []]])
  for (const [from, way] of ways) {
    if (from === id) return [...way]
    for (const edge of edges) {
      if (edge.from === from && !ways.has(edge.to)) ways.set(edge.to, [...way, edge.act])
    }
  }
  return []
}
