import { Talk } from 'ncco-jsx'

export default function Flow() {
  return (
    <Talk language="en-GB" style={20}>
      Hello
    </Talk>
  )
}
