import { type NccoError, render, renderAsync, Talk, Wait, watchFailures } from 'ncco-jsx'
import { describe, expect, it, onTestFinished } from 'vitest'
import { got, quietApp, secret } from '../support/requests'
import { answerWebhook } from '../support/webhooks'

/** What is heard of failures until the test ends. */
function watched(): NccoError[] {
  const heard: NccoError[] = []
  onTestFinished(watchFailures((error) => void heard.push(error)))
  return heard
}

const Wrong = () => <Talk loop={-1}>Hello</Talk>

const Broken = (): never => {
  throw new Error('no database')
}

describe('watchFailures', () => {
  it('tells of an NCCO that is refused: the error that is thrown', () => {
    const heard = watched()
    let thrown: unknown
    try {
      render(<Wrong />)
    } catch (error) {
      thrown = error
    }
    expect(heard).toStrictEqual([thrown])
    expect(heard[0]?.issues[0]).toMatchObject({
      code: 'out-of-range',
      components: ['Wrong'],
      source: { file: expect.stringMatching(/watch-failures\.test\.tsx$/) },
    })
  })

  it('tells of a component that throws, with its place, also of an async one', async () => {
    const heard = watched()
    expect(() => render(<Broken />)).toThrow()
    const Later = async () => Broken()
    await expect(renderAsync(<Later />)).rejects.toThrow()
    expect(heard.map(({ code, issues }) => [code, issues[0]?.components])).toStrictEqual([
      ['component-threw', ['Broken']],
      ['component-threw', ['Later']],
    ])
  })

  it('tells of what an app does not answer', async () => {
    const heard = watched()
    const app = quietApp({ answer: Broken, secret })
    const response = await app.fetch(got('/answer', answerWebhook))
    expect(response.status).toBe(503)
    expect(heard.map(({ code }) => code)).toStrictEqual(['component-threw'])
  })

  it('tells of nothing that is rendered, and of nothing once it is ended', () => {
    const heard = watched()
    const more: unknown[] = []
    const stop = watchFailures((error) => void more.push(error))
    render(<Wait timeout={1} />)
    stop()
    expect(() => render(<Wrong />)).toThrow()
    expect([heard.length, more.length]).toStrictEqual([1, 0])
  })

  it('calls each listener, whatever another throws', () => {
    onTestFinished(
      watchFailures(() => {
        throw new Error('a listener')
      }),
    )
    const heard = watched()
    expect(() => render(<Wrong />)).toThrow('out-of-range')
    expect(heard).toHaveLength(1)
  })
})
