import { Choice, Menu } from 'ncco-jsx/dialog'

export default function Flow() {
  return (
    <Menu prompt="For sales, press 1. For support, press 2.">
      <Choice digit="1" />
      <Choice digit="1" />
    </Menu>
  )
}
