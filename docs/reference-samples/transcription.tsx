import { Record, Transcription } from 'ncco-jsx'

export default function Sample() {
  return (
    <Record endOnSilence={3} eventUrl="https://example.com/recorded">
      <Transcription language="en-GB" eventUrl="https://example.com/transcribed" />
    </Record>
  )
}
