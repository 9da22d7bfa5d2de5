import { Record, Talk, Transcription } from 'ncco-jsx'
import { Voice } from 'ncco-jsx/dialog'
import { createVoiceApp, onRecording, onTranscription } from 'ncco-jsx/serve'

/** Takes a message of two minutes at most. */
function Answer() {
  return (
    <Voice language="en-GB">
      <Talk>
        Nobody can take your call. Please leave a message after the tone, then press hash.
      </Talk>
      <Record beepStart endOnSilence={5} endOnKey="#" timeOut={120} eventUrl={recorded()}>
        <Transcription language="en-GB" eventUrl={transcribed()} />
      </Record>
      <Talk>Thank you. We will call you back.</Talk>
    </Voice>
  )
}

const recorded = onRecording('/recorded', ({ recording_uuid }) => {
  // Fetch recording_url with the token of your application, and keep the message.
  console.log(`Recording ${recording_uuid} can be fetched.`)
})

const transcribed = onTranscription('/transcribed', ({ recording_uuid }) => {
  console.log(`The transcription of ${recording_uuid} can be fetched.`)
})

export default createVoiceApp({
  answer: Answer,
  hooks: [recorded, transcribed],
  basePath: '/voice',
  baseUrl: process.env.BASE_URL,
  secret: process.env.LINK_SECRET ?? '',
  signature: { secret: process.env.SIGNATURE_SECRET ?? '' },
})
