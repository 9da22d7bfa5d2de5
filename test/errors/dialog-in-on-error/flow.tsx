import { Talk } from 'ncco-jsx'
import { Choice, Menu } from 'ncco-jsx/dialog'

export const isInOnError = true

export default function Sorry() {
  return (
    <>
      <Talk>Something went wrong.</Talk>
      <Menu prompt="To try again, press 1.">
        <Choice digit="1" />
      </Menu>
    </>
  )
}
