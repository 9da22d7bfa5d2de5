import { Record, Talk, Transcription } from 'ncco-jsx'
import { onRecording, onTranscription, type VoiceAppOptions } from 'ncco-jsx/serve'

const recorded = onRecording('/recorded', ({ recording_uuid }) => {
  console.log(`Recording ${recording_uuid} can be fetched.`)
})

const transcribed = onTranscription('/transcribed', ({ recording_uuid }) => {
  console.log(`The transcription of ${recording_uuid} can be fetched.`)
})

/** Takes a message of two minutes at most; the record webhook then says where it can be fetched. */
function Answer() {
  return (
    <>
      <Talk language="en-GB">
        Nobody can take your call right now. Please leave a message after the tone, and press hash
        when you have finished.
      </Talk>
      <Record beepStart endOnSilence={5} endOnKey="#" timeOut={120} eventUrl={recorded()}>
        <Transcription language="en-GB" eventUrl={transcribed()} />
      </Record>
      <Talk language="en-GB">Thank you. We will call you back.</Talk>
    </>
  )
}

export const flow: VoiceAppOptions = { answer: Answer, hooks: [recorded, transcribed] }
