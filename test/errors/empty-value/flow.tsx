import { Conversation } from 'ncco-jsx'

export default function Flow({ room = '' }) {
  return <Conversation name={room} />
}
