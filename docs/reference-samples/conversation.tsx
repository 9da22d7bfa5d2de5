import { Conversation, Talk } from 'ncco-jsx'

export default function Sample() {
  return (
    <>
      <Talk>You are joining the meeting.</Talk>
      <Conversation
        name="standup"
        startOnEnter={false}
        musicOnHoldUrl="https://example.com/hold.mp3"
      />
    </>
  )
}
