import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { Schedule } from '../../src/simulate/schedule'

/** Adds an entry for each moment, and takes one for each `undefined`. */
function run(steps: readonly (number | undefined)[]) {
  const schedule = new Schedule<{ at: number; number: number }>()
  const taken = steps.flatMap((at, number) => {
    if (at === undefined) return [schedule.take()]
    schedule.add({ at, number })
    return []
  })
  const rest = []
  while (schedule.first) {
    rest.push(schedule.first)
    schedule.take()
  }
  return { taken, rest }
}

describe('a schedule', () => {
  it('gives what is due first, and of one moment what was added first', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(9)), (moments) => {
        const inOrder = moments.map((at, number) => ({ at, number }))
        expect(run(moments).rest).toStrictEqual(inOrder.toSorted((one, other) => one.at - other.at))
      }),
    )
  })

  it('stays in order while entries are taken', () => {
    fc.assert(
      fc.property(fc.array(fc.option(fc.nat(9), { nil: undefined, freq: 2 })), (steps) => {
        const waiting: { at: number; number: number }[] = []
        const expected = steps.flatMap((at, number) => {
          if (at === undefined) return [waiting.shift()]
          waiting.push({ at, number })
          waiting.sort((one, other) => one.at - other.at || one.number - other.number)
          return []
        })
        expect(run(steps)).toStrictEqual({ taken: expected, rest: waiting })
      }),
    )
  })
})
