import { Conversation, Talk } from 'ncco-jsx'
import {
  createVoiceApp,
  onRecording,
  type RecordingWebhookProps,
} from 'ncco-jsx/serve'

interface Recording {
  readonly room: string
  readonly url: string
}

export const recordings: Recording[] = []

type Recorded = RecordingWebhookProps<{ room: string }>

const recorded = onRecording(
  '/recorded',
  ({ recording_url, params }: Recorded) => {
    recordings.push({ room: params.room, url: recording_url })
  },
)

const Answer = () => (
  <>
    <Talk>This meeting is recorded.</Talk>
    <Conversation
      name="meeting"
      record
      eventUrl={recorded({ room: 'meeting' })}
    />
  </>
)

export const app = createVoiceApp({
  answer: Answer,
  hooks: [recorded],
  secret: process.env.LINK_SECRET ?? '',
  signature: { secret: process.env.SIGNATURE_SECRET ?? '' },
})
