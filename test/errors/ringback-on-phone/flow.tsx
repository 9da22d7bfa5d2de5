import { Connect, Phone } from 'ncco-jsx'

export default function Flow() {
  return (
    <Connect from="447700900000" ringbackTone="https://example.com/ring.mp3">
      <Phone number="447700900001" />
    </Connect>
  )
}
