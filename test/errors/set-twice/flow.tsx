import { Talk } from 'ncco-jsx'

export default function Flow() {
  return (
    <Talk loop={2} unchecked={{ loop: 3 }}>
      Hello
    </Talk>
  )
}
