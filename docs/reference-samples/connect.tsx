import { Connect, Phone, Talk } from 'ncco-jsx'

export default function Sample() {
  return (
    <>
      <Connect from="447700900000" timeout={20}>
        <Phone number="447700900001" />
      </Connect>
      <Connect from="447700900000" timeout={20}>
        <Phone number="447700900002" />
      </Connect>
      <Talk>Nobody can take your call at the moment.</Talk>
    </>
  )
}
