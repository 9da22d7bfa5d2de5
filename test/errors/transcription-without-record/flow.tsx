import { Conversation, Transcription } from 'ncco-jsx'

export default function Flow() {
  return (
    <Conversation name="standup">
      <Transcription language="en-GB" />
    </Conversation>
  )
}
