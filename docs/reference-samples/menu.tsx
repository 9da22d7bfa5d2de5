import { Talk } from 'ncco-jsx'
import { Choice, Menu } from 'ncco-jsx/dialog'

export default function Sample() {
  return (
    <Menu
      prompt="For sales, press 1 or say sales. For support, press 2."
      noMatch="That is not one of the choices."
    >
      <Choice digit="1" phrases={['sales']}>
        <Talk>Sales are busy.</Talk>
      </Choice>
      <Choice digit="2">
        <Talk>Support is closed.</Talk>
      </Choice>
    </Menu>
  )
}

/** Pressed by the caller, one question after the other. */
export const keys = ['1']
