import { Connect, Phone } from 'ncco-jsx'

export default function Flow({ isOpen = false }) {
  return <Connect from="447700900000">{isOpen && <Phone number="447700900001" />}</Connect>
}
