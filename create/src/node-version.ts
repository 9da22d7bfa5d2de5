import { type Choice, type Choices, flows, servers } from './choices'

/** Says which packages of the project ask for a newer Node than the one that runs; `undefined` if none does. */
export function olderNode(
  { server, flow }: Pick<Choices, 'server' | 'flow'>,
  running = process.versions.node,
): string | undefined {
  const chosen: readonly Choice[] = [servers[server], flows[flow]]
  const lines = chosen.flatMap(({ node }) =>
    node && Number.parseInt(running, 10) < node.major
      ? [`${node.by} asks for Node ${node.major} or newer, and this is ${running}.`]
      : [],
  )
  return lines.length > 0 ? lines.join('\n') : undefined
}
