import { Conversation, render, Talk } from 'ncco-jsx'

const WaitForHost = () => (
  <>
    <Talk>Please wait for your host.</Talk>
    <Conversation name="room" startOnEnter={false} />
  </>
)

export const waitForHost = () => render(<WaitForHost />)
