import { type NccoElement, render, Talk } from 'ncco-jsx'
import { Ask, Choice, Menu, Voice } from 'ncco-jsx/dialog'
import { createVoiceApp } from 'ncco-jsx/serve'
import { describe, expect, it } from 'vitest'
import { got, read, secret } from '../support/requests'
import { answerWebhook } from '../support/webhooks'

async function ncco(answer: () => NccoElement) {
  const app = createVoiceApp({ answer, secret, signature: false, development: false })
  const [, actions] = await read(app.fetch(got('/answer', answerWebhook)))
  return (actions as { eventUrl?: unknown }[]).map(({ eventUrl: _, ...action }) => action)
}

describe('<Voice>', () => {
  it('is the voice of every talk and prompt below it', async () => {
    const flow = () => (
      <Voice language="cy-GB" style={1}>
        <Talk>Croeso.</Talk>
        <Ask name="a" digits={1} prompt="Un?" />
      </Voice>
    )
    expect(await ncco(flow)).toStrictEqual([
      { action: 'talk', text: 'Croeso.', language: 'cy-GB', style: 1 },
      { action: 'talk', text: 'Un?', language: 'cy-GB', style: 1, bargeIn: true },
      { action: 'input', type: ['dtmf'], dtmf: { maxDigits: 1 } },
    ])
  })

  it('counts less than what a talk or a question sets itself, and than a voice inside', async () => {
    const flow = () => (
      <Voice language="en-GB" style={2} premium>
        <Talk language="fr-FR">Bonjour.</Talk>
        <Voice style={4}>
          <Ask name="a" digits={1} prompt="One?" language="en-US" />
        </Voice>
      </Voice>
    )
    expect((await ncco(flow)).slice(0, 2)).toStrictEqual([
      { action: 'talk', text: 'Bonjour.', language: 'fr-FR', style: 2, premium: true },
      { action: 'talk', text: 'One?', language: 'en-US', style: 4, premium: true, bargeIn: true },
    ])
  })

  it('gives its language to the recogniser, where that knows it', async () => {
    const flow = (language: string, own?: string) => () => (
      <Voice language={language}>
        <Menu prompt="Yes?" speech={own === undefined ? {} : { language: own }}>
          <Choice phrases={['yes']} />
        </Menu>
      </Voice>
    )
    const speech = async (...languages: [string, string?]) =>
      (await ncco(flow(...languages))).at(-1)
    expect(await speech('en-GB')).toMatchObject({ speech: { language: 'en-GB', context: ['yes'] } })
    expect(await speech('en-GB', 'en-IE')).toMatchObject({ speech: { language: 'en-IE' } })
    expect(await speech('cy-GB')).toStrictEqual({
      action: 'input',
      type: ['speech'],
      speech: { context: ['yes'] },
    })
  })

  it('needs no app', () => {
    const flow = (
      <Voice language="en-GB">
        <Talk>Hello.</Talk>
      </Voice>
    )
    expect(render(flow)).toStrictEqual([{ action: 'talk', text: 'Hello.', language: 'en-GB' }])
  })
})
