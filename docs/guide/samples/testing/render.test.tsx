import { Stream, Talk } from 'ncco-jsx'
import { createVoiceApp } from 'ncco-jsx/serve'
import { expect, it } from 'vitest'

const Reminder = ({ time }: { time: string }) => (
  <>
    <Stream streamUrl="/jingle.mp3" />
    <Talk>We expect you at {time}.</Talk>
  </>
)

const app = createVoiceApp({
  answer: () => <Reminder time="noon" />,
  baseUrl: 'https://calls.example.com',
  signature: { secret: process.env.SIGNATURE_SECRET ?? '' },
})

it('reminds', async () => {
  const ncco = await app.render(<Reminder time="noon" />)
  expect(ncco).toMatchInlineSnapshot(`
    [
      {
        "action": "stream",
        "streamUrl": [
          "https://calls.example.com/jingle.mp3",
        ],
      },
      {
        "action": "talk",
        "text": "We expect you at noon.",
      },
    ]
  `)
})
