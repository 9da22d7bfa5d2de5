import fc from 'fast-check'
import { Dtmf, Input, Talk } from 'ncco-jsx'
import { createVoiceApp, type InputWebhookProps, onInput } from 'ncco-jsx/serve'
import { type CallMap, explore } from 'ncco-jsx/simulate'
import { describe, expect, it } from 'vitest'
import { distancesIn, edgesOf, type Maze, makeMaze, mazeApp } from '../support/maze'

/** The edges of a map in words, as the maker of a maze knows them. */
function edgesInWords({ states, edges }: CallMap): string[] {
  const words = new Map(states.map(({ id, heard }) => [id, heard.join(' ')]))
  return edges.map(({ from, act, to }) => `${words.get(from)} | ${act} | ${words.get(to)}`)
}

function sealedApp(maze: Maze) {
  const Room = ({ room }: { room: number }) => (
    <>
      <Talk bargeIn>{maze.wordsOf(room)}</Talk>
      <Input eventUrl={entered({ room })}>
        <Dtmf maxDigits={1} />
      </Input>
    </>
  )
  const entered = onInput(
    '/enter',
    ({ dtmf, params: { room } }: InputWebhookProps<{ room: number }>) => {
      const next = maze.rooms[room]?.doors.get(dtmf?.digits ?? '') ?? room
      return next === 'out' ? <Talk>{maze.farewell}</Talk> : <Room room={next} />
    },
  )
  return createVoiceApp({
    answer: () => <Room room={0} />,
    hooks: [entered],
    secret: 'only for tests, where it is no secret',
    signature: false,
  })
}

// Thousands of calls, which a busy machine takes its time for.
const longest = 120_000

describe('a maze of 200 rooms', () => {
  it(
    'is mapped whole, nothing is invented, and each edge takes one call',
    async () => {
      const maze = makeMaze(200, 7)
      const app = mazeApp(maze)
      let calls = 0
      const map = await explore((request) => {
        if (request.url.includes('/answer')) calls++
        return app(request)
      })
      expect(map.left).toStrictEqual([])
      expect(map.states).toHaveLength(201)
      expect(edgesInWords(map).sort()).toStrictEqual(edgesOf(maze).sort())
      expect(calls).toBe(map.edges.length + 1)
    },
    longest,
  )
})

describe('a maze whose rooms are sealed in its links', () => {
  it('is mapped whole', async () => {
    const maze = makeMaze(12, 11)
    const map = await explore(sealedApp(maze))
    expect(map.left).toStrictEqual([])
    expect(edgesInWords(map).sort()).toStrictEqual(edgesOf(maze).sort())
  })
})

describe('any maze', () => {
  it('is mapped whole, with the shortest way to each room', async () => {
    await fc.assert(
      fc.asyncProperty(fc.integer({ min: 1, max: 9 }), fc.nat(), async (size, seed) => {
        const maze = makeMaze(size, seed)
        const map = await explore(mazeApp(maze))
        expect(edgesInWords(map).sort()).toStrictEqual(edgesOf(maze).sort())
        const distances = distancesIn(maze)
        for (const { state, script } of map.findings) {
          const words = map.states.find(({ id }) => id === state)?.heard[0]
          const room = maze.rooms.findIndex((_, index) => maze.wordsOf(index) === words)
          if (room >= 0) expect(script).toHaveLength(distances[room] ?? -1)
        }
      }),
      { numRuns: 10 },
    )
  })
})
