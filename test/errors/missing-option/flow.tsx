import { Conversation } from 'ncco-jsx'

export default function Flow() {
  // @ts-expect-error the name of the room is missing
  return <Conversation endOnExit />
}
