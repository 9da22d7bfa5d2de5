import { Record, Talk, Transcription } from 'ncco-jsx'
import {
  createVoiceApp,
  onRecording,
  onTranscription,
} from 'ncco-jsx/serve'
import { fetchJson, fetchRecording } from './download'
import { messages } from './messages'

const recorded = onRecording('/recorded', async (webhook) => {
  const { recording_uuid = '', recording_url } = webhook
  const audio = await fetchRecording(recording_url)
  messages.set(recording_uuid, { bytes: audio.byteLength })
})

const transcribed = onTranscription('/transcribed', async (webhook) => {
  const { recording_uuid, transcription_url } = webhook
  const { channels } = await fetchJson(transcription_url)
  const sentences = channels[0]?.transcript.map(({ sentence }) => sentence)
  const text = sentences?.join(' ')
  messages.set(recording_uuid, { ...messages.get(recording_uuid), text })
})

const Answer = () => (
  <>
    <Talk>Please leave a message after the tone.</Talk>
    <Record beepStart endOnSilence={5} endOnKey="#" eventUrl={recorded()}>
      <Transcription language="en-GB" eventUrl={transcribed()} />
    </Record>
    <Talk>Thank you. Goodbye.</Talk>
  </>
)

export const app = createVoiceApp({
  answer: Answer,
  hooks: [recorded, transcribed],
  secret: process.env.LINK_SECRET ?? '',
  signature: { secret: process.env.SIGNATURE_SECRET ?? '' },
})
