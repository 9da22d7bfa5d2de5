import { Talk } from 'ncco-jsx'
import { Ask } from 'ncco-jsx/dialog'

export default function Sample() {
  return (
    <Ask
      name="pin"
      digits={4}
      prompt="Please key in your PIN."
      noMatch="That was not four digits."
      otherwise={<Talk>Goodbye.</Talk>}
    >
      {(pin) => <Talk>Your PIN ends with {pin.slice(-1)}.</Talk>}
    </Ask>
  )
}

/** Pressed by the caller, one question after the other. */
export const keys = ['1234']
