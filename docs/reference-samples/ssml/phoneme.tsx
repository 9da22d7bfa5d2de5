import { Talk } from 'ncco-jsx'

export default function Sample() {
  return (
    <Talk>
      I say{' '}
      <phoneme alphabet="ipa" ph="pɪˈkɑːn">
        pecan
      </phoneme>
      .
    </Talk>
  )
}
