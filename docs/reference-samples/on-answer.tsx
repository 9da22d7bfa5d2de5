import { Connect, OnAnswer, Phone } from 'ncco-jsx'

export default function Sample() {
  return (
    <Connect from="447700900000">
      <Phone number="447700900001">
        <OnAnswer url="https://example.com/whisper" ringbackTone="https://example.com/tone.mp3" />
      </Phone>
    </Connect>
  )
}
