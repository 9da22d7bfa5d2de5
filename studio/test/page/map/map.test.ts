import { type CallMap, explore, parseScript } from 'ncco-jsx/simulate'
import { beforeAll, describe, expect, it } from 'vitest'
import { CallRun } from '../../../page/call/call-run'
import { replay } from '../../../page/call/replay'
import { actOf } from '../../../page/map/act-of'
import { groupEdges } from '../../../page/map/grouped-edges'
import { layOut, nodeSize } from '../../../page/map/layout'
import { locate } from '../../../page/map/locate'
import { routeTo } from '../../../page/map/route'
import { menu } from '../call/support/menu'

const answerUrl = 'https://app.example.com/answer'
const fetch = (request: Request) => menu(request)

async function called(script: string) {
  const run = new CallRun({ answerUrl, fetch, settings: {}, startsAt: '2026-11-27T09:00:00.000Z' })
  await run.dial()
  await replay(run, parseScript(script), { isWaiting: true, after: 0 })
  return run
}

describe('a map of the app', () => {
  let map: CallMap
  beforeAll(async () => {
    map = await explore(answerUrl, { fetch })
  })
  const heardAt = (id: string | undefined) => map.states.find((state) => state.id === id)?.heard

  it('shows where a call is, and the way it took', async () => {
    const run = await called('press 9; silence; press 1')
    const way = locate(map, run.steps)
    expect(heardAt(way.current)).toStrictEqual(['Sales.'])
    expect([...way.edges].map(({ act }) => act)).toStrictEqual(['press 9', 'silence', 'press 1'])
  })

  it('follows another party to the end', async () => {
    const run = await called('press 1; leg 1 answer; leg 1 hang up')
    const { current, edges } = locate(map, run.steps)
    expect(map.states.find(({ id }) => id === current)?.ended).toBe('completed')
    expect([...edges].map(({ act }) => act)).toStrictEqual(['press 1', 'leg answer', 'leg hang up'])
  })

  it('is left by what was said where it has no such act', async () => {
    const run = await called('press 1; leg 1 reject')
    const { current } = locate(map, run.steps)
    // A rejected leg is like a busy one here: the same is heard, which is nothing.
    expect(current === undefined || heardAt(current)).toStrictEqual([])
  })

  it('leads a call to each of its states', async () => {
    for (const { id, heard } of map.states) {
      const run = await called('')
      for (const act of routeTo(map, id)) await run.follow(act)
      expect(run.steps.at(-1)?.heard).toStrictEqual(heard)
      expect(locate(map, run.steps).current).toBe(id)
    }
  })

  it('is drawn with a line for all acts that lead from one state to another', async () => {
    const groups = groupEdges(map.edges)
    expect(groups[0]?.label).toBe('# * 0 2–9, silence')
    const { nodes, edges, width } = await layOut(map)
    expect(nodes.map(({ id }) => id)).toStrictEqual(map.states.map(({ id }) => id))
    expect(edges).toHaveLength(groups.length)
    for (const { left } of nodes) {
      expect(left).toBeGreaterThanOrEqual(0)
      expect(left + nodeSize.width).toBeLessThanOrEqual(width)
    }
  })

  it('leads each arrow from its state to the next, or back to the same', async () => {
    const { nodes, edges } = await layOut(map)
    expect(edges.some(({ from, to }) => from === to)).toBe(true)
    for (const { from, to, points } of edges) {
      for (const [id, point] of [
        [from, points[0]],
        [to, points.at(-1)],
      ] as const) {
        const { left = 0, top = 0 } = nodes.find((node) => node.id === id) ?? {}
        expect(point?.x).toBeGreaterThanOrEqual(left - 1)
        expect(point?.x).toBeLessThanOrEqual(left + nodeSize.width + 1)
        expect(point?.y).toBeGreaterThanOrEqual(top - 1)
        expect(point?.y).toBeLessThanOrEqual(top + nodeSize.height + 1)
      }
    }
  })
})

describe('an act of a map', () => {
  it.each([
    ['press 1', { kind: 'press', keys: '1' }],
    ['say yes; please', { kind: 'say', text: 'yes; please' }],
    ['leg answer', { kind: 'leg', leg: 2, does: { kind: 'answer' } }],
    ['leg say hello', { kind: 'leg', leg: 2, does: { kind: 'say', text: 'hello' } }],
    ['leg unanswered', { kind: 'silence' }],
  ])('%s is one of a call', (words, act) => {
    expect(actOf(words, 2)).toStrictEqual(act)
  })
})
