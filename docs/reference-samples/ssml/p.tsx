import { Talk } from 'ncco-jsx'

export default function Sample() {
  return (
    <Talk>
      <p>We are closed today.</p>
      <p>Please call again tomorrow.</p>
    </Talk>
  )
}
