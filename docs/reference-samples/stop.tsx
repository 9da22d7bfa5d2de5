import { Conversation, Talk } from 'ncco-jsx'
import { Choice, Menu, Stop } from 'ncco-jsx/dialog'

export default function Sample() {
  return (
    <>
      <Menu prompt="To join the meeting, press 1. To leave, press 2.">
        <Choice digit="1">
          <Conversation name="standup" />
          <Stop />
        </Choice>
        <Choice digit="2" />
      </Menu>
      <Talk>Goodbye.</Talk>
    </>
  )
}

/** Pressed by the caller, one question after the other. */
export const keys = ['1']
