import { coverage, createPlatform, dial, explore, traceCall } from 'ncco-jsx/simulate'
import { describe, expect, it } from 'vitest'
import { answering, connect, keys, talk } from '../support/answering'

const app = answering({
  '/answer': [
    talk('Welcome.'),
    talk('For sales, press 1.', { bargeIn: true }),
    keys({ maxDigits: 1 }),
  ],
  '/chosen': (fields) =>
    (fields.dtmf as { digits: string | null }).digits === '1'
      ? [talk('Sales.'), connect(), talk('Nobody is free.')]
      : [talk('Goodbye.')],
})

const map = await explore(app)
const ids = (states: readonly { id: string }[]) => states.map(({ id }) => id).join(' ')
const acts = (edges: readonly { from: string; act: string; to: string }[]) =>
  edges.map(({ from, act, to }) => `${from} ${act} ${to}`)

describe('coverage', () => {
  it('tells what calls went through, and what they missed', async () => {
    const call = await dial(app)
    await call.press('1')
    await call.legs[0]?.busy()
    const covered = coverage(map, [call])
    expect(covered.states.map(({ heard }) => heard.join(' '))).toStrictEqual([
      ...['Welcome. For sales, press 1.', 'Sales.', 'Nobody is free.'],
    ])
    expect(acts(covered.edges)).toStrictEqual(['s1 press 1 s3', 's3 leg busy s5'])
    expect(ids(covered.missedStates)).toBe('s2 s4 s6')
    expect(covered.missedEdges).toHaveLength(map.edges.length - 2)
    expect(covered.unknown).toBe(0)
  })

  it('knows silence, and calls that go on or were hung up', async () => {
    const silent = await dial(app)
    await silent.wait(3)
    const going = await dial(app)
    await going.press('1')
    await going.legs[0]?.answer()
    await going.hangUp()
    const covered = coverage(map, [silent, going])
    expect(acts(covered.edges)).toStrictEqual([
      ...['s1 press 1 s3', 's1 silence s2', 's3 leg answer s4'],
    ])
    expect(covered.unknown).toBe(0)
  })

  it('knows a state by the words that were heard before they were interrupted', async () => {
    const platform = createPlatform()
    const call = await dial(app, { platform, pace: 'manual' })
    await call.wait(1)
    await call.press('1')
    await call.wait(1)
    expect(call.heard[1]).toContain('…')
    expect(ids(coverage(map, [call]).states)).toBe('s1 s3')
  })

  it('counts an entry that was not tried for the edge to the same state', async () => {
    const pin = answering({
      '/answer': [talk('PIN?'), keys({ maxDigits: 4 })],
      '/chosen': [talk('Yes.')],
    })
    const call = await dial(pin)
    await call.press('4711')
    expect(acts(coverage(await explore(pin), [call]).edges)).toStrictEqual(['s1 press 0 s2'])
  })

  it('counts the states that the map does not have', async () => {
    const other = await dial([talk('Another app.')])
    expect(coverage(map, [other])).toMatchObject({ states: [], edges: [], unknown: 1 })
  })

  it('takes what a call went through as plain data', async () => {
    const call = await dial(app)
    await call.press('7')
    const trace = traceCall(call)
    expect(trace.steps.map(({ act, state }) => [act, ...state.heard])).toStrictEqual([
      [undefined, 'Welcome.', 'For sales, press 1.'],
      ['press 7', 'Goodbye.'],
    ])
    const parsed = JSON.parse(JSON.stringify(trace))
    expect(coverage(map, [parsed])).toStrictEqual(coverage(map, [call]))
  })

  it('reaches all of a map with its own edges', async () => {
    const scripts = map.edges.map(({ from, act }) => [from, act])
    expect(scripts.length).toBeGreaterThan(13)
    const whole = coverage(map, [])
    expect(whole.missedStates).toStrictEqual(map.states)
  })
})
