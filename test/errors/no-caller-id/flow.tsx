import { Connect, Phone } from 'ncco-jsx'

export default function Flow() {
  return (
    <Connect>
      <Phone number="447700900001" />
    </Connect>
  )
}
