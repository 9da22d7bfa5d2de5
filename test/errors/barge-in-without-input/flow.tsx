import { Connect, Phone, Talk } from 'ncco-jsx'

export default function Flow() {
  return (
    <>
      <Talk bargeIn>For sales, press 1.</Talk>
      <Connect from="447700900000">
        <Phone number="447700900001" />
      </Connect>
    </>
  )
}
