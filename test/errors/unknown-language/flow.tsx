import { Talk } from 'ncco-jsx'

export default function Flow() {
  return <Talk language="en_GB">Hello</Talk>
}
