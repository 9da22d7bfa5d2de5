import assert from 'node:assert'
import { inspect } from 'node:util'
import { createContext, runInContext } from 'node:vm'
import { dial, withTranscript } from 'ncco-jsx/simulate'
import { describe, expect, it } from 'vitest'
import { connect, talk } from '../../support/answering'
import { failure } from '../../support/failure'

describe('an expectation that fails', () => {
  it('shows the transcript', async () => {
    const call = await dial([talk('Goodbye.')])
    const shown = '447700900001    calls 447700900000'
    expect(inspect(call)).toContain(shown)
    expect(JSON.parse(JSON.stringify(call))).toStrictEqual({
      state: 'ended',
      ended: { at: 0.533, reason: 'completed' },
      heard: ['Goodbye.'],
      transcript: call.transcript().split('\n'),
    })
  })

  it.each([
    ['of the test runner', (heard: unknown) => expect(heard).toStrictEqual([])],
    ['of node:assert', (heard: unknown) => assert.deepStrictEqual(heard, [])],
  ])('shows it with the assertions %s', async (_, check) => {
    const call = await dial([talk('Goodbye.')])
    const thrown = (act: () => void) => {
      try {
        act()
      } catch (error) {
        return error as Error
      }
      return expect.unreachable()
    }
    const bare = thrown(() => check(call.heard))
    const explained = thrown(() => withTranscript(call, () => check(call.heard)))
    expect(explained.message).toBe(`${bare.message}\n\n${call.transcript()}`)
    expect(explained.stack).toContain(call.transcript())
    const later = await failure(withTranscript(call, async () => check(call.heard)))
    expect(later.message).toBe(explained.message)
  })

  it('shows it with errors and promises of another realm, as Jest has them', async () => {
    const call = await dial([talk('Goodbye.')])
    const realm = createContext()
    const check = (code: string) => () => runInContext(code, realm)
    const whole = `No.\n\n${call.transcript()}`
    expect(() => withTranscript(call, check("throw new Error('No.')"))).toThrow(whole)
    const later = withTranscript(call, check("Promise.reject(new Error('No.'))"))
    expect((await failure(later)).message).toBe(whole)
  })

  it('says that the message of node:assert is not generated, which Jest would leave out', async () => {
    const call = await dial([talk('Goodbye.')])
    const check = async () => assert.strictEqual(call.state, 'playing')
    const error = await failure(withTranscript(call, check))
    expect(error).toMatchObject({ generatedMessage: false })
  })

  it('gives back what a check gives that holds', async () => {
    const call = await dial([talk('Goodbye.')])
    expect(withTranscript(call, () => 7)).toBe(7)
    await expect(withTranscript(call, async () => 7)).resolves.toBe(7)
  })

  it('leaves an error of the simulator as it is', async () => {
    const call = await dial([talk('Goodbye.')])
    const error = await failure(withTranscript(call, () => call.press('1')))
    expect(error.message.split('calls 447700900000')).toHaveLength(2)
  })

  it('compares the properties of a call and of a leg', async () => {
    const call = await dial([connect()])
    expect(call).toMatchObject({ state: 'connecting', legs: [{ status: 'ringing' }] })
    expect(() => expect(call).toMatchObject({ state: 'ended' })).toThrow('to match object')
    expect(() => expect(call.legs[0]).toMatchObject({ status: 'busy' })).toThrow('to match object')
    expect(call.legs[0]).toBe(call.legs[0])
    expect(Object.keys(call.leg)).not.toContain('control')
  })
})
