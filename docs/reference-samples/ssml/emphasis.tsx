import { Talk } from 'ncco-jsx'

export default function Sample() {
  return (
    <Talk>
      Do <emphasis level="strong">not</emphasis> hang up.
    </Talk>
  )
}
