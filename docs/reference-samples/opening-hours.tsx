import { Talk } from 'ncco-jsx'
import { OpeningHours } from 'ncco-jsx/dialog'

export default function Sample() {
  return (
    <OpeningHours
      zone="Europe/London"
      hours={{ mon: ['09:00-12:30', '13:30-17:00'], tue: '09:00-17:00' }}
      closed={['2026-12-25']}
      otherwise={<Talk>We are closed.</Talk>}
      now={new Date('2026-12-25T10:00:00Z')}
    >
      <Talk>We are here for you.</Talk>
    </OpeningHours>
  )
}
