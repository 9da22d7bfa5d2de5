import { Conversation, Talk } from 'ncco-jsx'

export default function Flow() {
  return (
    <>
      <Conversation name="standup" />
      <Talk>Welcome to the stand-up.</Talk>
    </>
  )
}
