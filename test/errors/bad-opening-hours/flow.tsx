import { Talk } from 'ncco-jsx'
import { OpeningHours } from 'ncco-jsx/dialog'

export default function Flow() {
  return (
    <OpeningHours zone="Europe/London" hours={{ mon: '9-17' }}>
      <Talk>We are open.</Talk>
    </OpeningHours>
  )
}
