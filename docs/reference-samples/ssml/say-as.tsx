import { Talk } from 'ncco-jsx'

export default function Sample() {
  return (
    <Talk>
      On{' '}
      <say-as interpret-as="date" format="dm">
        24/12
      </say-as>
      , dial <say-as interpret-as="telephone">2122241555</say-as>.
    </Talk>
  )
}
