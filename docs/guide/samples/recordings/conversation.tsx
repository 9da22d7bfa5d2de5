import { Conversation, Talk } from 'ncco-jsx'
import { createVoiceApp, onRecording } from 'ncco-jsx/serve'

export const recordings: string[] = []

const recorded = onRecording('/recorded', ({ recording_url }) => {
  recordings.push(recording_url)
})

const Answer = () => (
  <>
    <Talk>This meeting is recorded.</Talk>
    <Conversation name="meeting" record eventUrl={recorded()} />
  </>
)

export const app = createVoiceApp({
  answer: Answer,
  hooks: [recorded],
  secret: process.env.LINK_SECRET ?? '',
  signature: { secret: process.env.SIGNATURE_SECRET ?? '' },
})
