import { Talk } from 'ncco-jsx'
import { Choice, Menu } from 'ncco-jsx/dialog'

export default function Flow() {
  return (
    <Menu prompt="For sales, press 1.">
      <Talk>Or stay on the line.</Talk>
      <Choice digit="1" />
    </Menu>
  )
}
