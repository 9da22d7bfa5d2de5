import { render, Talk } from 'ncco-jsx'
import { useWebhook } from 'ncco-jsx/serve'
import { describe, expect, it } from 'vitest'
import { caught } from '../support/errors'
import { got, posted, quietApp, read } from '../support/requests'
import { codeOf, refused } from '../support/serve-errors'
import { answerWebhook } from '../support/webhooks'

describe('useWebhook', () => {
  it('gives the webhook to any component, also an async one', async () => {
    const Caller = () => <>{useWebhook().from}</>
    const Later = async () => {
      const { to } = useWebhook()
      await Promise.resolve()
      return (
        <Talk>
          {to} <Caller />
        </Talk>
      )
    }
    const app = quietApp({ answer: () => <Later /> })
    expect(await read(app.fetch(got('/answer', answerWebhook)))).toStrictEqual([
      200,
      [{ action: 'talk', text: '447700900000 447700900001' }],
    ])
  })

  it('says in a flow that no app serves what to write, also within the error of its component', () => {
    const Caller = () => <Talk>{useWebhook().from}</Talk>
    const error = caught(() => render(<Caller />))
    expect([codeOf(error), codeOf((error as Error).cause)]).toStrictEqual([
      'component-threw',
      'no-webhook',
    ])
    expect((error as Error).message.split('\n').slice(0, 2)).toStrictEqual([
      'component-threw: <Caller> threw no-webhook: useWebhook was called in a flow that no app serves.',
      '  Serve the flow with createVoiceApp, or pass the values it needs as props.',
    ])
  })

  it('says outside of a component that it is useWebhook', () => {
    expect(refused(useWebhook).message).toBe(
      `no-webhook: useWebhook was called while no component was running: outside of a flow, or after an await in an async component.
  Call it at the top of a component, before the first await, and keep the webhook in a variable. In onError, use its second parameter.
  docs/errors.md#no-webhook`,
    )
  })

  it('keeps a thousand calls at once apart', async () => {
    const Caller = async () => {
      const { uuid } = useWebhook()
      await new Promise((resolve) => setTimeout(resolve, Math.random() * 20))
      return <Talk>{uuid}</Talk>
    }
    const app = quietApp({ answer: Caller })
    const uuids = Array.from({ length: 1000 }, (_, index) => `leg-${index}`)
    const answers = await Promise.all(
      uuids.map((uuid) => read(app.fetch(posted('/answer', { ...answerWebhook, uuid })))),
    )
    expect(answers).toStrictEqual(uuids.map((text) => [200, [{ action: 'talk', text }]]))
  })
})
