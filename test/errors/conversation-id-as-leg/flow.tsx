import { Conversation } from 'ncco-jsx'

export default function Flow() {
  return <Conversation name="standup" canHear={['CON-f972836a-550f-45fa-956c-12a2ab5b7d22']} />
}
