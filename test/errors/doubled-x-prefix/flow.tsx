import { Connect, Sip } from 'ncco-jsx'

export default function Flow() {
  return (
    <Connect>
      <Sip uri="sip:support@sip.example.com" headers={{ 'X-Ticket': '42' }} />
    </Connect>
  )
}
