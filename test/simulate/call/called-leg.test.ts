import { dial } from 'ncco-jsx/simulate'
import { describe, expect, it } from 'vitest'
import { connect, keys } from '../../support/answering'
import { failure } from '../../support/failure'

describe('call.calledLeg', () => {
  it('is the leg that was called last, or the one with a number', async () => {
    const call = await dial([connect(), connect({}, { number: '447700900003' }), keys()])
    expect(call.calledLeg()).toBe(call.legs[0])
    await call.calledLeg().busy()
    expect(call.calledLeg()).toBe(call.legs[1])
    expect(call.calledLeg(1).status).toBe('busy')
    expect(call.calledLeg(2).endpoint.number).toBe('447700900003')
  })

  it.each([
    [undefined, 1],
    [2, 2],
    [0, 0],
  ])('refuses %s where no leg was called', async (given, number) => {
    const call = await dial([keys()])
    const error = await failure(Promise.resolve().then(() => call.calledLeg(given)))
    expect(error.code).toBe('no-such-leg')
    expect(error.message).toContain(`There is no leg ${number}: the flow has called 0 so far.`)
  })
})
