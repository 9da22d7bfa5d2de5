import { Talk, Transfer } from 'ncco-jsx'

export default function Sample() {
  return (
    <>
      <Talk>You are joining the call now.</Talk>
      <Transfer conversationId="CON-f972836a-550f-45fa-956c-12a2ab5b7d22" canSpeak={[]} />
    </>
  )
}
