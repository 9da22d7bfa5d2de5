/** Either an agent for the caller, or the caller's place in the line, from 1. */
export type Turn = { readonly agent: string } | { readonly place: number }

/** A caller in the line. */
export interface Caller {
  /** The uuid of the leg. It stays when the caller is transferred, unlike the one of the conversation. */
  readonly leg: string
  /** The number that was called. */
  readonly to: string
}

// Of one process; a real one would be a store that all share.
const free = ['447700900095', '447700900096']
const waiting: (Caller & { told?: number })[] = []
const assigned = new Map<string, string>()
let onMove: ((caller: Caller, turn: Turn) => Promise<void>) | undefined

/** Puts a caller in the line, and gives them an agent as soon as it is their turn. Asked again, it answers the same until something changed. */
export async function takeTurn({ leg, to }: Caller): Promise<Turn> {
  const own = assigned.get(leg)
  if (own) return { agent: own }
  if (!waiting.some((caller) => caller.leg === leg)) waiting.push({ leg, to })
  const index = waiting.findIndex((caller) => caller.leg === leg)
  const caller = waiting[index]
  if (index >= free.length) {
    if (caller) caller.told = index + 1
    return { place: index + 1 }
  }
  const [agent = ''] = free.splice(0, 1)
  waiting.splice(index, 1)
  assigned.set(leg, agent)
  return { agent }
}

/** Takes back an agent who did not answer. The caller is the first in the line again, and the agent the last to be asked. */
export async function missTurn({ leg, to }: Caller, agent: string): Promise<void> {
  if (assigned.get(leg) !== agent) return
  assigned.delete(leg)
  free.push(agent)
  waiting.unshift({ leg, to })
}

/** The call is over. The line moves on. */
export async function leave(leg: string): Promise<void> {
  const index = waiting.findIndex((caller) => caller.leg === leg)
  if (index >= 0) waiting.splice(index, 1)
  const agent = assigned.get(leg)
  assigned.delete(leg)
  if (agent) free.push(agent)
  for (const caller of onMove ? [...waiting] : []) {
    const { told } = caller
    const turn = await takeTurn(caller)
    if ('agent' in turn || turn.place !== told) await onMove?.(caller, turn)
  }
}

/** Calls this for each waiting caller whose turn it is, or whose place changed, as the line moves on. `undefined` ends it. */
export function watchLine(moved: typeof onMove): void {
  onMove = moved
}
