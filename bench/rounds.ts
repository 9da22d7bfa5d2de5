type Result = { readonly length: number }

/** A call that is timed, whose result has a length, such as a text or a list, at once or later. */
export type Candidate = () => Result | Promise<Result>

/** The times of some candidates, in microseconds a call, round by round. */
export type Times<Name extends string> = Readonly<Record<Name, readonly number[]>>

const batch = 1000
const warmUp = 300_000

/**
 * Times candidates side by side: in every round each runs once, in random order, for about a millisecond. The time is that of the
 * processor, so that what else the machine does counts little. A disturbance that lasts longer falls on all of them, so that their ratios
 * in a round hold.
 */
export async function timeInRounds<Name extends string>(
  candidates: Readonly<Record<Name, Candidate>>,
  rounds: number,
): Promise<Times<Name>> {
  const names = Object.keys(candidates) as Name[]
  const calls = {} as Record<Name, number>
  for (const name of names) calls[name] = await callsInBatch(candidates[name])
  const times = {} as Record<Name, number[]>
  for (const name of names) times[name] = []
  for (let round = 0; round < rounds; round++) {
    for (const name of shuffled(names)) times[name].push(await time(candidates[name], calls[name]))
  }
  return times
}

/** How many calls fill a batch, once the compiler of the engine has settled. */
async function callsInBatch(candidate: Candidate): Promise<number> {
  let calls = 1
  let microseconds = await time(candidate, calls)
  for (let spent = 0; spent < warmUp; spent += microseconds * calls) {
    // A single short call may take less than the clock shows.
    calls = Math.round(batch / Math.min(batch, Math.max(microseconds, 0.01)))
    microseconds = await time(candidate, calls)
  }
  return calls
}

async function time(candidate: Candidate, calls: number): Promise<number> {
  let length = 0
  const before = process.cpuUsage()
  for (let call = 0; call < calls; call++) {
    const result = candidate()
    length += (result instanceof Promise ? await result : result).length
  }
  const { user, system } = process.cpuUsage(before)
  // Looked at, so that the engine cannot leave out a call whose result nobody takes.
  if (length === 0) throw new Error('A candidate gave nothing.')
  return (user + system) / calls
}

export function shuffled<T>(values: readonly T[]): T[] {
  return values
    .map((value) => ({ value, order: Math.random() }))
    .sort((a, b) => a.order - b.order)
    .map(({ value }) => value)
}
