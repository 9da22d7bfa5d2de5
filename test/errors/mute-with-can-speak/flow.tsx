import { Conversation } from 'ncco-jsx'

export default function Flow() {
  return <Conversation name="standup" mute canSpeak={[]} />
}
