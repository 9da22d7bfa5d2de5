/** Either an agent for the caller, or the caller's place in the line, from 1. */
export type Turn = { readonly agent: string } | { readonly place: number }

// Of one process; a real one would be a store that all share.
const free = ['447700900095', '447700900096']
const waiting: string[] = []
const assigned = new Map<string, string>()

/** Puts a call in the line, and gives it an agent as soon as it is its turn. Asked again, it answers the same until something changed. */
export async function takeTurn(call: string): Promise<Turn> {
  const own = assigned.get(call)
  if (own) return { agent: own }
  if (!waiting.includes(call)) waiting.push(call)
  const index = waiting.indexOf(call)
  if (index >= free.length) return { place: index + 1 }
  const [agent = ''] = free.splice(0, 1)
  waiting.splice(index, 1)
  assigned.set(call, agent)
  return { agent }
}

/** Takes back an agent who did not answer. The call is the first in the line again, and the agent the last to be asked. */
export async function missTurn(call: string, agent: string): Promise<void> {
  if (assigned.get(call) !== agent) return
  assigned.delete(call)
  free.push(agent)
  waiting.unshift(call)
}

/** The call is over. */
export async function leave(call: string): Promise<void> {
  const index = waiting.indexOf(call)
  if (index >= 0) waiting.splice(index, 1)
  const agent = assigned.get(call)
  assigned.delete(call)
  if (agent) free.push(agent)
}
