import { Connect, Phone } from 'ncco-jsx'

export default function Flow() {
  return (
    <Connect from="447700900000">
      <Phone number="+447700900001" />
    </Connect>
  )
}
