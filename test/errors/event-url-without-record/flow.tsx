import { Conversation } from 'ncco-jsx'

export default function Flow() {
  return <Conversation name="standup" eventUrl="https://example.com/recorded" />
}
