import { Dtmf, Input, Talk } from 'ncco-jsx'
import { createVoiceApp, onInput } from 'ncco-jsx/serve'
import { dial } from 'ncco-jsx/simulate'
import { describe, expect, it } from 'vitest'

/** The line of the answer webhook. */
function answered(transcript: string): string | undefined {
  return transcript.split('\n').find((line) => line.includes('→ answer'))
}

const unknown = onInput('/chosen', () => <Talk>Chosen.</Talk>)
const app = createVoiceApp({
  answer: () => (
    <Input eventUrl={unknown()}>
      <Dtmf maxDigits={1} />
    </Input>
  ),
  signature: false,
  onError: () => undefined,
})

describe('the answer of an app in memory whose flow failed', () => {
  it('is shown with the code of the error', async () => {
    const call = await dial(app)
    expect(answered(call.transcript())).toContain(
      '503 (unknown-hook), {"error":"The flow gave no answer."}',
    )
  })

  it('is shown with the code through a handler that passes it on', async () => {
    const call = await dial((request) => app.fetch(request))
    expect(answered(call.transcript())).toContain('503 (unknown-hook)')
  })

  it('keeps the code out of the response', async () => {
    const call = await dial(app)
    expect(call.webhooks[0]?.answer).toStrictEqual({
      status: 503,
      contentType: 'application/json',
      body: '{"error":"The flow gave no answer."}',
    })
  })
})
