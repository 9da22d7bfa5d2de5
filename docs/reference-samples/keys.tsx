import { Talk } from 'ncco-jsx'
import { Ask, Keys } from 'ncco-jsx/dialog'

export default function Sample() {
  return (
    <Keys on={{ '0': <Talk>We connect you to a person.</Talk> }}>
      <Ask name="pin" digits={4} prompt="Please key in your PIN. For a person, press 0." />
      <Talk>Thank you.</Talk>
    </Keys>
  )
}

/** Pressed by the caller, one question after the other. */
export const keys = ['0']
