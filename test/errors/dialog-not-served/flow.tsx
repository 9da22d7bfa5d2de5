import { Choice, Menu } from 'ncco-jsx/dialog'

export const isAsync = true

export default function Flow() {
  return (
    <Menu prompt="For sales, press 1.">
      <Choice digit="1" />
    </Menu>
  )
}
