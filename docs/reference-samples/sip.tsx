import { Connect, Sip } from 'ncco-jsx'

export default function Sample() {
  return (
    <Connect from="447700900000">
      <Sip uri="sip:support@sip.example.com;transport=tls" headers={{ ticket: '42' }} />
    </Connect>
  )
}
