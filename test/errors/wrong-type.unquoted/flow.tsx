import { Connect, Phone } from 'ncco-jsx'

export default function Flow() {
  return (
    <Connect from="447700900000">
      {/* @ts-expect-error a phone number is a text */}
      <Phone number={447700900001} />
    </Connect>
  )
}
