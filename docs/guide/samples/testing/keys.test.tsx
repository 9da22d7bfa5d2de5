import { Dtmf, Input, Talk } from 'ncco-jsx'
import { createVoiceApp, onInput } from 'ncco-jsx/serve'
import { dial } from 'ncco-jsx/simulate'
import { expect, it } from 'vitest'

const signature = { secret: process.env.SIGNATURE_SECRET ?? '' }

const entered = onInput('/entered', ({ dtmf }) => (
  <Talk>You entered {dtmf?.digits ?? 'nothing'}.</Talk>
))

const app = createVoiceApp({
  answer: () => (
    <Input eventUrl={entered()}>
      <Dtmf timeOut={3} />
    </Input>
  ),
  hooks: [entered],
  signature,
})

it('takes keys until the caller pauses', async () => {
  const call = await dial(app, { signature })
  await call.press('42')
  expect(call.running?.ncco).toMatchObject([{ action: 'input' }])
  await call.wait(3)
  expect(call.heard).toStrictEqual(['You entered 42.'])
})
