import { Conversation, Talk } from 'ncco-jsx'

function Queue({ waiting }: { waiting: number }) {
  return (
    <>
      {waiting && <Talk>You are not the first.</Talk>}
      <Conversation name="queue" />
    </>
  )
}

export default function Flow() {
  return <Queue waiting={0} />
}
