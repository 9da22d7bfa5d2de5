import { Connect, Phone } from 'ncco-jsx'

export default function Sample() {
  return (
    <Connect from="447700900000">
      <Phone number="447700900001" dtmfAnswer="p123#" />
    </Connect>
  )
}
