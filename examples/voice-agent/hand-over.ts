/** Why the agent hands a caller over. */
export interface HandOver {
  /** What the person who takes the call hears first. */
  readonly summary: string
}

/** The hand-overs by call; a real one would be a store that the agent and this app share. */
const handOvers = new Map<string, HandOver>()

/** Called by the agent's server before it closes the websocket, such as from a tool of its model. */
export async function requestHandOver(call: string, handOver: HandOver): Promise<void> {
  handOvers.set(call, handOver)
}

/** Whether the agent wants a person to take over. */
export async function findHandOver(call: string): Promise<HandOver | undefined> {
  return handOvers.get(call)
}
