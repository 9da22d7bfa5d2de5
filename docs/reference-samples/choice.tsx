import { Talk } from 'ncco-jsx'
import { Choice, Menu, useAnswers } from 'ncco-jsx/dialog'

export default function Sample() {
  return (
    <>
      <Menu name="size" prompt="For a small one, press 1. For a large one, press 2.">
        <Choice digit="1" value="small" />
        <Choice digit="2" value="large" />
      </Menu>
      <Order />
    </>
  )
}

function Order() {
  const { size } = useAnswers()
  return <Talk>You ordered a {size} one.</Talk>
}

/** Pressed by the caller, one question after the other. */
export const keys = ['2']
