import { Talk } from 'ncco-jsx'

const name = 'Ann'

export default function Flow() {
  return (
    <Talk>
      Hello
      {name}
      welcome
    </Talk>
  )
}
