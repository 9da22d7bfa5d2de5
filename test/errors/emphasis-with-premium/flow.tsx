import { Talk } from 'ncco-jsx'

export default function Flow() {
  return (
    <Talk premium>
      This call <emphasis level="strong">is recorded</emphasis>.
    </Talk>
  )
}
