import { Talk } from 'ncco-jsx'
import { useWebhook } from 'ncco-jsx/serve'
import { describe, expect, it } from 'vitest'
import { got, posted, quietApp, read } from '../support/requests'
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
