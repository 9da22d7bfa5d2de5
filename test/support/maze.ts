import { keys, talk } from './answering'

/** A room of a maze: the doors lead to other rooms, or out. */
interface Room {
  /** The number of a room, or `out`, by the key that opens the door. */
  readonly doors: ReadonlyMap<string, number | 'out'>
}

/** A maze whose map is known: each room has words of its own, and any key without a door leaves the caller in the room. */
export interface Maze {
  readonly rooms: readonly Room[]
  /** The words that are heard in a room. */
  readonly wordsOf: (room: number) => string
  readonly farewell: string
}

/**
 * Makes a maze in which every room can be reached from room 0.
 *
 * @param seed the same seed gives the same maze
 */
export function makeMaze(size: number, seed: number): Maze {
  const random = randomFrom(seed)
  const doors = Array.from({ length: size }, () => new Map<string, number | 'out'>())
  const freeKey = (room: number) => {
    const free = [...'123456789'].filter((key) => !doors[room]?.has(key))
    return free[Math.floor(random() * free.length)]
  }
  const open = (from: number, to: number | 'out') => {
    const key = freeKey(from)
    if (key !== undefined) doors[from]?.set(key, to)
  }
  for (let room = 1; room < size; room++) {
    // An earlier room that has a door to spare.
    const earlier = Array.from({ length: room }, (_, index) => index)
    const possible = earlier.filter((other) => (doors[other]?.size ?? 9) < 5)
    open(possible[Math.floor(random() * possible.length)] ?? room - 1, room)
  }
  for (let room = 0; room < size; room++) {
    if (random() < 0.8) open(room, Math.floor(random() * size))
    if (random() < 0.2) open(room, 'out')
  }
  const rooms = doors.map((own) => ({ doors: own }))
  const wordsOf = (room: number) => {
    const offers = [...(rooms[room]?.doors.keys() ?? [])].sort().map((key) => `Press ${key}.`)
    return [`You are in room ${room}.`, ...offers].join(' ')
  }
  return { rooms, wordsOf, farewell: 'You are out. Goodbye.' }
}

/** The same numbers from 0 to 1 for the same seed (mulberry32). */
function randomFrom(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
}

/** The maze as an app that writes JSON by hand, with the room in the query of its links. */
export function mazeApp(maze: Maze) {
  return async (request: Request): Promise<Response> => {
    const url = new URL(request.url)
    const room = Number(url.searchParams.get('room'))
    const { dtmf } = request.method === 'POST' ? await request.json() : {}
    const next = maze.rooms[room]?.doors.get(dtmf?.digits ?? '') ?? room
    return Response.json(
      next === 'out'
        ? [talk(maze.farewell)]
        : [
            talk(maze.wordsOf(next), { bargeIn: true }),
            keys({ maxDigits: 1 }, `/enter?room=${next}`),
          ],
    )
  }
}

const tried = [...'0123456789*#'].map((key) => `press ${key}`)

/** The map of a maze as its maker knows it: the acts that lead from the words of a state to those of the next. */
export function edgesOf(maze: Maze): string[] {
  return maze.rooms.flatMap(({ doors }, room) =>
    [...tried, 'silence'].map((act) => {
      const next = doors.get(act.replace('press ', '')) ?? room
      const to = next === 'out' ? maze.farewell : maze.wordsOf(next)
      return `${maze.wordsOf(room)} | ${act} | ${to}`
    }),
  )
}

/** The fewest acts that lead to each room. */
export function distancesIn(maze: Maze): number[] {
  const distances = maze.rooms.map(() => Number.POSITIVE_INFINITY)
  distances[0] = 0
  const queue = [0]
  for (const room of queue) {
    for (const next of maze.rooms[room]?.doors.values() ?? []) {
      if (next === 'out' || distances[next] !== Number.POSITIVE_INFINITY) continue
      distances[next] = (distances[room] ?? 0) + 1
      queue.push(next)
    }
  }
  return distances
}
