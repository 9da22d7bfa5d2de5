import { Talk } from 'ncco-jsx'

export default function Sample() {
  return (
    <Talk>
      Ask the <sub alias="World Wide Web Consortium">W3C</sub>.
    </Talk>
  )
}
