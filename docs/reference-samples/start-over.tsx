import { Talk } from 'ncco-jsx'
import { Choice, Menu, StartOver } from 'ncco-jsx/dialog'

export default function Sample() {
  return (
    <>
      <Talk>Welcome.</Talk>
      <Menu prompt="For our address, press 1. To hear everything again, press 9.">
        <Choice digit="1">
          <Talk>1 High Street.</Talk>
        </Choice>
        <Choice digit="9">
          <StartOver />
        </Choice>
      </Menu>
    </>
  )
}

/** Pressed by the caller, one question after the other. */
export const keys = ['9']
